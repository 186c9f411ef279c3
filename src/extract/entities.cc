#include "extract/evaluate.h"
#include "extract/steps.h"

namespace quanhe {
namespace {

bool is_single_capture(const Template& name) { return name.pieces.size() == 1 && name.pieces.front().reference; }

class EntityStepRun {
 public:
  EntityStepRun(WorkingDocument& work, const EntityStep& step) : work_(work), step_(step) {}

  void run(std::uint32_t sentence) {
    const std::shared_ptr<const SentenceItems> kept_items = work_.items(sentence);
    const SentenceItems& items = *kept_items;
    std::vector<RuleCandidate> candidates = find_candidates(
        work_, items, step_.index,
        [&](std::uint32_t number) -> const CompiledPattern& { return step_.rules[number].pattern; });
    for (RuleCandidate& candidate : candidates) candidate.priority = step_.rules[candidate.rule].priority;
    for (const RuleCandidate& candidate : select_candidates(std::move(candidates))) {
      const EntityRule& rule = step_.rules[candidate.rule];
      if (!rule.node && rule.edges.empty()) {
        work_.drop_mentions({candidate.match.range.start + items.offset(), candidate.match.range.end + items.offset()},
                            sentence);
        continue;
      }
      FoundMatch found = work_.found(rule.pattern, candidate.match, items, sentence);
      found.edges = &rule.edges;
      found.rule = rule.id;
      found.confidence = rule.confidence;
      found.makes_entity = true;
      found.trigger = {found.tokens.start, found.tokens.start};
      apply(rule, std::move(found));
    }
  }

 private:
  void apply(const EntityRule& rule, FoundMatch found) {
    if (!work_.has_room(work_.matches.size(), WorkingDocument::kMostMatches)) return;
    if (rule.node) found.self = make_mention(rule, found);
    if (rule.node && !found.self) return;
    if (rule.shows && found.captures[*rule.shows]) {
      for (const std::uint32_t shown : found.captures[*rule.shows]->mentions) work_.mentions[shown].shown = true;
    }
    work_.matches.push_back(std::move(found));
  }

  // The mention, and its node unless the name waits for a default.
  std::optional<std::uint32_t> make_mention(const EntityRule& rule, const FoundMatch& found) {
    const auto& [type, name] = *rule.node;
    KnownMention mention;
    mention.place.type = type;
    mention.place.tokens = found.tokens;
    if (rule.span != CaptureReference::kSelf) {
      if (!found.captures[rule.span]) return std::nullopt;
      mention.place.tokens = found.captures[rule.span]->tokens;
    }
    const Evaluator::Name said = Evaluator(work_, Stage::kExplicit).name(name, found);
    if (said.waits) {
      mention.named_by = static_cast<std::uint32_t>(work_.matches.size());
    } else if (said.text.empty()) {
      return std::nullopt;
    } else {
      mention.node = work_.made_node(type, said.text);
      mention.place.type = work_.nodes[*mention.node].type;
    }
    const Span tokens = mention.place.tokens;
    const std::optional<std::uint32_t> node = mention.node;
    const std::optional<std::uint32_t> number = work_.add_mention(std::move(mention), found.sentence);
    if (number && node && rule.also && found.captures[*rule.also]) {
      work_.other_names.push_back({*node, found.captures[*rule.also]->tokens});
    }
    if (number && node && !is_single_capture(name)) work_.nodes[*node].forms.insert(work_.words(tokens));
    return number;
  }

  WorkingDocument& work_;
  const EntityStep& step_;
};

}  // namespace

void find_entities_of_step(WorkingDocument& work, const EntityStep& step) {
  EntityStepRun run(work, step);
  for (std::uint32_t sentence = 0; sentence < work.document.sentences.size(); ++sentence) run.run(sentence);
}

void find_entities(WorkingDocument& work) {
  for (const EntityStep& step : work.rules.entity_steps) find_entities_of_step(work, step);
}

}  // namespace quanhe
