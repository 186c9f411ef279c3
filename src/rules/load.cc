#include "rules/load.h"

#include "rules/loading.h"
#include "rules/pack_files.h"

namespace quanhe {

std::unique_ptr<const RuleSet> load_rules(std::span<const std::filesystem::path> packs, Diagnostics& diagnostics) {
  PackFiles files = read_pack_files(packs, diagnostics);
  if (diagnostics.has_errors()) return nullptr;
  auto rules = std::make_unique<RuleSet>();
  Loading loading(*rules, diagnostics);

  // Settings give the word table, the ontology the types: without them nothing else can be read.
  load_settings(loading, files.roots["pack"]);
  rules->info.hash = files.hash;
  load_ontology(loading, files.roots["ontology"]);
  if (diagnostics.has_errors()) return nullptr;

  load_defaults(loading, files.roots["pack"]);
  load_words(loading, files.roots["words"]);
  load_phrases(loading, files.roots["phrases"]);
  load_lexicon(loading, files.roots["lexicon"]);
  load_dates(loading, files.roots["dates"]);
  load_entities(loading, files.roots["entities"]);
  load_references(loading, files.roots["references"]);
  load_frames(loading, files.roots["frames"]);
  load_status(loading, files.roots["status"]);
  load_relations(loading, files.roots["relations"]);
  load_derivations(loading, files.roots["derive"]);
  if (diagnostics.has_errors()) return nullptr;
  return rules;
}

}  // namespace quanhe
