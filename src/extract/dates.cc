#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <vector>

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

// `base` is what the rule counts from, or nothing.
std::optional<PartialDate> start_of(const WorkingDocument& work, const FoundMatch& found, const DateRule& rule,
                                    const std::optional<PartialDate>& base) {
  const std::optional<int> day = field_value(work, found, rule.day);
  const std::optional<int> month = field_value(work, found, rule.month);
  const std::optional<int> year = field_value(work, found, rule.year);
  if (year) return checked(*year, month.value_or(0), day.value_or(0));
  if (!base) return std::nullopt;
  const auto years = field_value(work, found, rule.years);
  if (month && years) return checked(base->year + *years, *month, day.value_or(0));
  if (month) return complete(*base, *month, day.value_or(0), rule.toward);
  if (day && base->month != 0) return checked(base->year, base->month, *day);
  if (years) return checked(base->year + *years, 0, 0);
  const auto months = field_value(work, found, rule.months);
  if (months && base->month != 0) return plus_months(*base, *months);
  const auto days = field_value(work, found, rule.days);
  if (days && base->day != 0) return plus_days(*base, *days);
  return std::nullopt;
}

std::optional<DateRange> date_of(const WorkingDocument& work, const FoundMatch& found, const DateRule& rule,
                                 const std::optional<PartialDate>& said) {
  const auto start = start_of(work, found, rule, rule.from == DateRule::From::kSaid ? said : work.date);
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

// Who holds office tells when a text was written: not in a year in which most of those whom it names held none. A few
// may be of another time.
class Plausible {
 public:
  explicit Plausible(const WorkingDocument& work) : work_(work), offices_(work.rules.offices) {}

  bool operator()(int year) {
    const auto [known, is_new] = years_.try_emplace(year, true);
    if (is_new) {
      if (years_.size() == 1) find_holders();
      const auto out = std::count_if(holders_.begin(), holders_.end(), [&](const std::string& holder) {
        return offices_.was_in_office(holder, year) == std::optional(false);
      });
      known->second = holders_.size() < kFewest || 2 * static_cast<std::size_t>(out) <= holders_.size();
    }
    return known->second;
  }

 private:
  static constexpr std::size_t kFewest = 3;

  void find_holders() {
    std::set<std::uint32_t> nodes;
    for (const KnownMention& mention : work_.mentions) {
      if (mention.node) nodes.insert(*mention.node);
    }
    for (const std::uint32_t node : nodes) {
      if (offices_.was_in_office(work_.nodes[node].name, 0)) holders_.push_back(work_.nodes[node].name);
    }
  }

  const WorkingDocument& work_;
  const OfficeRegister& offices_;
  std::vector<std::string> holders_;  // whom the text names
  std::map<int, bool> years_;         // that were asked about
};

bool is_day(const DateRange& date) { return date.start.day != 0 && !date.end; }

// A day that stands among the first tokens of a sentence is that of what follows; a later one may be told of.
constexpr std::uint32_t kOpening = 8;

bool tells_own_date(const WorkingDocument& work, std::uint32_t token) {
  return std::any_of(work.own_dates.begin(), work.own_dates.end(),
                     [&](const Span& tokens) { return tokens.start <= token && token < tokens.end; });
}

bool is_within(const PartialDate& date, const PartialDate& period) {
  return first_day_number(period) <= first_day_number(date) && last_day_number(date) <= last_day_number(period);
}

// Of several such dates, as on a page that announces other articles, the first is that of the document.
void read_own_dates(WorkingDocument& work, Plausible& is_plausible) {
  const auto& dates = work.rules.document_dates;
  const auto pattern_of = [&](std::uint32_t number) -> const CompiledPattern& { return dates.rules[number].pattern; };
  PatternSearch search(dates.index);
  bool is_told = false;
  for (std::uint32_t sentence = 0; sentence < work.document.sentences.size(); ++sentence) {
    const std::shared_ptr<const SentenceItems> items = work.items(sentence);
    for (const RuleCandidate& candidate : select_candidates(find_candidates(work, *items, search, pattern_of))) {
      const DateRule& rule = dates.rules[candidate.rule];
      const auto date = date_of(work, work.found(rule.pattern, candidate.match, *items, sentence), rule, std::nullopt);
      if (!date) continue;
      const Span& range = candidate.match.range;
      work.own_dates.push_back({range.start + items->offset(), range.end + items->offset()});
      if (is_told || (work.date ? !is_within(date->start, *work.date) : !is_plausible(date->start.year))) continue;
      work.date = date->start;
      is_told = true;
    }
  }
}

void infer_year(WorkingDocument& work, Plausible& is_plausible) {
  const auto& years = work.rules.document_years;
  const auto pattern_of = [&](std::uint32_t number) -> const CompiledPattern& { return years.rules[number].pattern; };
  PatternSearch search(years.index);
  auto surest = static_cast<std::uint32_t>(years.rules.size());  // of the patterns that gave a year
  for (std::uint32_t sentence = 0; sentence < work.document.sentences.size(); ++sentence) {
    const std::shared_ptr<const SentenceItems> kept_items = work.items(sentence);
    for (const RuleCandidate& candidate : find_candidates(work, *kept_items, search, pattern_of)) {
      if (candidate.rule >= surest) continue;
      const DocumentYearRule& rule = years.rules[candidate.rule];
      const FoundMatch found = work.found(rule.pattern, candidate.match, *kept_items, sentence);
      const auto year = field_value(work, found, DateField{rule.year_capture, 0, false});
      const auto date = year ? checked(*year, 0, 0) : std::nullopt;
      if (!date || !is_plausible(date->year)) continue;
      work.date = date;
      work.date_is_inferred = true;
      surest = candidate.rule;
    }
  }
}

}  // namespace

