#include <algorithm>
#include <vector>

#include "extract/date_values.h"
#include "extract/steps.h"

namespace quanhe {
namespace {

bool is_day(const DateRange& date) { return date.start.day != 0 && !date.end; }

// A day that stands among the first tokens of a sentence is that of what follows; a later one may be told of.
constexpr std::uint32_t kOpening = 8;

bool tells_own_date(const WorkingDocument& work, std::uint32_t token) {
  return std::any_of(work.own_dates.begin(), work.own_dates.end(),
                     [&](const OwnDate& own) { return own.tokens.overlaps({token, token + 1}); });
}

}  // namespace

void find_dates(WorkingDocument& work) {
  const auto& dates = work.rules.dates;
  std::optional<PartialDate> said;  // the last day with which a sentence began
  for (std::uint32_t sentence = 0; sentence < work.document.sentences.size(); ++sentence) {
    const std::shared_ptr<const SentenceItems> kept_items = work.items(sentence);
    const SentenceItems& items = *kept_items;
    std::vector<RuleCandidate> candidates = date_candidates(work, items, dates);
    const auto value_of = [&](const RuleCandidate& candidate) {
      const DateRule& rule = dates.rules[candidate.rule];
      return date_of(work, work.found(rule.pattern, candidate.match, items, sentence), rule,
                     rule.from == DateRule::From::kSaid ? said : work.date);
    };
    std::erase_if(candidates, [&](const RuleCandidate& candidate) {
      return tells_own_date(work, candidate.match.range.start + items.offset());
    });
    // What is no date does not compete: "11/2021" is no day and month. What counts from a day that was said may count
    // from one of this sentence, which is not known yet.
    std::erase_if(candidates, [&](const RuleCandidate& candidate) {
      return dates.rules[candidate.rule].from == DateRule::From::kDocument && !value_of(candidate);
    });
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
