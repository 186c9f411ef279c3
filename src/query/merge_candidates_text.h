#pragma once

#include <string>
#include <vector>

#include "query/format.h"
#include "query/merge_candidates.h"

namespace quanhe {

// The pairs, as `quanhe merge propose` prints them.
std::string format_merge_candidates(const std::vector<MergeCandidate>& candidates, Format format, int width);

}  // namespace quanhe
