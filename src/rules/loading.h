#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "rules/rule_set.h"
#include "rules/terms.h"
#include "rules/yaml_tree.h"

namespace quanhe {

// One warning that an entry acknowledges: an item of `accept: [diacritic-twin]`.
struct Acceptance {
  const PackFile* file = nullptr;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string warning;
  bool used = false;  // or reported as unknown
};

// A name of the lexicon where it is written; only for a check.
struct NameRecord {
  std::string name;
  std::vector<std::uint32_t> words;  // as the trie has them
  bool folded = false;               // in any letter case
  std::uint32_t entry = 0;           // index into Lexicon::entries
  const PackFile* file = nullptr;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::vector<Acceptance*> accepted;
};

// What the loaders of the single files share: the rule set that grows, and how faults are reported. Within this
// folder only.
class Loading {
 public:
  // `unread_files` are kinds of files that could not be parsed: what they would name is not held against others.
  Loading(RuleSet& rule_set, Diagnostics& found, const std::set<std::string>& unread_files)
      : rules(rule_set), diagnostics(found), unread(unread_files) {}

  RuleSet& rules;
  Diagnostics& diagnostics;
  const std::set<std::string>& unread;
  int default_confidence = 900;
  std::string pack_path;               // of the last pack.yaml
  bool without_ontology = false;       // no pack has one
  bool in_phrases = false;             // what a phrase needs is judged where it is used
  bool checking = false;               // collect what lint() reads
  std::set<std::string> broken_names;  // classes and phrases that are there, but faulty
  std::deque<Acceptance> acceptances;
  std::vector<NameRecord> names;
  TypeMask made = 0;  // types of the mentions that the files loaded so far make

  void fault(const YamlNode& node, std::string message, std::string help = "") const;

  // A warning, unless the entry accepts it. Only a check has warnings.
  void warn(const YamlNode& node, const std::vector<Acceptance*>& accepted, std::string_view warning,
            std::string message, std::string help = "") const;

  // What the entry's `accept` lists; names of warnings that do not exist are reported.
  std::vector<Acceptance*> accepted(const YamlNode& entry);
  Acceptance* accept(const PackFile& file, std::uint32_t line, std::uint32_t column, std::string_view warning);

  // The ontology could not be read, so that no name of a type or relation can be called unknown.
  bool ontology_is_unread() const { return without_ontology || unread.count("ontology") != 0; }

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

  // The index of the patterns from here on, which are asked about together. They have guards of their own, so that a row of
  // these stays short.
  PatternIndex begin_patterns() const;

  // The compiled variants of a pattern, or nothing when it has faults (reported), or names what a faulty entry
  // would have defined.
  std::vector<CompiledPattern> compile(const YamlNode& pattern, TriggerUse trigger) const;
  std::optional<CompiledPattern> compile_member(const YamlNode& mapping, std::string_view key) const;

  // The number of tokens' words; `folded`: letter case aside.
  std::vector<std::uint32_t> words_of(std::string_view name, bool folded) const;

  // Runs what may throw PatternFault; a fault is reported `offset` bytes into the node's text. False on a fault.
  bool guarded(const YamlNode& node, const std::function<void()>& action, std::uint32_t offset = 0) const;

  std::vector<EdgeTemplate> edges(const YamlNode& mapping, const TermScope& scope) const;
  std::vector<RuleExample> examples(const YamlNode& mapping) const;

 private:
  bool names_unreadable(const PatternNode& pattern) const;
  void check_types_are_made(const YamlNode& place, const PatternNode& pattern) const;
};

// Of an entry of a word class or of the lexicon that is longer than TokenTrie::kLongest.
std::string too_many_words();

void load_settings(Loading& loading, const std::vector<YamlNode>& roots);
void load_ontology(Loading& loading, const std::vector<YamlNode>& roots);
void load_recurring(Loading& loading, const std::vector<YamlNode>& settings);
void load_scoring(Loading& loading, const std::vector<YamlNode>& roots);
void load_defaults(Loading& loading, const std::vector<YamlNode>& settings);
void load_words(Loading& loading, const std::vector<YamlNode>& roots);
void load_phrases(Loading& loading, const std::vector<YamlNode>& roots);
void load_lexicon(Loading& loading, const std::vector<YamlNode>& roots, const std::vector<const PackFile*>& tables);
void load_offices(Loading& loading, const std::vector<const PackFile*>& tables);
void load_dates(Loading& loading, const std::vector<YamlNode>& roots);
void load_entities(Loading& loading, const std::vector<YamlNode>& roots);
void load_references(Loading& loading, const std::vector<YamlNode>& roots);
void load_frames(Loading& loading, const std::vector<YamlNode>& roots);
void load_status(Loading& loading, const std::vector<YamlNode>& roots);
void load_relations(Loading& loading, const std::vector<YamlNode>& roots);
void load_derivations(Loading& loading, const std::vector<YamlNode>& roots);

}  // namespace quanhe
