#pragma once

#include <cstdint>
#include <vector>

#include "corpus/view.h"
#include "export/dot_lines.h"

namespace quanhe {

// The nodes that a picture draws a box around: communities of three nodes or more (see find_communities()), each ascending, as
// indices into View::nodes. None where one box would hold all that lines join. Cost: that of communities.
std::vector<std::vector<std::uint32_t>> groups_of(const View& view, const std::vector<DotLine>& lines);

}  // namespace quanhe
