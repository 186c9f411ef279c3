#pragma once

#include <filesystem>

#include "base/result.h"
#include "corpus/view.h"

namespace quanhe {

// The view that a GraphStore left, equal in every field to what make_view() makes of its documents and ledgers. Errors name
// the path and say what to do: a file that is missing, no graph of ours, damaged, or of an older or newer schema. Cost: the
// whole file, n log n.
Result<View> read_view(const std::filesystem::path& path);

}  // namespace quanhe
