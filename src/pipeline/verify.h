#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "pipeline/build.h"

namespace quanhe {

struct VerifyReport {
  ExtractReport documents;
  std::uint64_t only_stored = 0;   // lines of the dump that the graph has and its sources do not give
  std::uint64_t only_rebuilt = 0;  // and the other way round
  std::vector<std::string> examples;  // the first few of both, "- " or "+ " and the line
};

// Builds the graph of the inputs and of the ledgers beside `graph` anew in a temporary folder, and compares the dumps. The
// Error names what could not be read or written. Cost: a build, and a hash a line of memory.
Result<VerifyReport> verify_graph(const std::filesystem::path& graph, InputReader& inputs, const RuleSet& rules,
                                  const BuildOptions& options, const BuildEvents& events);

// The files and folders that the graph's documents came from, sorted; "-" is standard input, which cannot be read again.
Result<std::vector<std::string>> origins_of(const std::filesystem::path& graph);

}  // namespace quanhe
