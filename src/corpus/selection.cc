#include "corpus/selection.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "corpus/edge_sum.h"

namespace quanhe {
namespace {

std::optional<DaySpan> span_of(std::string_view date) {
  const std::optional<DateRange> range = parse_iso_range(date);
  return range ? std::optional(days_of(*range)) : std::nullopt;
}

void widen(std::optional<DaySpan>& period, const DaySpan& days) {
  if (!period) period = days;
  period->first = std::min(period->first, days.first);
  period->last = std::max(period->last, days.last);
}

bool is_known_by(const Dating& statement, int day) {
  const std::optional<DaySpan> dated = span_of(statement.document_date);
  return dated && dated->last <= day;
}

// When the edge is seen to hold.
std::optional<DaySpan> period_of(std::span<const Dating> statements, const std::vector<bool>& counts) {
  std::optional<DaySpan> period;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (!counts[i]) continue;
    const Dating& statement = statements[i];
    const std::optional<DaySpan> told = span_of(statement.date.empty() ? statement.document_date : statement.date);
    if (told) widen(period, *told);
    for (const std::string_view date : {statement.since, statement.until}) {
      if (const std::optional<DaySpan> days = span_of(date)) widen(period, *days);
    }
  }
  return period;
}

}  // namespace

bool Selection::has_status(Status status) const {
  return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

Dating dating_of(Status status, std::string_view document_date,
                 const std::vector<std::pair<std::string, std::string>>& attributes) {
  Dating dating{status, document_date, {}, {}, {}};
  for (const auto& [name, value] : attributes) {
    if (name == "date") dating.date = value;
    if (name == "since") dating.since = value;
    if (name == "until") dating.until = value;
  }
  return dating;
}

std::vector<bool> select(std::span<const Dating> statements, bool is_state, const Selection& selection) {
  std::vector<bool> selected(statements.size());
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Dating& statement = statements[i];
    selected[i] = selection.has_status(statement.status) &&
                  (!selection.known_by || is_known_by(statement, *selection.known_by));
    if (!selected[i] || is_state || !selection.within) continue;
    const std::optional<DaySpan> days = span_of(statement.date);
    selected[i] = days && days->overlaps(*selection.within);
  }
  if (!is_state || !selection.on) return selected;
  const std::optional<DaySpan> period = period_of(statements, selected);
  if (!period || !period->overlaps(*selection.on)) selected.assign(selected.size(), false);
  return selected;
}

namespace {

// Leaves the selected statements of an edge, and sums it up anew; false when there are none.
bool narrow(const View& view, ViewEdge& edge, const Selection& selection) {
  std::vector<Dating> datings;
  for (const ViewOccurrence& occurrence : edge.occurrences) {
    datings.push_back(dating_of(occurrence.status, view.documents[occurrence.document].date, occurrence.attributes));
  }
  const Relation* relation = view.ontology.find_relation(edge.relation);
  const std::vector<bool> selected = select(datings, relation != nullptr && relation->state, selection);
  EdgeSum sum;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < selected.size(); ++i) {
    if (!selected[i]) continue;
    ViewOccurrence& occurrence = edge.occurrences[i];
    sum.add(occurrence.status, view.documents[occurrence.document].source_group, occurrence.evidence.confidence);
    if (kept != i) edge.occurrences[kept] = std::move(occurrence);
    ++kept;
  }
  edge.occurrences.resize(kept);
  if (kept == 0) return false;
  const EdgeTally tally = sum.tally();
  edge.status = tally.status();
  edge.confidence = tally.confidence();
  edge.source_count = tally.sources();
  return true;
}

}  // namespace

View narrowed(View view, const Selection& selection) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < view.edges.size(); ++i) {
    if (!narrow(view, view.edges[i], selection)) continue;
    if (kept != i) view.edges[kept] = std::move(view.edges[i]);
    ++kept;
  }
  view.edges.resize(kept);
  return view;
}

}  // namespace quanhe
