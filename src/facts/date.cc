#include "facts/date.h"

#include <chrono>

#include "base/check.h"

namespace quanhe {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;

year_month_day calendar_day(int y, int m, int d) {
  return year_month_day(year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d)));
}

int day_number(const year_month_day& date) {
  return static_cast<int>(sys_days(date).time_since_epoch().count());
}

// A run of exactly `length` digits at the front of `text`, which it is cut from.
template <std::size_t length>
std::optional<int> take_digits(std::string_view& text) {
  if (text.size() < length) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < length; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(length);
  return value;
}

bool take_dash(std::string_view& text) {
  if (!text.starts_with('-')) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

bool is_valid(const PartialDate& date) {
  if (date.year < 1 || date.year > 9999) return false;
  if (date.month < 0 || date.month > 12 || date.day < 0) return false;
  if (date.month == 0) return date.day == 0;
  constexpr int kShortestMonth = 28;
  return date.day <= kShortestMonth || calendar_day(date.year, date.month, date.day).ok();
}

std::string to_iso(const PartialDate& date) {
  const auto digit = [](int value) { return static_cast<char>('0' + value % 10); };
  const char text[] = {digit(date.year / 1000), digit(date.year / 100), digit(date.year / 10), digit(date.year),
                       '-', digit(date.month / 10), digit(date.month), '-', digit(date.day / 10), digit(date.day)};
  return std::string(text, date.month == 0 ? 4 : date.day == 0 ? 7 : 10);
}

std::optional<PartialDate> parse_iso_date(std::string_view text) {
  PartialDate date;
  const std::optional<int> year_digits = take_digits<4>(text);
  if (!year_digits) return std::nullopt;
  date.year = *year_digits;
  for (int* const field : {&date.month, &date.day}) {
    if (!take_dash(text)) break;
    const std::optional<int> digits = take_digits<2>(text);
    if (!digits || *digits == 0) return std::nullopt;
    *field = *digits;
  }
  const bool time_follows = date.day != 0 && text.starts_with('T');
  if ((!text.empty() && !time_follows) || !is_valid(date)) return std::nullopt;
  return date;
}

int first_day_number(const PartialDate& date) {
  QUANHE_CHECK(is_valid(date));
  return day_number(calendar_day(date.year, date.month == 0 ? 1 : date.month, date.day == 0 ? 1 : date.day));
}

int last_day_number(const PartialDate& date) {
  QUANHE_CHECK(is_valid(date));
  if (date.day != 0) return first_day_number(date);
  const year_month last_month(year(date.year), month(date.month == 0 ? 12U : static_cast<unsigned>(date.month)));
  return day_number(year_month_day(sys_days((last_month + months(1)) / day(1)) - days(1)));
}

PartialDate plus_days(const PartialDate& date, int count) {
  const year_month_day shifted(sys_days(days(first_day_number(date) + count)));
  return {static_cast<int>(shifted.year()), static_cast<int>(static_cast<unsigned>(shifted.month())),
          static_cast<int>(static_cast<unsigned>(shifted.day()))};
}

PartialDate plus_months(const PartialDate& date, int count) {
  QUANHE_CHECK(is_valid(date) && date.month != 0);
  const year_month shifted =
      year_month(year(date.year), month(static_cast<unsigned>(date.month))) + months(count);
  return {static_cast<int>(shifted.year()), static_cast<int>(static_cast<unsigned>(shifted.month())), 0};
}

std::string to_iso(const DateRange& range) {
  return range.end ? to_iso(range.start) + "/" + to_iso(*range.end) : to_iso(range.start);
}

std::optional<DateRange> parse_iso_range(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::optional<PartialDate> start = parse_iso_date(text.substr(0, slash));
  if (!start) return std::nullopt;
  if (slash == std::string_view::npos) return DateRange{*start, {}};
  const std::optional<PartialDate> end = parse_iso_date(text.substr(slash + 1));
  if (!end || last_day_number(*end) < first_day_number(*start)) return std::nullopt;
  return DateRange{*start, end};
}

DaySpan days_of(const DateRange& range) {
  return {first_day_number(range.start), last_day_number(range.end.value_or(range.start))};
}

}  // namespace quanhe
