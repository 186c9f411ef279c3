#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace quanhe {

// A date of the proleptic Gregorian calendar as precise as a text gives it: a year, a month of a year, or a
// day. Years 1 to 9999; month 1 to 12 or 0 when unknown; day 1 to 31 or 0 when unknown (then without month
// no day). Ordered by calendar, the less precise first.
struct PartialDate {
  int year = 0;
  int month = 0;
  int day = 0;

  friend auto operator<=>(const PartialDate&, const PartialDate&) = default;
};

// True when every given field exists in the calendar: 2021-02-29 does not.
bool is_valid(const PartialDate& date);

// "2021", "2021-06", "2021-06-07".
std::string to_iso(const PartialDate& date);

// The whole of `text` must be a valid ISO 8601 date of one of the three precisions; a time of day after "T"
// is accepted and dropped.
std::optional<PartialDate> parse_iso_date(std::string_view text);

// Days from 1970-01-01 to the first day that `date` covers.
int first_day_number(const PartialDate& date);
// Days from 1970-01-01 to the last day that `date` covers.
int last_day_number(const PartialDate& date);

// The day that is `days` after the first day of `date`.
PartialDate plus_days(const PartialDate& date, int days);
// The month that is `months` after the month of `date`, without a day; `date` must have a month.
PartialDate plus_months(const PartialDate& date, int months);

// One date, or an interval whose ends are both included.
struct DateRange {
  PartialDate start;
  std::optional<PartialDate> end;

  friend bool operator==(const DateRange&, const DateRange&) = default;
};

// ISO 8601: "2021-06-07" or "2023-03-21/2023-03-22".
std::string to_iso(const DateRange& range);

// What to_iso() writes. Nothing when `text` is no such range, or ends before it starts.
std::optional<DateRange> parse_iso_range(std::string_view text);

// Days from 1970-01-01, both included.
struct DaySpan {
  int first = 0;
  int last = 0;

  bool overlaps(const DaySpan& other) const { return first <= other.last && other.first <= last; }
};

// From the first day that the range may mean to the last.
DaySpan days_of(const DateRange& range);

}  // namespace quanhe
