#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "query/format.h"
#include "query/quotation.h"
#include "query/shown_edge.h"
#include "query/told_period.h"
#include "text/layout.h"

namespace quanhe {

struct ContradictionsQuestion {
  std::vector<std::string> relations = {};  // as find_relations() takes them; empty: all
  Selection selection = {};
};

// One of two claims that cannot both be true.
struct Claim {
  StoredNode from;
  StoredNode to;
  std::string relation;
  std::string label;
  ToldPeriod period;    // when the state is seen to hold, or the date of the act
  Quotation quotation;  // the surest of its statements, of these the first by document date
};

enum class ContradictionKind : std::uint8_t {
  kExclusive,  // a node has two of what it has one of at a time (Relation::exclusive), in periods that share a day
  kDates,      // a node has two dates that share no day (Relation::date_of)
};

struct Contradiction {
  ContradictionKind kind = ContradictionKind::kDates;
  StoredNode about;
  std::string value;  // of the attribute that tells what is exclusive: a title; or ""
  Claim one;          // the earlier
  Claim other;
};

struct ContradictionsAnswer {
  std::vector<Contradiction> rows;  // by kind, node, value, date

  bool is_found() const { return !rows.empty(); }
};

// What the pack's ontology says cannot be true at once, and is said all the same. Of more than two claims about one thing
// each is set against the earlier one that lasts longest, so there are fewer rows than claims. Cost: all edges of the
// relations that the ontology marks.
Result<ContradictionsAnswer> find_contradictions(StoredGraph& graph, const ContradictionsQuestion& question);

std::string format_contradictions(const ContradictionsAnswer& answer, Format format, const TextStyle& style);

}  // namespace quanhe
