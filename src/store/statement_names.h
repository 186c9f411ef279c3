#pragma once

#include "store/numbered_names.h"
#include "store/statement_forms.h"

namespace quanhe {

// What rows of statements give by number.
struct StatementNames {
  explicit StatementNames(Database& database)
      : rules(database, "rules"),
        terms(database, "terms"),
        dates(database, "dates"),
        relations(database, "relation_types", ", NULL, '', 0, 0"),
        forms(database) {}

  NumberedNames rules;
  NumberedNames terms;
  NumberedNames dates;
  NumberedNames relations;
  StatementForms forms;
};

}  // namespace quanhe
