#include "rules/loading.h"

namespace quanhe {
namespace {

class LexiconFile {
 public:
  LexiconFile(Loading& loading, const YamlNode& root) : loading_(loading), rules_(loading.rules), root_(root) {}

  void load() {
    if (!loading_.check_keys(root_, {"type", "case", "entries"})) return;
    const std::string type = loading_.required_text(root_, "type");
    const bool type_known = loading_.guarded(root_, [&] { type_ = type_index(rules_, type, 0); });
    const std::string letter_case = loading_.text(root_, "case");
    if (!letter_case.empty() && letter_case != "exact" && letter_case != "folded") {
      loading_.fault(*root_.find("case"), "\"" + letter_case + "\", expected exact or folded");
    }
    folded_ = letter_case == "folded";
    const YamlNode* entries = root_.find("entries");
    if (entries == nullptr || !entries->is_mapping()) {
      loading_.fault(root_, "expected \"entries\", a mapping from names to lists of aliases");
    } else if (type_known) {
      for (const auto& [name, aliases] : entries->members) load_entry(name, aliases);
    }
  }

 private:
  void load_entry(const YamlNode& name, const YamlNode& aliases) {
    const auto number = static_cast<std::uint32_t>(rules_.lexicon.entries.size());
    rules_.lexicon.entries.push_back({type_, name.text});
    add_name(name, name.text, number);
    if (aliases.kind == YamlNode::Kind::kNull) return;
    for (const std::string& alias : loading_.texts(aliases)) add_name(aliases, alias, number);
  }

  void add_name(const YamlNode& place, const std::string& name, std::uint32_t number) {
    std::vector<std::uint32_t> words;
    for (const Token& token : tokenize(name)) {
      const std::string_view bytes = std::string_view(name).substr(token.bytes.start, token.bytes.length());
      const WordTable::Forms word = rules_.words->add(bytes);
      words.push_back(folded_ ? word.folded : word.exact);
    }
    TokenTrie& trie = folded_ ? rules_.lexicon.folded : rules_.lexicon.exact;
    if (words.empty()) loading_.fault(place, "a name without a word");
    if (!words.empty() && !trie.add(words, number)) {
      loading_.fault(place, "\"" + name + "\" is in the lexicon already");
    }
  }

  Loading& loading_;
  RuleSet& rules_;
  const YamlNode& root_;
  std::uint32_t type_ = 0;
  bool folded_ = false;
};

}  // namespace

void load_lexicon(Loading& loading, const std::vector<YamlNode>& roots) {
  for (const YamlNode& root : roots) LexiconFile(loading, root).load();
}

}  // namespace quanhe
