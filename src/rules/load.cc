#include "rules/load.h"

#include <set>

#include "rules/lint.h"
#include "rules/loading.h"
#include "rules/pack_files.h"

namespace quanhe {
namespace {

void note_pattern_words(RuleSet& rules) {
  std::set<std::uint32_t> words;
  for (const EntityStep& step : rules.entity_steps) step.index.add_words_to(words);
  rules.dates.index.add_words_to(words);
  rules.document_dates.index.add_words_to(words);
  rules.document_years.index.add_words_to(words);
  rules.references.index.add_words_to(words);
  rules.frames.index.add_words_to(words);
  rules.cues.index.add_words_to(words);
  rules.relation_index.add_words_to(words);
  rules.needs->add_words_to(words);
  for (const std::uint32_t word : words) rules.pattern_words.add(word);
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
  note_pattern_words(*rules);
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
