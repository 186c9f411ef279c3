#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "corpus/selection.h"
#include "store/stored_graph.h"

namespace quanhe {

// What the selected statements of an edge come to together.
struct EdgeFigures {
  Status status = Status::kHappened;  // the strongest claim
  std::uint32_t statements = 0;
  std::uint32_t documents = 0;
  std::uint32_t sources = 0;       // independent ones
  int confidence = 0;              // thousandths
  std::vector<std::string> dates;  // ISO 8601, of these statements; sorted, unique
};

// Which of an edge's statements are selected (select() in corpus/selection.h).
std::vector<bool> selected_of(std::span<const StoredMention> mentions, bool is_state, const Selection& selection);

// Of the statements for which `counts` is true; nothing when there are none.
std::optional<EdgeFigures> figures_of(std::span<const StoredMention> mentions, const std::vector<bool>& counts);

}  // namespace quanhe
