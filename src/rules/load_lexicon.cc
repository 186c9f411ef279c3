#include <algorithm>

#include "base/interner.h"
#include "base/strings.h"
#include "rules/coordinates.h"
#include "rules/loading.h"
#include "rules/table_file.h"
#include "text/countries.h"

namespace quanhe {
namespace {

// Where something of the lexicon is written, and what its entry accepts.
struct NamePlace {
  const PackFile* file = nullptr;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  const std::vector<Acceptance*>* accepted = nullptr;
};

NamePlace place_of(const YamlNode& node, const std::vector<Acceptance*>* accepted) {
  return {node.file, node.line, node.column, accepted};
}

// Puts entries and their names into the lexicon. Packs come last to first, so that a later pack's entry keeps a
// name that an earlier one gives to something else.
class LexiconBuilder {
 public:
  explicit LexiconBuilder(Loading& loading)
      : loading_(loading), lexicon_(loading.rules.lexicon), coordinates_(loading) {}

  // An entry of the same type and name, in whatever file, is the same entry.
  std::uint32_t entry(std::uint32_t type, std::string_view name) {
    key_.assign(name);
    key_ += static_cast<char>(type);
    const std::uint32_t number = keys_.add(key_);
    if (number == lexicon_.entries.size()) lexicon_.entries.push_back({type, std::string(name)});
    loading_.made |= loading_.rules.type_masks[type];
    return number;
  }

  // A name that is there already keeps its first entry.
  void name(std::uint32_t entry, std::string_view name, bool folded, const NamePlace& place) {
    std::vector<std::uint32_t> words = loading_.words_of(name, folded);
    if (words.empty() || words.size() > TokenTrie::kLongest) {
      report_at(loading_.diagnostics, Severity::kError, *place.file, place.line, place.column,
                words.empty() ? "a name without a word" : too_many_words());
      return;
    }
    (folded ? lexicon_.folded : lexicon_.exact).add(words, entry);
    if (!loading_.checking) return;
    loading_.names.push_back({std::string(name), std::move(words), folded, entry, place.file, place.line, place.column,
                              place.accepted == nullptr ? std::vector<Acceptance*>() : *place.accepted});
  }

  void belongs_to(std::uint32_t entry, std::string_view country) {
    const LexiconEntry& known = lexicon_.entries[entry];
    lexicon_.belongs_to.emplace(std::pair(known.type, known.name), country);
  }

  void is_also_spelled(std::uint32_t entry, std::string_view spelling) {
    const LexiconEntry& known = lexicon_.entries[entry];
    lexicon_.spellings[std::pair(known.type, known.name)].emplace_back(spelling);
  }

  void is_at(std::uint32_t entry, const WrittenNumber& latitude, const WrittenNumber& longitude) {
    const LexiconEntry& known = lexicon_.entries[entry];
    coordinates_.add(loading_.rules.ontology.types[known.type].name, known.name, latitude, longitude);
  }

  void finish() { coordinates_.finish(); }

 private:
  Loading& loading_;
  Lexicon& lexicon_;
  Coordinates coordinates_;
  Interner keys_;  // names with their types, by the numbers of the entries
  std::string key_;
};

class LexiconFile {
 public:
  LexiconFile(Loading& loading, LexiconBuilder& builder, const YamlNode& root)
      : loading_(loading), builder_(builder), root_(root) {}

  void load() {
    if (!loading_.check_keys(root_, {"type", "case", "source", "except", "entries"})) return;
    const YamlNode* type = root_.find("type");
    if (type == nullptr) loading_.fault(root_, "\"type\" is missing here", "it is the type of all names of the file");
    if (type == nullptr) return;
    const bool known = loading_.guarded(*type, [&] { type_ = type_index(loading_.rules, type->text, 0); });
    read_case();
    const YamlNode* entries = root_.find("entries");
    const YamlNode* source = root_.find("source");
    if (entries == nullptr && source == nullptr) {
      loading_.fault(root_, "expected \"entries\", a mapping from names to lists of aliases");
    }
    if (entries != nullptr && !entries->is_mapping()) {
      loading_.fault(*entries, "expected a mapping from names to lists of aliases",
                     "for example: Norway: [Kingdom of Norway]");
      return;
    }
    if (!known) return;
    if (entries != nullptr) {
      for (const auto& [name, value] : entries->members) load_entry(name, value);
    }
    if (source != nullptr) load_countries(*source, entries);
  }