void date_document(WorkingDocument& work) {
  Plausible is_plausible(work);
  read_own_dates(work, is_plausible);
  if (!work.date) infer_year(work, is_plausible);
}

void find_dates(WorkingDocument& work) {
  const auto& dates = work.rules.dates;
  PatternSearch search(dates.index);
  std::optional<PartialDate> said;  // the last day with which a sentence began
  for (std::uint32_t sentence = 0; sentence < work.document.sentences.size(); ++sentence) {
    const std::shared_ptr<const SentenceItems> kept_items = work.items(sentence);
    const SentenceItems& items = *kept_items;
    std::vector<RuleCandidate> candidates =
        find_candidates(work, items, search,
                        [&](std::uint32_t number) -> const CompiledPattern& { return dates.rules[number].pattern; });
    const auto value_of = [&](const RuleCandidate& candidate) {
      const DateRule& rule = dates.rules[candidate.rule];
      return date_of(work, work.found(rule.pattern, candidate.match, items, sentence), rule, said);
    };
    std::erase_if(candidates, [&](const RuleCandidate& candidate) {
      return tells_own_date(work, candidate.match.range.start + items.offset());
    });
    // What is no date does not compete: "11/2021" is no day and month. What counts from a day that was said may count
    // from one of this sentence, which is not known yet.
    std::erase_if(candidates, [&](const RuleCandidate& candidate) {
      return dates.rules[candidate.rule].from == DateRule::From::kDocument && !value_of(candidate);
    });
    for (RuleCandidate& candidate : candidates) candidate.priority = dates.rules[candidate.rule].priority;
    for (const RuleCandidate& candidate : select_candidates(std::move(candidates))) {
      KnownMention mention;
      mention.date = value_of(candidate);
      if (!mention.date) continue;
      mention.place.tokens = {candidate.match.range.start + items.offset(), candidate.match.range.end + items.offset()};
      mention.place.type = work.rules.date_type;
      mention.date_rule = &dates.rules[candidate.rule];
      if (candidate.match.range.start < kOpening && is_day(*mention.date)) said = mention.date->start;
      work.add_mention(std::move(mention), sentence);
    }
  }
}

}  // namespace quanhe
