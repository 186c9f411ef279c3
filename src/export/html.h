#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "corpus/view.h"
#include "export/byte_sink.h"
#include "export/options.h"
#include "store/stored_graph.h"

namespace quanhe {

// What a page can hold and a browser still moves.
inline constexpr std::size_t kMostPageNodes = 20'000;
inline constexpr std::size_t kMostPageEdges = 60'000;

// Of the graph that a file may hold a part of.
struct WholeGraph {
  std::uint64_t documents = 0;
  std::uint64_t nodes = 0;
  std::uint64_t edges = 0;
};

// The page for a browser with this view in it, as docs/explorer.md describes the file: every node and edge, whatever
// its status, and the words behind each edge, at most 20 quotations of it unless `options.evidence` is kFull, and none
// with kNone. `options.figures` has positions and degrees. `graph` is the graph.db that the view was read from. Nothing
// of the view ends its element of the page. The same arguments give the same bytes. Memory does not grow with the
// output. Fails when the sink does, or reading the graph.
Result<void> write_html(const View& view, const WholeGraph& whole, const ExportOptions& options, StoredGraph& graph,
                        ByteSink& sink);

}  // namespace quanhe