 private:
  void read_case() {
    const std::string letter_case = loading_.text(root_, "case");
    if (!letter_case.empty() && letter_case != "exact" && letter_case != "folded") {
      loading_.fault(*root_.find("case"), "\"" + letter_case + "\", expected exact or folded");
    }
    folded_ = letter_case == "folded";
  }

  void load_entry(const YamlNode& name, const YamlNode& value) {
    std::vector<Acceptance*> accepted;
    const YamlNode* aliases = &value;
    const YamlNode* spellings = nullptr;
    const std::uint32_t entry = builder_.entry(type_, name.text);
    if (value.is_mapping()) {
      if (!loading_.check_keys(value, {"aliases", "spellings", "of", "at", "accept"})) return;
      accepted = loading_.accepted(value);
      aliases = value.find("aliases");
      spellings = value.find("spellings");
      if (const YamlNode* country = value.find("of")) builder_.belongs_to(entry, country->text);
      if (const YamlNode* place = value.find("at")) load_place(entry, *place);
    }
    builder_.name(entry, name.text, folded_, place_of(name, &accepted));
    for (const YamlNode* alias : listed(aliases)) builder_.name(entry, alias->text, folded_, place_of(*alias, &accepted));
    for (const YamlNode* spelling : listed(spellings)) {
      builder_.name(entry, spelling->text, folded_, place_of(*spelling, &accepted));
      builder_.is_also_spelled(entry, spelling->text);
    }
  }

  // The texts of a list, or the one that stands in its place.
  std::vector<const YamlNode*> listed(const YamlNode* list) {
    std::vector<const YamlNode*> texts;
    if (list == nullptr || list->kind == YamlNode::Kind::kNull) return texts;
    loading_.texts(*list);
    if (list->is_scalar()) texts.push_back(list);
    for (const YamlNode& text : list->items) texts.push_back(&text);
    return texts;
  }

  void load_place(std::uint32_t entry, const YamlNode& at) {
    const bool is_pair = at.items.size() == 2 && at.items[0].is_scalar() && at.items[1].is_scalar();
    if (!is_pair) return loading_.fault(at, "expected a latitude and a longitude", "for example: at: [60.39, 5.32]");
    const auto written = [](const YamlNode& number) -> WrittenNumber {
      return {number.text, number.file, number.line, number.column};
    };
    builder_.is_at(entry, written(at.items[0]), written(at.items[1]));
  }

  // Countries that the entries do not have already, under their name in the pack's language.
  void load_countries(const YamlNode& source, const YamlNode* entries) {
    if (source.text != "icu-countries") {
      loading_.fault(source, "unknown source \"" + source.text + "\"", "known is: icu-countries");
      return;
    }
    const std::vector<CountryName> countries = country_names(loading_.rules.ontology.language);
    const std::vector<std::string> except = loading_.member_texts(root_, "except");
    check_codes(countries, except);
    for (const CountryName& country : countries) {
      if (std::find(except.begin(), except.end(), country.code) != except.end()) continue;
      if (entries != nullptr && is_named(*entries, country.name)) continue;
      builder_.name(builder_.entry(type_, country.name), country.name, folded_, place_of(source, nullptr));
    }
  }

  void check_codes(const std::vector<CountryName>& countries, const std::vector<std::string>& codes) {
    for (const std::string& code : codes) {
      const bool known = std::any_of(countries.begin(), countries.end(),
                                     [&](const CountryName& country) { return country.code == code; });
      if (known) continue;
      loading_.fault(*root_.find("except"), "\"" + code + "\" is no code of a country",
                     "codes are those of ISO 3166, two capitals: NO");
    }
  }

  static bool is_named(const YamlNode& entries, const std::string& name) {
    const auto lists = [&](const YamlNode* list) {
      if (list == nullptr) return false;
      return list->text == name || std::any_of(list->items.begin(), list->items.end(),
                                               [&](const YamlNode& text) { return text.text == name; });
    };
    return std::any_of(entries.members.begin(), entries.members.end(), [&](const auto& member) {
      if (member.first.text == name) return true;
      if (!member.second.is_mapping()) return lists(&member.second);
      return lists(member.second.find("aliases")) || lists(member.second.find("spellings"));
    });
  }

