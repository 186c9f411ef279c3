#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "base/result.h"
#include "corpus/view.h"
#include "export/byte_sink.h"
#include "export/options.h"

namespace quanhe {

// DOT that carries the whole style of the picture, so that quanhe-render and Graphviz's own programs draw the
// same: colour and shape by the type of a node, a legend, labels in the pack's language, several relations of
// one ordered pair as one line with the labels stacked, symmetric relations without an arrowhead, states
// dashed and pale, tooltips with the evidence. `layout` names the engine: dot up to 150 lines, sfdp above.
//
// All nodes are written, and of the edges those with a shown status. Names of any kind stay labels: long ones
// are shortened, links lead to http and https only. The same view gives the same bytes.
// Memory: the DOT, twice.
Result<void> write_dot(const View& view, const ExportOptions& options, ByteSink& sink);

// Above so many nodes or relations a picture helps nobody and takes minutes.
inline constexpr std::size_t kMostNodesInPicture = 1500;
inline constexpr std::size_t kMostEdgesInPicture = 6000;

// Why there should be no picture of the view, and what to do instead; nothing when one can be drawn.
std::optional<std::string> reason_against_picture(const View& view);

}  // namespace quanhe
