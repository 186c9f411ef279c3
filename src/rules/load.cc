#include "rules/load.h"

#include <vector>

#include "rules/lint.h"
#include "rules/loading.h"
#include "rules/pack_files.h"

namespace quanhe {
namespace {

void note_rule_words(RuleSet& rules) {
  std::vector<PatternIndex*> indexes = {
      &rules.dates.index,  &rules.document_dates.index, &rules.document_years.index, &rules.references.index,
      &rules.frames.index, &rules.cues.index,           &rules.relation_index};
  for (EntityStep& step : rules.entity_steps) indexes.push_back(&step.index);
  for (std::uint32_t number = 0; number < indexes.size(); ++number) indexes[number]->note_words(number, rules.rule_words);
  rules.needs->note_words(rules.rule_words);
}

std::unique_ptr<const RuleSet> load(std::span<const std::filesystem::path> packs, Diagnostics& diagnostics,
                                    bool checking) {
  PackFiles files = read_pack_files(packs, diagnostics);
  if (files.roots["pack"].empty()) return nullptr;
  auto rules = std::make_unique<RuleSet>();
  Loading loading(*rules, diagnostics, files.unread);
  loading.checking = checking;

  load_settings(loading, files.roots["pack"]);
  rules->info.hash = files.hash;
  load_ontology(loading, files.roots["ontology"]);
  load_recurring(loading, files.roots["pack"]);
  load_scoring(loading, files.roots["ontology"]);
  load_defaults(loading, files.roots["pack"]);
  load_words(loading, files.roots["words"]);
  load_phrases(loading, files.roots["phrases"]);
  load_lexicon(loading, files.roots["lexicon"], files.tables["lexicon"]);
  load_offices(loading, files.tables["offices"]);
  load_dates(loading, files.roots["dates"]);
  load_entities(loading, files.roots["entities"]);
  load_references(loading, files.roots["references"]);
  load_frames(loading, files.roots["frames"]);
  load_status(loading, files.roots["status"]);
  load_relations(loading, files.roots["relations"]);
  load_derivations(loading, files.roots["derive"]);
  rules->scope.guards->freeze();
  rules->needs->freeze();
  note_rule_words(*rules);
  if (checking) lint(loading);
  if (diagnostics.has_errors()) return nullptr;
  return rules;
}

}  // namespace

std::unique_ptr<const RuleSet> load_rules(std::span<const std::filesystem::path> packs, Diagnostics& diagnostics) {
  return load(packs, diagnostics, false);
}

std::unique_ptr<const RuleSet> check_rules(std::span<const std::filesystem::path> packs, Diagnostics& diagnostics) {
  return load(packs, diagnostics, true);
}

}  // namespace quanhe