  Loading& loading_;
  LexiconBuilder& builder_;
  const YamlNode& root_;
  std::uint32_t type_ = 0;
  bool folded_ = false;
};

class LexiconTable {
 public:
  LexiconTable(Loading& loading, LexiconBuilder& builder, const PackFile& file)
      : loading_(loading), builder_(builder), file_(file) {}

  void load() {
    static const std::vector<TableColumn> kColumns = {
        {"type", true}, {"name", true},  {"aliases", false}, {"spellings", false},
        {"of", false},  {"at", false},   {"accept", false}};
    read_table(file_, kColumns, loading_.diagnostics, [this](const TableRow& row) { load_row(row); });
  }

 private:
  enum Column : std::size_t { kType, kName, kAliases, kSpellings, kOf, kAt, kAccept };

  void load_row(const TableRow& row) {
    const std::optional<std::uint32_t> type = type_of(row);
    if (!type) return;
    std::vector<Acceptance*> accepted;
    for_each_piece(row, kAccept, '|', [&](std::string_view warning, std::uint32_t column) {
      accepted.push_back(loading_.accept(file_, row.line, column, warning));
    });
    const std::uint32_t entry = builder_.entry(*type, row.cells[kName]);
    builder_.name(entry, row.cells[kName], false, {&file_, row.line, row.column_of(kName), &accepted});
    if (!row.cells[kOf].empty()) builder_.belongs_to(entry, row.cells[kOf]);
    if (!row.cells[kAt].empty()) load_place(entry, row);
    for_each_piece(row, kAliases, '|', [&](std::string_view alias, std::uint32_t column) {
      builder_.name(entry, alias, false, {&file_, row.line, column, &accepted});
    });
    for_each_piece(row, kSpellings, '|', [&](std::string_view spelling, std::uint32_t column) {
      builder_.name(entry, spelling, false, {&file_, row.line, column, &accepted});
      builder_.is_also_spelled(entry, spelling);
    });
  }

  void load_place(std::uint32_t entry, const TableRow& row) {
    std::vector<WrittenNumber> numbers;
    for_each_piece(row, kAt, ',', [&](std::string_view number, std::uint32_t column) {
      numbers.push_back({number, &file_, row.line, column});
    });
    if (numbers.size() == 2) return builder_.is_at(entry, numbers[0], numbers[1]);
    report_at(loading_.diagnostics, Severity::kError, file_, row.line, row.column_of(kAt),
              "expected a latitude and a longitude", "for example: 60.39, 5.32");
  }

  // The pieces of a cell between separators, without the blanks around them.
  template <typename Use>
  void for_each_piece(const TableRow& row, std::size_t cell, char separator, const Use& use) {
    if (row.cells[cell].empty()) return;
    for (const std::string_view piece : split(row.cells[cell], separator)) {
      const std::string_view text = trim(piece);
      const char* const begin = text.empty() ? piece.data() : text.data();
      use(text, row.column_of(cell) + static_cast<std::uint32_t>(begin - row.cells[cell].data()));
    }
  }

  // Most lines have the type of the line before.
  std::optional<std::uint32_t> type_of(const TableRow& row) {
    if (loading_.ontology_is_unread()) return std::nullopt;
    if (last_type_ && loading_.rules.ontology.types[*last_type_].name == row.cells[kType]) return last_type_;
    try {
      last_type_ = type_index(loading_.rules, row.cells[kType], 0);
      return last_type_;
    } catch (PatternFault& fault) {
      report_at(loading_.diagnostics, Severity::kError, file_, row.line, row.column_of(kType), fault.message,
                fault.help);
      return std::nullopt;
    }
  }

  Loading& loading_;
  LexiconBuilder& builder_;
  const PackFile& file_;
  std::optional<std::uint32_t> last_type_;
};

}  // namespace

void load_lexicon(Loading& loading, const std::vector<YamlNode>& roots, const std::vector<const PackFile*>& tables) {
  std::uint32_t packs = 0;
  for (const YamlNode& root : roots) packs = std::max(packs, root.file->pack + 1);
  for (const PackFile* table : tables) packs = std::max(packs, table->pack + 1);
  LexiconBuilder builder(loading);
  for (std::uint32_t pack = packs; pack-- > 0;) {
    for (const YamlNode& root : roots) {
      if (root.file->pack == pack) LexiconFile(loading, builder, root).load();
    }
    for (const PackFile* table : tables) {
      if (table->pack == pack) LexiconTable(loading, builder, *table).load();
    }
  }
  builder.finish();
}

}  // namespace quanhe
