#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/interner.h"
#include "store/database.h"

namespace quanhe {

// A small table of names with dense keys from 1 (rules, terms), held in memory. Key 0 is the empty name. Failures stick
// in the database.
class NumberedNames {
 public:
  // `table` has the columns KEY INTEGER PRIMARY KEY, name TEXT, and perhaps others, for which `others` gives SQL values:
  // ", NULL, 0".
  NumberedNames(Database& database, std::string_view table, std::string_view others = "");

  // Adds a name that is new, for which the database must be open for writing.
  std::int64_t key_of(std::string_view name);

  // Lives as long as this object; a key without a name is damage.
  std::string_view name_of(std::int64_t key);

 private:
  Database& database_;
  std::string table_;
  std::string others_;
  Interner names_;  // by key
};

}  // namespace quanhe
