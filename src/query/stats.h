#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/view.h"
#include "query/format.h"

namespace quanhe {

struct StatLine {
  std::string kind;   // "total", "type", "relation", "status", "rule"
  std::string name;
  std::string label;  // in the pack's language; that of a total, status or rule is its name
  std::uint64_t count = 0;       // documents, nodes, edges, ...; of a relation its edges, of a status or rule statements
  std::uint64_t statements = 0;  // of a relation; 0 elsewhere
};

// How much there is of everything, totals first, then in the order of the ontology; rules by name. Cost: linear.
std::vector<StatLine> count_all(const View& view);

std::string format_stats(const std::vector<StatLine>& lines, Format format, int width);

}  // namespace quanhe
