#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "graph/figures.h"
#include "pipeline/extract_documents.h"

namespace quanhe {

struct BuildOptions {
  std::filesystem::path output;  // folder; made when it is missing
  unsigned threads = 1;
  std::string program_version;
};

struct BuildReport {
  ExtractReport documents;
  std::vector<std::filesystem::path> written;
  std::vector<std::string> notes;  // what was left out and why, a sentence each
  Figures figures;
};

// What a build tells while it runs.
struct BuildEvents {
  std::function<void(const std::string&)> refusal;    // an input was refused, and why
  std::function<void(std::uint64_t)> documents_done;  // so far
  std::function<void(const std::string&)> stage;      // what is done now
};

// Reads the inputs, builds their graph and writes it: graph.db, graph.graphml, graph.jsonld, graph.dot, and the
// pictures graph.svg and graph.png unless the graph is too big to draw. Each file appears whole or not at all; when
// no document could be read nothing is written. An output that cannot be written to is an Error before anything is
// read. A picture that fails is a note, a file that fails an Error.
Result<BuildReport> build_graph(InputReader& inputs, const RuleSet& rules, const BuildOptions& options,
                                const BuildEvents& events);

}  // namespace quanhe
