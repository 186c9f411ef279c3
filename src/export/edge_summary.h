#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/view.h"
#include "facts/date.h"

namespace quanhe {

// What the occurrences of one edge come to, the same for every format. Lives no longer than the view.
struct EdgeSummary {
  std::vector<const ViewOccurrence*> shown;  // those with a shown status, in the order of the edge
  std::vector<DateRange> dates;              // when they took place: sorted, unique
  std::optional<PartialDate> start;          // the earliest day, month or year of `dates` and of a "since"
  std::optional<PartialDate> end;            // the latest of `dates`; none when only a beginning is known
};

// True when the edge has a statement that exports show: not only denied or requested ones.
bool is_exported(const ViewEdge& edge);

// Cost: n log n in the occurrences.
EdgeSummary summarize(const ViewEdge& edge);

// The date of an occurrence, or nothing when it has none or not one that can be read. Attributes of other
// names are never taken for dates, however much they look like one.
std::optional<DateRange> date_of(const ViewOccurrence& occurrence);

// True for the attributes whose values are dates: "date", "as_of" and "since".
bool is_date_attribute(std::string_view name);

// "met/person/bui-thanh-son-1f3a5c77/person/prak-sokhonn-9b2e10aa": one id for each edge of a view, the same
// in every view that has the edge.
std::string edge_id(const View& view, const ViewEdge& edge);

// The label of a type or relation in the pack's language, or the name when the ontology does not have it.
std::string type_label(const View& view, const std::string& type);
std::string relation_label(const View& view, const std::string& relation);

}  // namespace quanhe
