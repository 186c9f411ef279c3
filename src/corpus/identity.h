#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "corpus/ledgers.h"
#include "facts/facts.h"
#include "facts/ontology.h"

namespace quanhe {

// Ids of nodes that became part of another → the id under which all of them are shown. All are present, that is, some
// document names them.
using MergedIds = std::map<std::string, std::string, std::less<>>;

// The accepted lines that hold: of those about one pair the last that was said. Views into `lines`, by pair.
std::vector<const MergeLine*> standing_merges(std::span<const MergeLine> lines);

// What the lines make one. Accepted pairs are chained: of the nodes that they link, one is shown, the first by id of the
// present ones that no accepted line calls `other`, or else of all present ones. Cost: n log n in the lines.
MergedIds merged_ids(std::span<const MergeLine> lines, const std::function<bool(const std::string& id)>& is_present);

// The facts as they read when the merged nodes are one: each node bears the id, type and name under which it is shown, and
// the names of what became part of it are its aliases; in symmetric relations the end with the smaller id comes first; what
// would lead from a node to itself is left out. `shown` gives type and name of a shown id.
DocumentFacts with_identities(const DocumentFacts& facts, const MergedIds& merged, const Ontology& ontology,
                              const std::function<const Node&(const std::string& id)>& shown);

// What holds of an edge, and why.
struct Judged {
  Judgement judgement = Judgement::kNone;
  std::string because;
};

// from, relation, to: ids as they are shown.
using EdgeName = std::tuple<std::string, std::string, std::string>;

// The edges that were judged, their ends under the ids that are shown; of lines that came to mean one edge the last holds.
std::map<EdgeName, Judged> judged_edges(std::span<const JudgementLine> lines, const MergedIds& merged,
                                        const Ontology& ontology);

}  // namespace quanhe
