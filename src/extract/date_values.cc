#include "extract/date_values.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string>

namespace quanhe {
namespace {

// What a word class says of the word that the capture took: July: {month: 7} for {month: <month>}.
std::optional<int> number_of_entry(const FoundMatch& found, std::uint32_t capture) {
  const std::optional<CaptureValue>& value = found.captures[capture];
  if (!value || value->entry == nullptr) return std::nullopt;
  const std::string& name = found.pattern->captures[capture].name;
  const std::string* feature = value->entry->feature(name.substr(name.rfind('.') + 1));
  if (feature == nullptr) return std::nullopt;
  int number = 0;
  const auto [end, code] = std::from_chars(feature->data(), feature->data() + feature->size(), number);
  return code == std::errc() && end == feature->data() + feature->size() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<int> field_value(const WorkingDocument& work, const FoundMatch& found,
                               const std::optional<DateField>& field) {
  if (!field) return std::nullopt;
  int value = field->constant;
  if (field->capture != CaptureReference::kSelf) {
    const std::optional<CaptureValue>& capture = found.captures[field->capture];
    if (!capture) return std::nullopt;
    const std::optional<int> of_entry = number_of_entry(found, field->capture);
    const Token& token = work.document.tokens[capture->tokens.start];
    if (!of_entry && (token.kind != TokenKind::kNumber || token.value == Token::kNoValue)) return std::nullopt;
    value = of_entry ? *of_entry : static_cast<int>(token.value);
  }
  return field->negative ? -value : value;
}

std::optional<PartialDate> calendar_date(int year, int month, int day) {
  const PartialDate date{year, month, month == 0 ? 0 : day};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

namespace {

// A day and month without a year: of the document's year and its neighbours, the one that is nearest to the
// document's date, or the last before it, or the first after it. A document that knows no more than its year
// gives that year.
std::optional<PartialDate> complete(const PartialDate& document, int month, int day, DateRule::Toward toward) {
  if (document.month == 0) return calendar_date(document.year, month, day);
  std::optional<PartialDate> best;
  int best_distance = 0;
  for (int year = document.year - 1; year <= document.year + 1; ++year) {
    const std::optional<PartialDate> candidate = calendar_date(year, month, day);
    if (!candidate) continue;
    const int past = last_day_number(document) - first_day_number(*candidate);
    const int future = last_day_number(*candidate) - first_day_number(document);
    if (toward == DateRule::Toward::kPast && past < 0) continue;
    if (toward == DateRule::Toward::kFuture && future < 0) continue;
    const int measure = std::min(std::abs(past), std::abs(future));
    if (best && measure >= best_distance) continue;
    best = candidate;
    best_distance = measure;
  }
  return best;
}

// `base` is what the rule counts from, or nothing.
std::optional<PartialDate> start_of(const WorkingDocument& work, const FoundMatch& found, const DateRule& rule,
                                    const std::optional<PartialDate>& base) {
  const std::optional<int> day = field_value(work, found, rule.day);
  const std::optional<int> month = field_value(work, found, rule.month);
  const std::optional<int> year = field_value(work, found, rule.year);
  if (year) return calendar_date(*year, month.value_or(0), day.value_or(0));
  if (!base) return std::nullopt;
  const auto years = field_value(work, found, rule.years);
  if (month && years) return calendar_date(base->year + *years, *month, day.value_or(0));
  if (month) return complete(*base, *month, day.value_or(0), rule.toward);
  if (day && base->month != 0) return calendar_date(base->year, base->month, *day);
  if (years) return calendar_date(base->year + *years, 0, 0);
  const auto months = field_value(work, found, rule.months);
  if (months && base->month != 0) return plus_months(*base, *months);
  const auto days = field_value(work, found, rule.days);
  if (days && base->day != 0) return plus_days(*base, *days);
  return std::nullopt;
}

}  // namespace

std::optional<DateRange> date_of(const WorkingDocument& work, const FoundMatch& found, const DateRule& rule,
                                 const std::optional<PartialDate>& base) {
  const auto start = start_of(work, found, rule, base);
  if (!start) return std::nullopt;
  DateRange range{*start, std::nullopt};
  if (!rule.until_day && !rule.until_month && !rule.until_year) return range;
  const int year = field_value(work, found, rule.until_year).value_or(start->year);
  const int month = field_value(work, found, rule.until_month).value_or(start->month);
  const int day = field_value(work, found, rule.until_day).value_or(0);
  const std::optional<PartialDate> end = calendar_date(year, month, day);
  if (end && last_day_number(*end) > last_day_number(*start)) range.end = end;
  return range;
}

std::vector<RuleCandidate> date_candidates(WorkingDocument& work, const SentenceItems& items,
                                           const IndexedRules<DateRule>& dates) {
  std::vector<RuleCandidate> candidates =
      find_candidates(work, items, dates.index,
                      [&](std::uint32_t number) -> const CompiledPattern& { return dates.rules[number].pattern; });
  for (RuleCandidate& candidate : candidates) candidate.priority = dates.rules[candidate.rule].priority;
  return candidates;
}

}  // namespace quanhe
