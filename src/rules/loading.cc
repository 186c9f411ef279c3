#include "rules/loading.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>
#include <variant>

#include "base/strings.h"
#include "rules/example_edge.h"
#include "rules/pattern_checks.h"

namespace quanhe {

void Loading::fault(const YamlNode& node, std::string message, std::string help) const {
  report(diagnostics, node, std::move(message), std::move(help));
}

void Loading::warn(const YamlNode& node, const std::vector<Acceptance*>& accepted, std::string_view warning,
                   std::string message, std::string help) const {
  for (Acceptance* acceptance : accepted) {
    if (acceptance->warning != warning) continue;
    acceptance->used = true;
    return;
  }
  if (help.empty()) help = "if it is meant: accept: [" + std::string(warning) + "]";
  report_at(diagnostics, Severity::kWarning, *node.file, node.line, node.column, std::move(message), std::move(help));
}

Acceptance* Loading::accept(const PackFile& file, std::uint32_t line, std::uint32_t column, std::string_view warning) {
  static const std::vector<std::string> kWarnings = {"ambiguous-name", "diacritic-twin"};
  const bool known = std::find(kWarnings.begin(), kWarnings.end(), warning) != kWarnings.end();
  if (!known) {
    const std::string near = did_you_mean(warning, kWarnings);
    report_at(diagnostics, Severity::kError, file, line, column, "unknown warning \"" + std::string(warning) + "\"",
              near.empty() ? "known are: " + join(kWarnings, ", ") : near);
  }
  acceptances.push_back({&file, line, column, std::string(warning), !known});
  return &acceptances.back();
}

std::vector<Acceptance*> Loading::accepted(const YamlNode& entry) {
  std::vector<Acceptance*> accepted;
  const YamlNode* list = entry.find("accept");
  if (list == nullptr) return accepted;
  if (!list->is_sequence()) fault(*list, "expected a list of warnings", "for example: accept: [diacritic-twin]");
  for (const YamlNode& item : list->items) accepted.push_back(accept(*item.file, item.line, item.column, item.text));
  return accepted;
}

bool Loading::check_keys(const YamlNode& node, const std::vector<std::string>& known) const {
  if (!node.is_mapping()) {
    fault(node, "expected a mapping with keys: " + join(known, ", "));
    return false;
  }
  for (const auto& [key, value] : node.members) {
    if (std::find(known.begin(), known.end(), key.text) != known.end()) continue;
    const std::string near = did_you_mean(key.text, known);
    fault(key, "unknown key \"" + key.text + "\"", near.empty() ? "known are: " + join(known, ", ") : near);
  }
  return true;
}

std::string Loading::text(const YamlNode& mapping, std::string_view key) const {
  const YamlNode* value = mapping.find(key);
  if (value == nullptr) return "";
  if (!value->is_scalar()) fault(*value, "expected a text for \"" + std::string(key) + "\"");
  return value->text;
}

std::string Loading::required_text(const YamlNode& mapping, std::string_view key) const {
  if (mapping.find(key) == nullptr) fault(mapping, "\"" + std::string(key) + "\" is missing here");
  return text(mapping, key);
}

bool Loading::boolean(const YamlNode& mapping, std::string_view key) const {
  const std::string value = text(mapping, key);
  if (!value.empty() && value != "true" && value != "false") {
    fault(*mapping.find(key), "\"" + value + "\", expected true or false");
  }
  return value == "true";
}

int Loading::integer(const YamlNode& mapping, std::string_view key, int fallback, int minimum, int maximum) const {
  const YamlNode* node = mapping.find(key);
  if (node == nullptr) return fallback;
  const std::string value = text(mapping, key);
  int number = 0;
  const auto [end, code] = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool whole = code == std::errc() && end == value.data() + value.size();
  if (whole && number >= minimum && number <= maximum) return number;
  fault(*node, "\"" + value + "\", expected a whole number from " + std::to_string(minimum) + " to " +
                   std::to_string(maximum));
  return fallback;
}

std::vector<std::string> Loading::texts(const YamlNode& node) const {
  if (node.is_scalar()) return {node.text};
  std::vector<std::string> texts;
  if (!node.is_sequence()) fault(node, "expected a list of texts");
  for (const YamlNode& item : node.items) {
    if (!item.is_scalar()) fault(item, "expected a text");
    texts.push_back(item.text);
  }
  return texts;
}

std::vector<std::string> Loading::member_texts(const YamlNode& mapping, std::string_view key) const {
  const YamlNode* value = mapping.find(key);
  return value == nullptr ? std::vector<std::string>() : texts(*value);
}

std::vector<const YamlNode*> Loading::entries(const std::vector<YamlNode>& roots) const {
  std::vector<const YamlNode*> entries;
  std::map<std::string, std::pair<std::size_t, const PackFile*>> places;
  for (const YamlNode& root : roots) {
    if (root.kind == YamlNode::Kind::kNull) continue;
    if (!root.is_sequence()) fault(root, "expected a list of entries, each with an id");
    for (const YamlNode& entry : root.items) {
      if (!entry.is_mapping()) {
        fault(entry, "expected a mapping with an id");
        continue;
      }
      if (entry.find("id") == nullptr) {
        fault(entry, "an entry without an \"id\"");
        entries.push_back(&entry);
        continue;
      }
      const YamlNode& place_of_id = *entry.find("id");
      const std::string id = text(entry, "id");
      const auto [place, is_new] = places.emplace(id, std::pair(entries.size(), entry.file));
      if (is_new) {
        entries.push_back(&entry);
      } else if (place->second.second == entry.file) {
        const std::uint32_t first = entries[place->second.first]->find("id")->line;
        fault(place_of_id, "id \"" + id + "\" is given twice in this file",
              "the first stands in line " + std::to_string(first));
      } else {
        entries[place->second.first] = &entry;
      }
    }
  }
  return entries;
}

bool Loading::names_unreadable(const PatternNode& pattern) const {
  if (ontology_is_unread()) return true;
  const bool any_name = unread.count("words") != 0 || unread.count("phrases") != 0;
  bool found = false;
  for_each_item(pattern, [&](const PatternNode& item) {
    if (item.kind != PatternNode::Kind::kNamed) return;
    const bool known = rules.scope.classes.count(item.text) != 0 || rules.scope.phrases.count(item.text) != 0;
    found |= broken_names.count(item.text) != 0 || (any_name && !known);
  });
  return found;
}

void Loading::check_types_are_made(const YamlNode& place, const PatternNode& pattern) const {
  for (const TypePlace& item : type_places(pattern, rules.scope)) {
    if ((item.types & made) != 0) continue;
    report(diagnostics, place, "nothing before this makes a mention of the type \"" + item.name + "\"",
           "a lexicon, dates.yaml or an earlier step of entities.yaml makes mentions", item.offset);
  }
}

PatternIndex Loading::begin_patterns() const {
  rules.scope.guards->freeze();
  rules.scope.guards = std::make_shared<Guards>();
  return PatternIndex(rules.needs);
}

std::vector<CompiledPattern> Loading::compile(const YamlNode& pattern, TriggerUse trigger) const {
  if (!pattern.is_scalar()) {
    fault(pattern, "expected a pattern", "a pattern stands in double quotes on one line");
    return {};
  }
  std::vector<PatternFault> faults;
  std::vector<CompiledPattern> variants;
  std::variant<PatternNode, PatternFault> parsed = parse_pattern(pattern.text);
  if (auto* parse_fault = std::get_if<PatternFault>(&parsed)) {
    faults.push_back(std::move(*parse_fault));
  } else {
    const PatternNode& root = std::get<PatternNode>(parsed);
    if (names_unreadable(root)) return {};
    faults = repeated_captures(root, rules.scope);
    variants = compile_pattern(root, rules.scope, trigger, faults);
    const bool all_read = unread.count("lexicon") == 0 && unread.count("entities") == 0 && unread.count("dates") == 0;
    if (checking && !in_phrases && all_read) check_types_are_made(pattern, root);
  }
  for (CompiledPattern& variant : variants) variant.source = pattern.text;
  for (PatternFault& found : faults) report(diagnostics, pattern, found.message, found.help, found.offset);
  return faults.empty() ? std::move(variants) : std::vector<CompiledPattern>();
}

std::string too_many_words() {
  return "more than " + std::to_string(TokenTrie::kLongest) + " words and signs, which is too long for an entry";
}

std::vector<std::uint32_t> Loading::words_of(std::string_view name, bool folded) const {
  std::vector<std::uint32_t> words;
  for (const Token& token : tokenize(name)) {
    const WordTable::Forms word = rules.words->add(name.substr(token.bytes.start, token.bytes.length()));
    words.push_back(folded ? word.folded : word.exact);
  }
  return words;
}

std::optional<CompiledPattern> Loading::compile_member(const YamlNode& mapping, std::string_view key) const {
  const YamlNode* pattern = mapping.find(key);
  if (pattern == nullptr) {
    fault(mapping, "\"" + std::string(key) + "\" is missing here");
    return std::nullopt;
  }
  std::vector<CompiledPattern> variants = compile(*pattern, TriggerUse::kNone);
  if (variants.empty()) return std::nullopt;
  return std::move(variants.front());
}

bool Loading::guarded(const YamlNode& node, const std::function<void()>& action, std::uint32_t offset) const {
  if (ontology_is_unread()) return false;
  try {
    action();
    return true;
  } catch (PatternFault& found) {
    report(diagnostics, node, found.message, found.help, offset + found.offset);
    return false;
  }
}

std::vector<EdgeTemplate> Loading::edges(const YamlNode& mapping, const TermScope& scope) const {
  std::vector<EdgeTemplate> edges;
  const YamlNode* block = mapping.find("edges");
  if (block == nullptr) return edges;
  if (!block->is_scalar() || block->quoted) {
    fault(*block, "expected a literal block of edges", "write \"edges: |\", then one edge a line");
    return edges;
  }
  YamlNode line = *block;
  for (const std::string_view text : split(block->text, '\n')) {
    ++line.line;
    const std::string_view whole = block->file->line(line.line);
    line.column = static_cast<std::uint32_t>(whole.size() - trim(whole).size() + 1);
    if (trim(text).empty()) continue;
    guarded(line, [&] { edges.push_back(parse_edge(trim(text), scope)); });
  }
  return edges;
}

std::vector<RuleExample> Loading::examples(const YamlNode& mapping) const {
  std::vector<RuleExample> examples;
  const YamlNode* list = mapping.find("examples");
  if (list == nullptr) return examples;
  if (!list->is_sequence()) fault(*list, "expected a list of examples, each with \"text\" and \"edges\"");
  for (const YamlNode& item : list->items) {
    if (!check_keys(item, {"text", "edges"})) continue;
    RuleExample example{required_text(item, "text"), {}, item.file->path, item.line};
    const YamlNode* edges = item.find("edges");
    if (edges == nullptr) fault(item, "\"edges\" is missing here", "where nothing is expected, write: edges: []");
    if (edges != nullptr) texts(*edges);
    for (const YamlNode& edge : edges == nullptr ? std::vector<YamlNode>() : edges->items) {
      guarded(edge, [&] { example.edges.push_back(parse_example_edge(edge.text, rules)); });
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

}  // namespace quanhe
