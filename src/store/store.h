#pragma once

#include <filesystem>

#include "base/result.h"
#include "corpus/view.h"

namespace quanhe {

// Writes the view as a fresh SQLite database (docs/store.md) over whatever is at `path`. Nothing is journaled or
// flushed, so the caller gives the path of a PendingFile and commits that; after an Error the file is rubbish.
// Errors name the path and the reason: a full disk, a folder that is missing or read-only. The content is a
// function of the view; the bytes are SQLite's. Cost: one pass, sorted, indexes last.
Result<void> write_store(const View& view, const std::filesystem::path& path);

// The view that was written, equal in every field. Errors name the path and say what to do: a file that is
// missing, no graph of ours, damaged, or of an older or newer schema. Cost: the whole file, n log n.
Result<View> read_store(const std::filesystem::path& path);

}  // namespace quanhe
