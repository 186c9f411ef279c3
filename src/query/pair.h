#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "query/names.h"
#include "query/format.h"

namespace quanhe {

// Two nodes that a person means.
struct PairAnswer {
  NameAnswer from;
  NameAnswer to;

  bool is_found() const { return from.outcome == NameOutcome::kFound && to.outcome == NameOutcome::kFound; }
  // Of the two names that are found.
  const StoredNode& from_node() const { return from.candidates.front().node; }
  const StoredNode& to_node() const { return to.candidates.front().node; }
};

Result<PairAnswer> find_pair(StoredGraph& graph, std::string_view from, std::string_view to);

// The candidates of the first name that is not found.
std::string format_missing(const PairAnswer& pair, Format format, int width);

}  // namespace quanhe
