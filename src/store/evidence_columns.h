#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "facts/facts.h"
#include "store/keys.h"
#include "store/number_lists.h"
#include "store/numbered_names.h"

namespace quanhe {

// How the columns `attributes`, `parts`, `nodes` and `near_copy_keys` hold what their names say (docs/store.md). No
// value stands for none of them.

using Attributes = std::vector<std::pair<std::string, std::string>>;

// {"date":"2021-06-07","kind":"hội đàm"}, or "" for none.
std::string attributes_as_text(const Attributes& attributes);
Attributes parse_attributes(Database& database, const std::string& text);

// For each part the numbers role, start, length, via, start, length, ... as NumberPacker makes bytes of them: role
// and via as keys of `terms`; offsets in bytes from `origin`, the start of the evidence; no start and length where no
// words filled the role; from the fifth number on where the words stand that a reference stands for.
std::string parts_as_bytes(const std::vector<Part>& parts, std::uint32_t origin, NumberedNames& terms);
std::vector<Part> parse_parts(Database& database, std::string_view bytes, std::uint32_t origin, NumberedNames& terms);

// A node that a document names, with the spellings of its aliases there.
struct ListedNode {
  NodeKey key = 0;
  std::vector<SpellingKey> spellings;
};

// Packed numbers: first the keys, ascending, each as what it is more than the one before; then for each node that has
// spellings its place among them, from 0, and the spellings.
std::string nodes_as_bytes(std::vector<ListedNode> nodes);
// By key.
std::vector<ListedNode> parse_nodes(Database& database, std::string_view bytes);

// The keys of near-copies: eight bytes each, the most significant first.
std::string keys_as_bytes(const std::vector<std::uint64_t>& keys);
std::vector<std::uint64_t> parse_keys(Database& database, std::string_view bytes);

}  // namespace quanhe
