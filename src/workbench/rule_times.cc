// Problem: say what each rule costs, without a clock in the matcher, which every build would pay for.
//
// Idea: a rule costs what the attempts of its patterns cost, and these can be made again. So the document is read anew
// up to the step of each kind of rules, and there all patterns are tried where their index offers them, with the clock
// around each.
//
// Works: rules that begin with common words, or look far, stand out. Does not: a clock takes some 20 nanoseconds
// itself, so that a rule of many attempts that fail at once looks dearer than it is.

#include "workbench/rule_times.h"

#include "workbench/read_text.h"

namespace quanhe {
namespace {

class RuleClock {
 public:
  RuleClock(const DocumentSource& source, const RuleSet& rules, const AttemptTime& told)
      : source_(source), rules_(rules), told_(told), memory_(*rules.words) {}

  void run() {
    time_list(ExtractStep::kDocumentDate, "date", rules_.document_dates);
    time_list(ExtractStep::kDates, "date", rules_.dates);
    time_entities();
    time_list(ExtractStep::kReferences, "reference", rules_.references);
    time_list(ExtractStep::kFrames, "frame", rules_.frames);
    time_relations();
    time_list(ExtractStep::kStatus, "status", rules_.cues);
  }

 private:
  template <typename Rule>
  void time_list(ExtractStep step, const std::string& kind, const IndexedRules<Rule>& list) {
    const auto read = read_text(source_, rules_, step);
    if (!read) return;
    time_patterns(read.value()->work, list.index, [&](std::uint32_t number, const auto& items, std::uint32_t position) {
      time_attempt(kind, list.rules[number].id,
                   [&] { memory_.matcher.match_at(list.rules[number].pattern, items, position); });
    });
  }

  void time_entities() {
    const auto read = read_text(source_, rules_, ExtractStep::kEntities);
    if (!read) return;
    WorkingDocument& work = read.value()->work;
    for (const EntityStep& step : rules_.entity_steps) {
      time_patterns(work, step.index, [&](std::uint32_t number, const auto& items, std::uint32_t position) {
        const EntityRule& rule = step.rules[number];
        time_attempt("entity", rule.id, [&] { memory_.matcher.match_at(rule.pattern, items, position); });
      });
      find_entities_of_step(work, step);
    }
  }

  void time_relations() {
    const auto read = read_text(source_, rules_, ExtractStep::kRelations);
    if (!read) return;
    const auto attempt = [&](std::uint32_t number, const auto& items, std::uint32_t position) {
      const auto& [rule_number, variant] = rules_.relation_variants[number];
      const RelationRule& rule = rules_.relations[rule_number];
      time_attempt("relation", rule.id,
                   [&, variant = variant] { memory_.matcher.match_trigger(rule.variants[variant], items, position); });
    };
    time_patterns(read.value()->work, rules_.relation_index, attempt);
  }

  template <typename Attempt>
  void time_patterns(const WorkingDocument& work, const PatternIndex& index, Attempt attempt) {
    for (std::uint32_t sentence = 0; sentence < work.document.sentences.size(); ++sentence) {
      const std::shared_ptr<const SentenceItems> items = work.items(sentence);
      for (std::uint32_t position = 0; position < items->size(); ++position) {
        for (const std::uint32_t number : memory_.search.find(index, *items, position)) attempt(number, *items, position);
      }
    }
  }

  template <typename Action>
  void time_attempt(const std::string& kind, const std::string& id, Action action) {
    const auto begin = std::chrono::steady_clock::now();
    action();
    told_(kind, id, std::chrono::steady_clock::now() - begin);
  }

  const DocumentSource& source_;
  const RuleSet& rules_;
  const AttemptTime& told_;
  WorkingMemory memory_;
};

}  // namespace

void measure_rules(const DocumentSource& source, const RuleSet& rules, const AttemptTime& told) {
  RuleClock(source, rules, told).run();
}

}  // namespace quanhe
