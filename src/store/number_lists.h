#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace quanhe {

// Lists of whole numbers, some of them missing, as bytes (docs/store.md): for each number n, 2n + 2, or -2n + 1 where
// it is below 0; 1 where it is missing; 0 after each list. All these as LEB128: seven bits a byte, the least first, the
// eighth bit set where more follow. The view `parts` reads it with SQL.
class NumberPacker {
 public:
  void number(std::int64_t number);
  void missing();
  void end_list();
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

using NumberList = std::vector<std::optional<std::int64_t>>;

// The Error says that the bytes are no such lists. Numbers are within 48 bits.
Result<std::vector<NumberList>> unpack_numbers(std::string_view bytes);

}  // namespace quanhe
