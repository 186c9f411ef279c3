#pragma once

#include "corpus/ledgers.h"
#include "store/database.h"

namespace quanhe {

// The tables merges and judgements: the lines of the ledgers that the view was made with.
void write_ledgers(Database& database, const Ledgers& ledgers);
Ledgers read_ledgers(Database& database);

}  // namespace quanhe
