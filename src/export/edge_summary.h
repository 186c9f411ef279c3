#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/view.h"
#include "export/options.h"
#include "facts/date.h"

namespace quanhe {

// What the occurrences of one edge come to, the same for every format. Lives no longer than the view.
struct EdgeSummary {
  std::vector<const ViewOccurrence*> shown;  // those that the export shows, in the order of the edge
  std::vector<DateRange> dates;              // when they took place: sorted, unique
  std::vector<DateRange> states;             // from `since` on; to an `until`, or without an end for one that goes on
  std::optional<PartialDate> start;          // the earliest day, month or year of both
  std::optional<PartialDate> end;            // the latest of `dates` and of the ends of states; none when only a beginning is known
};

// Days of the calendar, both included; no `end` means that none is known.
struct Spell {
  PartialDate start;
  std::optional<PartialDate> end;

  friend bool operator==(const Spell&, const Spell&) = default;
};

// True when the edge has a statement that the export shows: unless it asks for every status, not only denied or
// requested ones.
bool is_exported(const ViewEdge& edge, const ExportOptions& options = {});

// The statements that the export shows, in the order of the edge: `shown` of the summary without the rest.
std::vector<const ViewOccurrence*> shown_occurrences(const ViewEdge& edge, const ExportOptions& options = {});

// A state ends with the `until` of its own statement, or else with the first that another statement of the edge gives and that
// is not before it. Cost: n log n in the occurrences, and for states times the number of ends.
EdgeSummary summarize(const ViewEdge& edge, const ExportOptions& options = {});

// Says that the edges behind edge `index` of the view come soon, so that their nodes are at hand then: in a large graph they
// lie all over the memory. Changes nothing else. Inlined, because GCC leaves out calls of functions that only do this.
[[gnu::always_inline]] inline void announce_edges_behind(const View& view, std::size_t index) {
  constexpr std::size_t kNodesBefore = 12;
  // What a node points to can be fetched once the node is there.
  constexpr std::size_t kTextsBefore = 6;
  if (index + kNodesBefore >= view.edges.size()) return;
  const ViewEdge& later = view.edges[index + kNodesBefore];
  __builtin_prefetch(&view.nodes[later.from]);
  __builtin_prefetch(&view.nodes[later.to]);
  const ViewEdge& next = view.edges[index + kTextsBefore];
  for (const std::uint32_t node : {next.from, next.to}) {
    __builtin_prefetch(view.nodes[node].id.data());
    __builtin_prefetch(view.nodes[node].name.data());
  }
}

// The periods of the occurrences united: sorted, disjoint, no two next to each other. A month or a year is all of
// its days; a state without an end goes on.
std::vector<Spell> spells_of(const EdgeSummary& summary);

// "day", "month" or "year": that of the least precise of the dates; "" without a date.
std::string_view precision_of(const EdgeSummary& summary);

// The date of an occurrence, or nothing when it has none or not one that can be read. Attributes of other
// names are never taken for dates, however much they look like one.
std::optional<DateRange> date_of(const ViewOccurrence& occurrence);

// True for the attributes whose values are dates: "date", "as_of" and "since".
bool is_date_attribute(std::string_view name);

// "confirmed", or "" where nobody judged the edge.
std::string_view judgement_of(const ViewEdge& edge);

// "met/person/bui-thanh-son-1f3a5c77/person/prak-sokhonn-9b2e10aa": one id for each edge of a view, the same
// in every view that has the edge.
std::string edge_id(const View& view, const ViewEdge& edge);

}  // namespace quanhe
