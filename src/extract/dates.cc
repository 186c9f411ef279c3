#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string>

#include "extract/steps.h"

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

// The number that a capture took, or the field's own.
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

// A date has only fields that exist in the calendar, whatever the text says.
std::optional<PartialDate> checked(int year, int month, int day) {
  const PartialDate date{year, month, month == 0 ? 0 : day};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

// A day and month without a year: of the document's year and its neighbours, the one that is nearest to the
// document's date, or the last before it, or the first after it. A document that knows no more than its year
// gives that year.
std::optional<PartialDate> complete(const PartialDate& document, int month, int day, DateRule::Toward toward) {
  if (document.month == 0) return checked(document.year, month, day);
  std::optional<PartialDate> best;
  int best_distance = 0;
  for (int year = document.year - 1; year <= document.year + 1; ++year) {
    const std::optional<PartialDate> candidate = checked(year, month, day);
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

std::optional<PartialDate> start_of(const WorkingDocument& work, const FoundMatch& found, const DateRule& rule) {
  const std::optional<int> day = field_value(work, found, rule.day);
  const std::optional<int> month = field_value(work, found, rule.month);
  const std::optional<int> year = field_value(work, found, rule.year);
  if (year) return checked(*year, month.value_or(0), day.value_or(0));
  if (!work.date) return std::nullopt;
  const auto years = field_value(work, found, rule.years);
  if (month && years) return checked(work.date->year + *years, *month, day.value_or(0));
  if (month) return complete(*work.date, *month, day.value_or(0), rule.toward);
  if (day && work.date->month != 0) return checked(work.date->year, work.date->month, *day);
  if (years) return checked(work.date->year + *years, 0, 0);
  const auto months = field_value(work, found, rule.months);
  if (months && work.date->month != 0) return plus_months(*work.date, *months);
  const auto days = field_value(work, found, rule.days);
  if (days && work.date->day != 0) return plus_days(*work.date, *days);
  return std::nullopt;
}

std::optional<DateRange> date_of(const WorkingDocument& work, const FoundMatch& found, const DateRule& rule) {
  const std::optional<PartialDate> start = start_of(work, found, rule);
  if (!start) return std::nullopt;
  DateRange range{*start, std::nullopt};
  if (!rule.until_day && !rule.until_month && !rule.until_year) return range;
  const int year = field_value(work, found, rule.until_year).value_or(start->year);
  const int month = field_value(work, found, rule.until_month).value_or(start->month);
  const int day = field_value(work, found, rule.until_day).value_or(0);
  const std::optional<PartialDate> end = checked(year, month, day);
  if (end && last_day_number(*end) > last_day_number(*start)) range.end = end;
  return range;
}

}  // namespace

void infer_document_year(WorkingDocument& work) {
  const auto& years = work.rules.document_years;
  PatternSearch search(years.index);
  for (std::uint32_t sentence = 0; sentence < work.document.sentences.size() && !work.date; ++sentence) {
    const std::shared_ptr<const SentenceItems> kept_items = work.items(sentence);
    const SentenceItems& items = *kept_items;
    const auto pattern_of = [&](std::uint32_t number) -> const CompiledPattern& { return years.rules[number].pattern; };
    for (const RuleCandidate& candidate : find_candidates(work, items, search, pattern_of)) {
      const DocumentYearRule& rule = years.rules[candidate.rule];
      const FoundMatch found = work.found(rule.pattern, candidate.match, items, sentence);
      const auto year = field_value(work, found, DateField{rule.year_capture, 0, false});
      if (!year || work.date) continue;
      work.date = checked(*year, 0, 0);
      work.date_is_inferred = work.date.has_value();
    }
  }
}

void find_dates(WorkingDocument& work) {
  const auto& dates = work.rules.dates;
  PatternSearch search(dates.index);
  for (std::uint32_t sentence = 0; sentence < work.document.sentences.size(); ++sentence) {
    const std::shared_ptr<const SentenceItems> kept_items = work.items(sentence);
    const SentenceItems& items = *kept_items;
    std::vector<RuleCandidate> candidates =
        find_candidates(work, items, search,
                        [&](std::uint32_t number) -> const CompiledPattern& { return dates.rules[number].pattern; });
    const auto value_of = [&](const RuleCandidate& candidate) {
      const DateRule& rule = dates.rules[candidate.rule];
      return date_of(work, work.found(rule.pattern, candidate.match, items, sentence), rule);
    };
    // What is no date does not compete: "11/2021" is no day and month.
    std::erase_if(candidates, [&](const RuleCandidate& candidate) { return !value_of(candidate); });
    for (RuleCandidate& candidate : candidates) candidate.priority = dates.rules[candidate.rule].priority;
    for (const RuleCandidate& candidate : select_candidates(std::move(candidates))) {
      KnownMention mention;
      mention.place.tokens = {candidate.match.range.start + items.offset(), candidate.match.range.end + items.offset()};
      mention.place.type = work.rules.date_type;
      mention.date = value_of(candidate);
      mention.date_rule = &dates.rules[candidate.rule];
      work.add_mention(std::move(mention), sentence);
    }
  }
}

}  // namespace quanhe
