#include "query/told_period.h"

namespace quanhe {
namespace {

DaySpan span_of(std::string_view date) { return days_of(parse_iso_range(date).value_or(DateRange())); }

void widen(ToldPeriod& period, std::string_view date) {
  const std::optional<DateRange> range = parse_iso_range(date);
  if (!range) return;
  const std::string start = to_iso(range->start);
  const std::string end = to_iso(range->end.value_or(range->start));
  if (period.first.empty() || span_of(start).first < span_of(period.first).first) period.first = start;
  if (period.last.empty() || span_of(end).last > span_of(period.last).last) period.last = end;
}

}  // namespace

void ToldPeriod::hear(const Dating& statement) {
  widen(*this, statement.date.empty() ? statement.document_date : statement.date);
  widen(*this, statement.since);
  widen(*this, statement.until);
}

void ToldPeriod::hear(const StoredMention& mention) {
  hear(Dating{mention.status, mention.document_date, mention.date, mention.since, mention.until});
}

bool tells_days(std::string_view attribute) {
  return attribute == "date" || attribute == "since" || attribute == "until";
}

std::optional<DaySpan> ToldPeriod::days() const {
  if (first.empty()) return std::nullopt;
  return DaySpan{span_of(first).first, span_of(last).last};
}

}  // namespace quanhe
