#include "export/edge_summary.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace quanhe {
namespace {

std::optional<DateRange> parse_range(std::string_view text) {
  const auto slash = text.find('/');
  const auto start = parse_iso_date(text.substr(0, slash));
  if (!start) return std::nullopt;
  if (slash == std::string_view::npos) return DateRange{*start, std::nullopt};
  const auto end = parse_iso_date(text.substr(slash + 1));
  if (!end) return std::nullopt;
  return DateRange{*start, end};
}

std::optional<DateRange> attribute_date(const ViewOccurrence& occurrence, std::string_view wanted) {
  for (const auto& [name, value] : occurrence.attributes) {
    if (name == wanted) return parse_range(value);
  }
  return std::nullopt;
}

PartialDate last_of(const DateRange& range) { return range.end.value_or(range.start); }

bool comes_before(const DateRange& a, const DateRange& b) {
  return std::make_tuple(a.start, last_of(a)) < std::make_tuple(b.start, last_of(b));
}

void widen(EdgeSummary& summary, const DateRange& range) {
  summary.dates.push_back(range);
  if (!summary.start || range.start < *summary.start) summary.start = range.start;
  const PartialDate last = last_of(range);
  if (!summary.end || last_day_number(*summary.end) < last_day_number(last)) summary.end = last;
}

}  // namespace

bool is_exported(const ViewEdge& edge) { return is_shown(edge.status); }

bool is_date_attribute(std::string_view name) { return name == "date" || name == "as_of" || name == "since"; }

std::optional<DateRange> date_of(const ViewOccurrence& occurrence) {
  const auto date = attribute_date(occurrence, "date");
  return date ? date : attribute_date(occurrence, "as_of");
}

EdgeSummary summarize(const ViewEdge& edge) {
  EdgeSummary summary;
  for (const ViewOccurrence& occurrence : edge.occurrences) {
    if (!is_shown(occurrence.status)) continue;
    summary.shown.push_back(&occurrence);
    if (const auto date = date_of(occurrence)) widen(summary, *date);
    const auto since = attribute_date(occurrence, "since");
    if (since && (!summary.start || since->start < *summary.start)) summary.start = since->start;
  }
  std::sort(summary.dates.begin(), summary.dates.end(), comes_before);
  summary.dates.erase(std::unique(summary.dates.begin(), summary.dates.end()), summary.dates.end());
  return summary;
}

std::string edge_id(const View& view, const ViewEdge& edge) {
  return edge.relation + "/" + view.nodes[edge.from].id + "/" + view.nodes[edge.to].id;
}

std::string type_label(const View& view, const std::string& type) {
  const NodeType* found = view.ontology.find_type(type);
  return found == nullptr ? type : label_in(found->labels, view.ontology.language);
}

std::string relation_label(const View& view, const std::string& relation) {
  const Relation* found = view.ontology.find_relation(relation);
  return found == nullptr ? relation : label_in(found->labels, view.ontology.language);
}

}  // namespace quanhe
