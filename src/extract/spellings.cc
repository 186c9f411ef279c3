#include "extract/spellings.h"

#include <algorithm>

#include "base/keyed_hash.h"
#include "extract/steps.h"

namespace quanhe {
namespace {

bool is_blank_or_end(std::string_view text, std::size_t position) {
  return position >= text.size() || text[position] == ' ';
}

bool begins_word(std::string_view text, std::size_t position) { return position == 0 || text[position - 1] == ' '; }

// Whether `name` stands in `text` as whole words.
bool holds(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    if (begins_word(text, at) && is_blank_or_end(text, at + name.size())) return true;
  }
  return false;
}

bool is_written(const DocumentNode& node, std::string_view name) {
  return std::any_of(node.forms.begin(), node.forms.end(), [&](const std::string& form) { return holds(form, name); });
}

// Whether some form has the name, and not because a spelling has it: "Raúl Castro Ruz" does not write "Raúl Castro".
bool is_written_itself(const DocumentNode& node, const std::vector<std::string_view>& spellings) {
  return std::any_of(node.forms.begin(), node.forms.end(), [&](const std::string& form) {
    return holds(form, node.name) && std::none_of(spellings.begin(), spellings.end(), [&](std::string_view spelling) {
             return holds(spelling, node.name) && holds(form, spelling);
           });
  });
}

// The first of the pack's spellings that the document has, where it has not the name itself; else empty.
std::string own_spelling(const Lexicon& lexicon, const DocumentNode& node) {
  const std::vector<std::string_view> written = written_spellings(lexicon, node);
  return written.empty() || is_written_itself(node, written) ? "" : std::string(written.front());
}

using Respelled = KeyedMap<std::string_view, const DocumentNode*>;  // by name

// The name with every respelled name in it as the document spells that; empty where there is none.
std::string with_respelled_parts(const std::string& name, const Respelled& respelled, std::size_t longest) {
  std::string changed;
  std::size_t kept = 0;
  for (std::size_t start = 0; start < name.size(); ++start) {
    if (start < kept || !begins_word(name, start)) continue;
    for (std::size_t end = start + 1; end <= name.size() && end - start <= longest; ++end) {
      if (!is_blank_or_end(name, end)) continue;
      const auto part = respelled.find(std::string_view(name).substr(start, end - start));
      if (part == respelled.end()) continue;
      changed.append(name, kept, start - kept).append(part->second->spelling);
      kept = end;
    }
  }
  return kept == 0 ? "" : changed.append(name, kept);
}

}  // namespace

std::vector<std::string_view> written_spellings(const Lexicon& lexicon, const DocumentNode& node) {
  std::vector<std::string_view> written;
  if (lexicon.spellings.empty()) return written;
  const auto listed = lexicon.spellings.find({node.type, node.name});
  if (listed == lexicon.spellings.end()) return written;
  for (const std::string& spelling : listed->second) {
    if (is_written(node, spelling)) written.push_back(spelling);
  }
  return written;
}

void spell_names(WorkingDocument& work) {
  const Lexicon& lexicon = work.rules.lexicon;
  if (lexicon.spellings.empty()) return;
  Respelled respelled;
  std::size_t longest = 0;
  for (DocumentNode& node : work.nodes) {
    node.spelling = own_spelling(lexicon, node);
    if (node.spelling.empty()) continue;
    respelled.emplace(node.name, &node);
    longest = std::max(longest, node.name.size());
  }
  if (respelled.empty()) return;
  for (DocumentNode& node : work.nodes) {
    if (!node.spelling.empty() || is_written(node, node.name)) continue;
    node.spelling = with_respelled_parts(node.name, respelled, longest);
  }
}

}  // namespace quanhe
