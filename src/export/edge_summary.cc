#include "export/edge_summary.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
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
    // They are sorted by name.
    if (name > wanted) break;
  }
  return std::nullopt;
}

PartialDate last_of(const DateRange& range) { return range.end.value_or(range.start); }

bool comes_before(const DateRange& a, const DateRange& b) {
  return std::make_tuple(a.start, last_of(a)) < std::make_tuple(b.start, last_of(b));
}

void widen(EdgeSummary& summary, const PartialDate& start, const std::optional<PartialDate>& end) {
  if (!summary.start || start < *summary.start) summary.start = start;
  if (end && (!summary.end || last_day_number(*summary.end) < last_day_number(*end))) summary.end = end;
}

// Ends a state that has no end with the first of `ends` that is not before it.
void end_state(DateRange& state, std::span<const PartialDate> ends) {
  if (state.end) return;
  for (const PartialDate& end : ends) {
    const bool fits = last_day_number(end) >= first_day_number(state.start);
    if (fits && (!state.end || last_day_number(end) < last_day_number(*state.end))) state.end = end;
  }
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

std::vector<const ViewOccurrence*> shown_occurrences(const ViewEdge& edge, const ExportOptions& options) {
  std::vector<const ViewOccurrence*> shown;
  shown.reserve(edge.occurrences.size());
  for (const ViewOccurrence& occurrence : edge.occurrences) {
    if (options.every_status || is_shown(occurrence.status)) shown.push_back(&occurrence);
  }
  return shown;
}

EdgeSummary summarize(const ViewEdge& edge, const ExportOptions& options) {
  EdgeSummary summary;
  summary.shown = shown_occurrences(edge, options);
  summary.dates.reserve(summary.shown.size());
  std::vector<PartialDate> ends;
  for (const ViewOccurrence* occurrence : summary.shown) {
    if (const auto date = date_of(*occurrence)) summary.dates.push_back(*date);
    const auto since = attribute_date(*occurrence, "since");
    const auto until = attribute_date(*occurrence, "until");
    if (until) ends.push_back(last_of(*until));
    if (!since) continue;
    DateRange& state = summary.states.emplace_back(DateRange{since->start, std::nullopt});
    if (until) end_state(state, std::span(&ends.back(), 1));
  }
  for (DateRange& state : summary.states) end_state(state, ends);
  for (const DateRange& date : summary.dates) widen(summary, date.start, last_of(date));
  for (const DateRange& state : summary.states) widen(summary, state.start, state.end);
  if (summary.dates.size() < 2) return summary;
  std::sort(summary.dates.begin(), summary.dates.end(), comes_before);
  summary.dates.erase(std::unique(summary.dates.begin(), summary.dates.end()), summary.dates.end());
  return summary;
}

std::vector<Spell> spells_of(const EdgeSummary& summary) {
  constexpr int kGoesOn = std::numeric_limits<int>::max();
  std::vector<DaySpan> periods;
  periods.reserve(summary.dates.size() + summary.states.size());
  for (const DateRange& date : summary.dates) {
    const int first = first_day_number(date.start);
    periods.push_back({first, std::max(first, last_day_number(last_of(date)))});
  }
  for (const DateRange& state : summary.states) {
    periods.push_back({first_day_number(state.start), state.end ? last_day_number(*state.end) : kGoesOn});
  }
  std::sort(periods.begin(), periods.end(), [](const DaySpan& a, const DaySpan& b) { return a.first < b.first; });
  std::vector<Spell> spells;
  const auto day_of = [](int number) { return plus_days({1970, 1, 1}, number); };
  for (std::size_t i = 0; i < periods.size();) {
    DaySpan united = periods[i];
    // What begins within it or on the day after it is one with it; nothing begins after all days.
    while (++i < periods.size() && periods[i].first - 1 <= united.last) united.last = std::max(united.last, periods[i].last);
    spells.push_back({day_of(united.first), united.last == kGoesOn ? std::nullopt : std::optional(day_of(united.last))});
  }
  return spells;
}

std::string_view precision_of(const EdgeSummary& summary) {
  int precision = summary.start ? 2 : 3;
  const auto weigh = [&](const PartialDate& date) {
    precision = std::min(precision, date.month == 0 ? 0 : date.day == 0 ? 1 : 2);
  };
  for (const std::vector<DateRange>* ranges : {&summary.dates, &summary.states}) {
    for (const DateRange& range : *ranges) {
      weigh(range.start);
      weigh(last_of(range));
    }
  }
  constexpr std::array<std::string_view, 4> kNames = {"year", "month", "day", ""};
  return kNames[static_cast<std::size_t>(precision)];
}

std::string_view judgement_of(const ViewEdge& edge) { return edge.confirmed ? "confirmed" : ""; }

std::string edge_id(const View& view, const ViewEdge& edge) {
  const std::string& from = view.nodes[edge.from].id;
  const std::string& to = view.nodes[edge.to].id;
  std::string id;
  id.reserve(edge.relation.size() + from.size() + to.size() + 2);
  return id.append(edge.relation).append(1, '/').append(from).append(1, '/').append(to);
}

}  // namespace quanhe
