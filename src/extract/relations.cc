#include <map>

#include "extract/steps.h"

namespace quanhe {
namespace {

class RelationRun {
 public:
  RelationRun(WorkingDocument& work, std::uint32_t sentence)
      : work_(work), sentence_(sentence), kept_items_(work.items(sentence)), items_(*kept_items_) {}

  void run() {
    std::vector<std::uint32_t> scratch;
    for (std::uint32_t position = 0; position < items_.size(); ++position) {
      for (const std::uint32_t number : work_.rules.relation_index.find(items_, position, scratch)) {
        try_variant(number, position);
      }
    }
  }

 private:
  // One match a rule and trigger: the first variant that matches has it, and a trigger does not begin within the
  // rule's last one.
  void try_variant(std::uint32_t number, std::uint32_t position) {
    const auto& [rule_number, variant] = work_.rules.relation_variants[number];
    const auto last = trigger_ends_.find(rule_number);
    if (last != trigger_ends_.end() && position < last->second) return;
    if (!work_.has_room(work_.matches.size(), WorkingDocument::kMostMatches)) return;
    const RelationRule& rule = work_.rules.relations[rule_number];
    const std::optional<Match> match = work_.matcher.match_trigger(rule.variants[variant], items_, position);
    if (!match) return;
    trigger_ends_[rule_number] = match->trigger.end;
    FoundMatch found = work_.found(rule.variants[variant], *match, items_, sentence_);
    found.edges = &rule.edges;
    found.rule = rule.id;
    found.confidence = rule.confidence;
    work_.matches.push_back(std::move(found));
  }

  WorkingDocument& work_;
  std::uint32_t sentence_;
  std::shared_ptr<const SentenceItems> kept_items_;
  const SentenceItems& items_;
  std::map<std::uint32_t, std::uint32_t> trigger_ends_;  // by rule, positions
};

}  // namespace

void find_relations(WorkingDocument& work) {
  for (std::uint32_t sentence = 0; sentence < work.document.sentences.size(); ++sentence) {
    RelationRun(work, sentence).run();
  }
}

}  // namespace quanhe
