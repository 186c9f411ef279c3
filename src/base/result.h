#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "base/check.h"

namespace quanhe {

// A failure that the caller could expect: one lower-case sentence without a full stop that names the
// file and the place, ready to be printed after "error: ".
struct Error {
  std::string message;
};

// A value or an Error. Reading the side that is not there is a broken invariant.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return content_.index() == 0; }
  explicit operator bool() const { return ok(); }

  const T& value() const& {
    QUANHE_CHECK(ok());
    return *std::get_if<0>(&content_);
  }
  T& value() & {
    QUANHE_CHECK(ok());
    return *std::get_if<0>(&content_);
  }
  T&& value() && {
    QUANHE_CHECK(ok());
    return std::move(*std::get_if<0>(&content_));
  }
  const Error& error() const {
    QUANHE_CHECK(!ok());
    return *std::get_if<1>(&content_);
  }

 private:
  std::variant<T, Error> content_;
};

// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  bool ok() const { return !error_.has_value(); }
  explicit operator bool() const { return ok(); }
  const Error& error() const {
    QUANHE_CHECK(!ok());
    return *error_;
  }

 private:
  std::optional<Error> error_;
};

}  // namespace quanhe
