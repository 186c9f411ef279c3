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

// How the columns `date`, `attributes`, `roles`, `places`, `nodes` and `near_copy_keys` hold what their names say
// (docs/store.md). No value stands for none of them.

using Attributes = std::vector<std::pair<std::string, std::string>>;  // sorted by name

// The attribute of this name has a column of its own, since most statements of a day have the same.
inline constexpr std::string_view kDateAttribute = "date";

// "2021-06-07", or "" where there is none.
std::string_view date_among(const Attributes& attributes);
// The others: {"amount":"20","kind":"hội đàm"}, or "" for none.
std::string others_as_text(const Attributes& attributes);
Attributes parse_attributes(Database& database, std::string_view date, const std::string& others);

// What the statements that a rule makes in one way have in common in a part.
struct PartRole {
  std::int64_t role = 0;  // this and the next of `terms`
  std::int64_t via = 0;
  bool has_words = false;      // its own
  std::uint32_t resolved = 0;  // how many words a reference in it stands for
};
using PartRoles = std::vector<PartRole>;

PartRoles roles_of(const std::vector<Part>& parts, NumberedNames& terms);
// A list of numbers for each, in the order of the members: "[[1,0,1,0],[2,7,0,2]]".
void append_roles(const PartRoles& roles, std::string& text);
PartRoles parse_roles(Database& database, const std::string& text);

// Where the words of the roles stand, one after another: start and length, as NumberPacker makes bytes of them, in
// bytes from `origin`, the start of the evidence.
std::string places_as_bytes(const std::vector<Part>& parts, std::uint32_t origin);
std::vector<Part> parse_parts(Database& database, const PartRoles& roles, std::string_view places, std::uint32_t origin,
                              NumberedNames& terms);

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
