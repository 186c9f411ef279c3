#pragma once

#include <gtest/gtest.h>

#include <string>

#include "base/result.h"

namespace quanhe {

// The message of what must fail.
template <typename T>
std::string failure_of(const Result<T>& result) {
  if (result.ok()) {
    ADD_FAILURE() << "expected a failure";
    return "";
  }
  return result.error().message;
}

}  // namespace quanhe
