#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "extract/date_values.h"
#include "extract/office_year.h"
#include "extract/steps.h"
#include "text/layout.h"

namespace quanhe {
namespace {

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

struct InferredYear {
  int year = 0;
  std::string reason;
};

bool is_within(const PartialDate& date, const PartialDate& period) {
  return first_day_number(period) <= first_day_number(date) && last_day_number(date) <= last_day_number(period);
}

// Of several such dates, as on a page that announces other articles, the first is that of the document.
void read_own_dates(WorkingDocument& work, Plausible& is_plausible) {
  const auto& dates = work.rules.document_dates;
  bool is_told = false;
  for (std::uint32_t sentence = 0; sentence < work.document.sentences.size(); ++sentence) {
    const std::shared_ptr<const SentenceItems> items = work.items(sentence);
    for (const RuleCandidate& candidate : select_candidates(date_candidates(work, *items, dates))) {
      const DateRule& rule = dates.rules[candidate.rule];
      const auto date = date_of(work, work.found(rule.pattern, candidate.match, *items, sentence), rule, std::nullopt);
      if (!date) continue;
      const Span tokens{candidate.match.range.start + items->offset(), candidate.match.range.end + items->offset()};
      work.own_dates.push_back({tokens, date->start, &rule});
      if (is_told || (work.date ? !is_within(date->start, *work.date) : !is_plausible(date->start.year))) continue;
      work.date = date->start;
      work.date_reason = rule.id + ", by the words " + quoted(work.words(tokens));
      is_told = true;
    }
  }
}

// Of the first pattern of the list that gives a year that fits; and the words that do.
template <typename Fits>
std::optional<InferredYear> year_by_patterns(WorkingDocument& work, const Fits& fits) {
  const auto& years = work.rules.document_years;
  const auto pattern_of = [&](std::uint32_t number) -> const CompiledPattern& { return years.rules[number].pattern; };
  std::optional<InferredYear> surest;
  auto rule_of_surest = static_cast<std::uint32_t>(years.rules.size());
  for (std::uint32_t sentence = 0; sentence < work.document.sentences.size(); ++sentence) {
    const std::shared_ptr<const SentenceItems> kept_items = work.items(sentence);
    for (const RuleCandidate& candidate : find_candidates(work, *kept_items, years.index, pattern_of)) {
      if (candidate.rule >= rule_of_surest) continue;
      const DocumentYearRule& rule = years.rules[candidate.rule];
      const FoundMatch found = work.found(rule.pattern, candidate.match, *kept_items, sentence);
      const auto year = field_value(work, found, DateField{rule.year_capture, 0, false});
      if (!year || !calendar_date(*year, 0, 0) || !fits(*year)) continue;
      surest = InferredYear{*year, "document_year, by the words " + quoted(work.words(found.tokens))};
      rule_of_surest = candidate.rule;
    }
  }
  return surest;
}

}  // namespace

void date_document(WorkingDocument& work) {
  Plausible is_plausible(work);
  read_own_dates(work, is_plausible);
  if (work.date) return;
  const OfficeYears offices = years_by_offices(work);
  const std::vector<int>& years = offices.years;
  const auto fits = [&](int year) {
    return is_plausible(year) && (years.empty() || std::find(years.begin(), years.end(), year) != years.end());
  };
  const std::optional<InferredYear> told =
      years.size() == 1 ? InferredYear{years.front(), "who held office: " + offices.holders} : year_by_patterns(work, fits);
  if (!told) return;
  work.date = PartialDate{told->year, 0, 0};
  work.date_is_inferred = true;
  work.date_reason = told->reason;
}

}  // namespace quanhe
