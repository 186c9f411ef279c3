#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace quanhe {

// Lists of whole numbers as bytes (docs/store.md): for each number n, 2n + 1, or -2n where it is below 0; 0 between
// two lists. All these as LEB128: seven bits a byte, the least first, the eighth bit set where more follow. The view
// `parts` reads it with SQL.
class NumberPacker {
 public:
  void number(std::int64_t number);
  void begin_next_list();
  void clear() { bytes_.clear(); }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

using NumberList = std::vector<std::int64_t>;

// No list where there are no bytes. The Error says that they are no such lists. Numbers are within 48 bits.
Result<std::vector<NumberList>> unpack_numbers(std::string_view bytes);

}  // namespace quanhe
