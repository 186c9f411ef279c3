#include "store/numbered_names.h"

namespace quanhe {

NumberedNames::NumberedNames(Database& database, std::string_view table, std::string_view others)
    : database_(database), table_(table), others_(others), names_(1), keys_{{"", 0}} {
  SqlStatement row = database.prepare("SELECT rowid, name FROM " + table_ + " ORDER BY rowid");
  while (row.next()) {
    if (row.integer(0) != static_cast<std::int64_t>(names_.size())) {
      database.report_damage("a gap in " + table_);
      break;
    }
    keys_.emplace(row.text(1), row.integer(0));
    names_.push_back(row.text(1));
  }
}

std::int64_t NumberedNames::key_of(std::string_view name) {
  const auto [found, is_new] = keys_.emplace(name, static_cast<std::int64_t>(names_.size()));
  if (is_new) {
    database_.prepare("INSERT INTO " + table_ + " VALUES (?, ?" + others_ + ")").run(found->second, name);
    names_.emplace_back(name);
  }
  return found->second;
}

const std::string& NumberedNames::name_of(std::int64_t key) {
  if (key >= 0 && key < static_cast<std::int64_t>(names_.size())) return names_[static_cast<std::size_t>(key)];
  database_.report_damage("a name that is missing in " + table_);
  return names_.front();
}

}  // namespace quanhe
