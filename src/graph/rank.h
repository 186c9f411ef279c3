#pragma once

#include <vector>

#include "corpus/view.h"

namespace quanhe {

// page_rank() of each node over the edges that are shown.
std::vector<double> node_ranks(const View& view);

}  // namespace quanhe
