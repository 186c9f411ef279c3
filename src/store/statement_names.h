#pragma once

#include "store/numbered_names.h"

namespace quanhe {

// The names that rows of statements give by number.
struct StatementNames {
  explicit StatementNames(Database& database)
      : rules(database, "rules"), terms(database, "terms"), relations(database, "relation_types", ", NULL, '', 0, 0") {}

  NumberedNames rules;
  NumberedNames terms;
  NumberedNames relations;
};

}  // namespace quanhe
