#pragma once

#include <filesystem>
#include <vector>

#include "base/result.h"
#include "corpus/ledgers.h"

namespace quanhe {

// The ledgers of a graph stand beside it, as merges.tsv and judgements.tsv. A missing one is empty. The Error holds all
// faults with their places, a line each.
Result<Ledgers> read_ledgers(const std::filesystem::path& folder);

// A ledger of judgements that stands anywhere, and must be there. Errors likewise.
Result<std::vector<JudgementLine>> read_judgements(const std::filesystem::path& file);

// Adds a line, and the titles where there are none. The file appears with it whole or stays as it was.
Result<void> append_line(const std::filesystem::path& folder, const MergeLine& line);
Result<void> append_line(const std::filesystem::path& folder, const JudgementLine& line);

}  // namespace quanhe
