#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "rules/rule_set.h"
#include "rules/terms.h"
#include "rules/yaml_tree.h"

namespace quanhe {

// What the loaders of the single files share: the rule set that grows, and how faults are reported. Within this
// folder only.
class Loading {
 public:
  Loading(RuleSet& rule_set, Diagnostics& found) : rules(rule_set), diagnostics(found) {}

  RuleSet& rules;
  Diagnostics& diagnostics;
  int default_confidence = 900;

  void fault(const YamlNode& node, std::string message, std::string help = "") const;

  // Reports every key of a mapping that is not among `known`. False when the node is no mapping.
  bool check_keys(const YamlNode& node, const std::vector<std::string>& known) const;

  // The member's text; "" when there is none, or it is no text (reported).
  std::string text(const YamlNode& mapping, std::string_view key) const;
  std::string required_text(const YamlNode& mapping, std::string_view key) const;
  bool boolean(const YamlNode& mapping, std::string_view key) const;
  int integer(const YamlNode& mapping, std::string_view key, int fallback, int minimum, int maximum) const;

  // The texts of a sequence, or of a single text; what is neither is reported.
  std::vector<std::string> texts(const YamlNode& node) const;
  std::vector<std::string> member_texts(const YamlNode& mapping, std::string_view key) const;

  // The entries of a file that is a list of mappings, each with an `id`; an id that comes again in one file is
  // reported, in a later pack it replaces the earlier entry.
  std::vector<const YamlNode*> entries(const std::vector<YamlNode>& roots) const;

  // The compiled variants of a pattern, or nothing when it has faults (reported).
  std::vector<CompiledPattern> compile(const YamlNode& pattern, TriggerUse trigger) const;
  std::optional<CompiledPattern> compile_member(const YamlNode& mapping, std::string_view key) const;

  // Runs what may throw PatternFault; a fault is reported `offset` bytes into the node's text. False on a fault.
  bool guarded(const YamlNode& node, const std::function<void()>& action, std::uint32_t offset = 0) const;

  std::vector<EdgeTemplate> edges(const YamlNode& mapping, const TermScope& scope) const;
  std::vector<RuleExample> examples(const YamlNode& mapping) const;
};

void load_settings(Loading& loading, const std::vector<YamlNode>& roots);
void load_ontology(Loading& loading, const std::vector<YamlNode>& roots);
void load_defaults(Loading& loading, const std::vector<YamlNode>& settings);
void load_words(Loading& loading, const std::vector<YamlNode>& roots);
void load_phrases(Loading& loading, const std::vector<YamlNode>& roots);
void load_lexicon(Loading& loading, const std::vector<YamlNode>& roots);
void load_dates(Loading& loading, const std::vector<YamlNode>& roots);
void load_entities(Loading& loading, const std::vector<YamlNode>& roots);
void load_references(Loading& loading, const std::vector<YamlNode>& roots);
void load_frames(Loading& loading, const std::vector<YamlNode>& roots);
void load_status(Loading& loading, const std::vector<YamlNode>& roots);
void load_relations(Loading& loading, const std::vector<YamlNode>& roots);
void load_derivations(Loading& loading, const std::vector<YamlNode>& roots);

}  // namespace quanhe
