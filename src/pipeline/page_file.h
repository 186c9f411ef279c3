#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "corpus/view.h"
#include "export/byte_sink.h"
#include "export/html.h"
#include "export/options.h"
#include "store/stored_graph.h"

namespace quanhe {

// What a page says of the whole graph although it shows a part.
struct WholeFigures {
  WholeGraph counts;
  std::vector<std::string> ids;  // of the nodes, sorted
  std::vector<std::uint32_t> degrees;
};

// Of the view of a whole graph.db, before anything is left out. Cost: linear.
WholeFigures whole_figures(const View& view);

// The page with `view`, a part of that graph or all of it, or with the best-connected part where it is too large; a sentence
// then says so, otherwise "". `graph` is the graph.db itself. Positions and degrees are computed here.
Result<std::string> write_page(const View& view, const WholeFigures& whole, ExportOptions options, StoredGraph& graph,
                               ByteSink& sink);

}  // namespace quanhe
