#pragma once

#include <string>

#include "query/format.h"
#include "query/neighbours.h"

namespace quanhe {

// The answer; that of a name that is not kFound as format_name_answer() gives it.
std::string format_neighbours(const NeighbourAnswer& answer, Format format, int width);

}  // namespace quanhe
