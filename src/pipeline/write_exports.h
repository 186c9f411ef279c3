#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "corpus/view.h"

namespace quanhe {

struct PreparedExports {
  std::vector<PendingFile> files;  // to commit() each
  std::vector<std::string> notes;  // of what a file holds a part only, a sentence each
};

// The files that a build writes for people and other programs: graph.html, graph.graphml, graph.gexf, graph.jsonld and
// graph.dot, whole beside their names, so that a full disk leaves the folder as it was. `graph` is the file that the view
// was read from.
Result<PreparedExports> prepare_exports(const View& view, const std::filesystem::path& graph,
                                        const std::filesystem::path& folder, const std::string& program_version);

struct DrawnPictures {
  std::vector<std::filesystem::path> written;
  std::vector<std::string> notes;  // why one is missing, a sentence each
};

// graph.svg and graph.png from the graph.dot in the folder, unless the graph is too big to draw. One that could not be
// drawn is removed: an old one would show another graph than the files beside it.
DrawnPictures draw_pictures(const View& view, const std::filesystem::path& folder);

}  // namespace quanhe
