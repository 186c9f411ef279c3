#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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

  // The view lives as long as this object and until a name is added; a key without a name is damage.
  const std::string& name_of(std::int64_t key);

 private:
  Database& database_;
  std::string table_;
  std::string others_;
  std::vector<std::string> names_;  // by key
  std::unordered_map<std::string, std::int64_t> keys_;
};

}  // namespace quanhe
