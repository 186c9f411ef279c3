#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "base/interner.h"
#include "facts/facts.h"
#include "store/database.h"
#include "store/evidence_columns.h"
#include "store/number_lists.h"

namespace quanhe {

// What statements have in common that one rule makes in one way.
struct StatementForm {
  std::int64_t rule = 0;  // of `rules`
  Status status = Status::kHappened;
  int confidence = 0;  // thousandths, 1 to 1000
  PartRoles roles;
};

// The table `forms`: a few thousand forms tell of millions of statements who made them. Failures stick in the database.
class StatementForms {
 public:
  explicit StatementForms(Database& database);

  // Adds one that is new, for which the database must be open for writing. Reads the table when it is first asked.
  std::int64_t key_of(const StatementForm& form);

  // Lives until the next call. A look-up by key for each that is new; of a table that read_all() has read none.
  const StatementForm& of(std::int64_t key);
  void read_all();

 private:
  StatementForm form_of(SqlStatement& row, int first_column);
  // As bytes that no other form has; they live until the next call.
  std::string_view say(const StatementForm& form);

  Database& database_;
  SqlStatement find_;
  SqlStatement add_;
  std::unordered_map<std::int64_t, StatementForm> forms_;
  Interner said_;  // of all; the key is one more than the number
  NumberPacker packer_;
  bool has_all_ = false;
};

}  // namespace quanhe
