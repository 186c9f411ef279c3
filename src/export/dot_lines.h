#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/view.h"
#include "export/options.h"

namespace quanhe {

// One line of the picture: all shown relations of one ordered pair, the symmetric ones apart because they
// have no arrowhead.
struct DotLine {
  std::uint32_t from = 0;  // index into View::nodes
  std::uint32_t to = 0;
  bool symmetric = false;
  bool state = true;                   // every relation of the line is a state
  bool planned = true;                 // every relation of the line is only planned
  std::vector<const ViewEdge*> edges;  // by relation
};

// Sorted by ends, the directed line of a pair first. The view must outlive them.
std::vector<DotLine> lines_of(const View& view, const ExportOptions& options);

// The labels of the relations, one below the other, with "×3" behind one that is said three times.
std::string line_label(const View& view, const DotLine& line, const ExportOptions& options);

// "A – gặp – B", then the quotes with date and document, unless the export has none; at most 500 code points.
std::string line_tooltip(const View& view, const DotLine& line, const ExportOptions& options);

// The first safe link among the documents of the evidence, or "".
std::string line_url(const View& view, const DotLine& line, const ExportOptions& options);

}  // namespace quanhe
