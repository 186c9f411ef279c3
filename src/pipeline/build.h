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
  bool exports = true;  // also write the files for other programs and the pictures
  bool prune = false;   // remove documents that came from the named files and folders and are not there any more
};

struct BuildReport {
  ExtractReport documents;
  std::uint64_t added = 0;    // of the documents done: those that were new
  std::uint64_t changed = 0;  // and those whose text, metadata or rules had changed
  std::uint64_t removed = 0;
  std::vector<std::filesystem::path> written;
  std::vector<std::string> notes;  // what was left out and why, a sentence each
  Figures figures;                 // of the graph; all 0 without exports
};

// What a build tells while it runs.
struct BuildEvents {
  std::function<void(const std::string&)> refusal;    // an input was refused, and why
  std::function<void(std::uint64_t)> documents_done;  // so far
  std::function<void(const std::string&)> stage;      // what is done now
};

// Reads those of the inputs that graph.db in the output folder does not hold as they are, puts their facts into it in
// place of what the documents said before, and writes the graph: graph.html, graph.graphml, graph.gexf, graph.jsonld,
// graph.dot, and the pictures graph.svg and graph.png unless the graph is too big to draw. The ledgers beside graph.db
// hold (ledger_files.h). Each file appears whole or not at all; when there is no graph and no document could be read
// nothing is written. A build that is ended at any moment leaves a graph that can be asked, and the next one goes on. An
// output that cannot be written to, or that another build is changing, is an Error before anything is read. A picture
// that fails is a note, a file that fails an Error.
Result<BuildReport> build_graph(InputReader& inputs, const RuleSet& rules, const BuildOptions& options,
                                const BuildEvents& events);

}  // namespace quanhe
