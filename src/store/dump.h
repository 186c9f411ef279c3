#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "base/result.h"

namespace quanhe {

// Writes all that a graph.db holds and means, a JSON object a line, each line with its line break: the pack; what each
// document says, as `extract` prints it; the documents that count as one source; the nodes, edges and withdrawn statements
// of the view; the lines of the ledgers. Sorted by id: two files hold the same if and only if their dumps are the same
// bytes, whatever the history of either. Errors as those of read_view(). Memory: that of a document.
Result<void> dump_store(const std::filesystem::path& path, const std::function<void(const std::string&)>& write);

}  // namespace quanhe
