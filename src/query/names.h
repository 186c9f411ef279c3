#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/stored_graph.h"

namespace quanhe {

// A node that a name may mean.
struct Candidate {
  StoredNode node;
  std::string type_label;  // in the pack's language
  std::string matched;     // the name or alias that is like the one asked for
};

enum class NameOutcome : std::uint8_t {
  kFound,      // exactly one node has the name
  kAmbiguous,  // several have it equally well
  kUnknown,    // none has it
};

struct NameAnswer {
  std::string name;  // as asked
  NameOutcome outcome = NameOutcome::kUnknown;
  // The one node; all that have the name; or those whose names are nearest, at most kMaximumSuggestions and
  // perhaps none.
  std::vector<Candidate> candidates;
};

inline constexpr std::size_t kMaximumSuggestions = 10;

// Finds the node that a person means. The first of these that any node answers decides, and several nodes that
// answer it are ambiguous: the node's id; its canonical name, letter case aside; an alias, letter case aside;
// the canonical name, diacritics aside; an alias, diacritics aside. Composed and decomposed Unicode are the
// same. Candidates of an ambiguous name are sorted by document count, then id; suggestions for an unknown one
// are first the names that hold all words of the asked one, by document count, then those spelled most like it.
// Cost: look-ups in an index; for an unknown name, the whole table of names.
Result<NameAnswer> find_node(StoredGraph& graph, std::string_view name);

}  // namespace quanhe
