#include <map>

#include "extract/steps.h"

namespace quanhe {
namespace {

class RelationRun {
 public:
  explicit RelationRun(WorkingDocument& work) : work_(work) {}

  void run(std::uint32_t sentence) {
    const std::shared_ptr<const SentenceItems> items = work_.items(sentence);
    trigger_ends_.clear();
    const PatternIndex& index = work_.rules.relation_index;
    for (std::uint32_t position = index.next_place(*items, 0); position < items->size();
         position = index.next_place(*items, position + 1)) {
      for (const std::uint32_t number : work_.memory.search.find(index, *items, position)) {
        try_variant(number, *items, sentence, position);
      }
    }
  }

 private:
  // One match a rule and trigger: the first variant that matches has it, and a trigger does not begin within the
  // rule's last one.
  void try_variant(std::uint32_t number, const SentenceItems& items, std::uint32_t sentence, std::uint32_t position) {
    const auto& [rule_number, variant] = work_.rules.relation_variants[number];
    const auto last = trigger_ends_.find(rule_number);
    if (last != trigger_ends_.end() && position < last->second) return;
    if (!work_.has_room(work_.matches.size(), WorkingDocument::kMostMatches)) return;
    const RelationRule& rule = work_.rules.relations[rule_number];
    const std::optional<Match> match = work_.memory.matcher.match_trigger(rule.variants[variant], items, position);
    if (!match) return;
    trigger_ends_[rule_number] = match->trigger.end;
    FoundMatch found = work_.found(rule.variants[variant], *match, items, sentence);
    found.edges = &rule.edges;
    found.rule = rule.id;
    found.confidence = rule.confidence;
    work_.matches.push_back(std::move(found));
  }

  WorkingDocument& work_;
  std::map<std::uint32_t, std::uint32_t> trigger_ends_;  // by rule, positions of the sentence
};

}  // namespace

void find_relations(WorkingDocument& work) {
  RelationRun run(work);
  for (std::uint32_t sentence = 0; sentence < work.document.sentences.size(); ++sentence) run.run(sentence);
}

}  // namespace quanhe
