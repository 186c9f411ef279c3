#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "corpus/ledgers.h"

namespace quanhe {

// Changes to a graph.db without documents to read. Each takes the lock of its folder, replays the ledgers beside it, and
// leaves the file as it was when it fails. The exports beside the file are those of the last build.

struct Forgotten {
  std::vector<std::string> documents;
  std::vector<std::string> unknown;  // ids that no document has
};

// Removes documents and all that only they said. When an id is unknown nothing is removed.
Result<Forgotten> forget_documents(const std::filesystem::path& graph, const std::vector<std::string>& ids);

// Adds lines to a ledger and makes the view of the graph that of the ledgers.
Result<void> decide(const std::filesystem::path& graph, const MergeLine& line);
Result<void> decide(const std::filesystem::path& graph, const JudgementLine& line);

}  // namespace quanhe
