#include "export/edge_summary.h"

#include <algorithm>
#include <array>
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

bool is_exported(const ViewEdge& edge, const ExportOptions& options) {
  return options.every_status || is_shown(edge.status);
}

bool is_date_attribute(std::string_view name) { return name == "date" || name == "as_of" || name == "since"; }

std::optional<DateRange> date_of(const ViewOccurrence& occurrence) {
  const auto date = attribute_date(occurrence, "date");
  return date ? date : attribute_date(occurrence, "as_of");
}

EdgeSummary summarize(const ViewEdge& edge, const ExportOptions& options) {
  EdgeSummary summary;
  summary.shown.reserve(edge.occurrences.size());
  summary.dates.reserve(edge.occurrences.size());
  for (const ViewOccurrence& occurrence : edge.occurrences) {
    if (!options.every_status && !is_shown(occurrence.status)) continue;
    summary.shown.push_back(&occurrence);
    if (const auto date = date_of(occurrence)) widen(summary, *date);
    const auto since = attribute_date(occurrence, "since");
    if (since && (!summary.since || since->start < *summary.since)) summary.since = since->start;
  }
  if (summary.since && (!summary.start || *summary.since < *summary.start)) summary.start = summary.since;
  if (summary.dates.size() < 2) return summary;
  std::sort(summary.dates.begin(), summary.dates.end(), comes_before);
  summary.dates.erase(std::unique(summary.dates.begin(), summary.dates.end()), summary.dates.end());
  return summary;
}

std::vector<Spell> spells_of(const EdgeSummary& summary) {
  std::vector<Spell> spells;
  const auto day_of = [](int number) { return plus_days({1970, 1, 1}, number); };
  // The dates are sorted by their beginnings.
  for (const DateRange& date : summary.dates) {
    const int first = first_day_number(date.start);
    const int last = std::max(first, last_day_number(last_of(date)));
    if (spells.empty() || last_day_number(*spells.back().end) + 1 < first) {
      spells.push_back({day_of(first), day_of(last)});
    } else if (last_day_number(*spells.back().end) < last) {
      spells.back().end = day_of(last);
    }
  }
  if (!summary.since) return spells;
  // What begins before the state goes on and ends in it is one with it.
  int start = first_day_number(*summary.since);
  while (!spells.empty() && last_day_number(*spells.back().end) + 1 >= start) {
    start = std::min(start, first_day_number(spells.back().start));
    spells.pop_back();
  }
  spells.push_back({day_of(start), std::nullopt});
  return spells;
}

std::string_view precision_of(const EdgeSummary& summary) {
  int precision = summary.start ? 2 : 3;
  const auto weigh = [&](const PartialDate& date) {
    precision = std::min(precision, date.month == 0 ? 0 : date.day == 0 ? 1 : 2);
  };
  if (summary.since) weigh(*summary.since);
  for (const DateRange& date : summary.dates) {
    weigh(date.start);
    weigh(last_of(date));
  }
  constexpr std::array<std::string_view, 4> kNames = {"year", "month", "day", ""};
  return kNames[static_cast<std::size_t>(precision)];
}

std::string_view judgement_of(const ViewEdge& edge) { return edge.confirmed ? "confirmed" : ""; }

std::string edge_id(const View& view, const ViewEdge& edge) {
  return edge.relation + "/" + view.nodes[edge.from].id + "/" + view.nodes[edge.to].id;
}

}  // namespace quanhe
