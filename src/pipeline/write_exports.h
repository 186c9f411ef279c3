#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "corpus/view.h"

namespace quanhe {

// The files that a build writes for other programs: graph.graphml, graph.jsonld and graph.dot, whole beside their names,
// so that a full disk leaves the folder as it was; commit() each.
Result<std::vector<PendingFile>> prepare_exports(const View& view, const std::filesystem::path& folder,
                                                 const std::string& program_version);

struct DrawnPictures {
  std::vector<std::filesystem::path> written;
  std::vector<std::string> notes;  // why one is missing, a sentence each
};

// graph.svg and graph.png from the graph.dot in the folder, unless the graph is too big to draw. One that could not be
// drawn is removed: an old one would show another graph than the files beside it.
DrawnPictures draw_pictures(const View& view, const std::filesystem::path& folder);

}  // namespace quanhe
