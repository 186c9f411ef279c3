#include "store/numbered_names.h"

namespace quanhe {

NumberedNames::NumberedNames(Database& database, std::string_view table, std::string_view others)
    : database_(database), table_(table), others_(others) {
  names_.add("");
  SqlStatement row = database.prepare("SELECT rowid, name FROM " + table_ + " ORDER BY rowid");
  while (row.next()) {
    const std::int64_t next = names_.size();
    if (row.integer(0) != next || names_.add(row.text(1)) != next) {
      database.report_damage("a gap in " + table_);
      break;
    }
  }
}

std::int64_t NumberedNames::key_of(std::string_view name) {
  const std::uint32_t next = names_.size();
  const std::uint32_t key = names_.add(name);
  if (key == next) database_.prepare("INSERT INTO " + table_ + " VALUES (?, ?" + others_ + ")").run(key, name);
  return key;
}

std::string_view NumberedNames::name_of(std::int64_t key) {
  if (key >= 0 && key < names_.size()) return names_.text(static_cast<std::uint32_t>(key));
  database_.report_damage("a name that is missing in " + table_);
  return {};
}

}  // namespace quanhe
