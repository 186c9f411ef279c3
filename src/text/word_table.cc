#include "text/word_table.h"

#include <algorithm>

#include "text/icu.h"
#include "text/utf8_iteration.h"

namespace quanhe {
namespace {

std::string title_case(const std::string& word) {
  const std::size_t first = first_code_point_length(word);
  return icu_upper_case(std::string_view(word).substr(0, first)) + word.substr(first);
}

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string ascii_lower(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// Where the sign stands in the word from the byte on, or the word's end. Not by std::string::find(), which calls two
// functions for each byte like the sign's first: in Vietnamese most letters begin with the same one.
std::size_t find_sign(const std::string& word, const std::string& sign, std::size_t from) {
  const auto begin = word.begin() + static_cast<std::ptrdiff_t>(from);
  return static_cast<std::size_t>(std::search(begin, word.end(), sign.begin(), sign.end()) - word.begin());
}

}  // namespace

WordTable::WordTable(const SpellingRules& spelling)
    : canonical_(make_endings(spelling.canonical)),
      alike_(make_endings(spelling.alike)),
      abbreviations_(spelling.abbreviations) {
  std::sort(abbreviations_.begin(), abbreviations_.end());
  for (const auto& [written, canonical] : spelling.letters) {
    if (written.empty()) continue;
    letters_.emplace_back(written, canonical);
    letters_.emplace_back(icu_upper_case(written), icu_upper_case(canonical));
  }
}

WordTable::Endings WordTable::make_endings(const std::vector<std::pair<std::string, std::string>>& pairs) {
  Endings endings;
  for (const auto& [written, canonical] : pairs) {
    endings.replacement.emplace(written, canonical);
    endings.replacement.emplace(title_case(written), title_case(canonical));
    endings.replacement.emplace(icu_upper_case(written), icu_upper_case(canonical));
  }
  for (const auto& [written, canonical] : endings.replacement) {
    endings.lengths.push_back(written.size());
    if (!written.empty()) endings.last_bytes.set(static_cast<unsigned char>(written.back()));
  }
  std::sort(endings.lengths.rbegin(), endings.lengths.rend());
  endings.lengths.erase(std::unique(endings.lengths.begin(), endings.lengths.end()), endings.lengths.end());
  return endings;
}

void WordTable::respell(std::string& word, const Endings& endings) {
  if (word.empty() || !endings.last_bytes[static_cast<unsigned char>(word.back())]) return;
  for (const std::size_t length : endings.lengths) {
    if (length > word.size()) continue;
    const auto found = endings.replacement.find(word.substr(word.size() - length));
    if (found == endings.replacement.end()) continue;
    word.replace(word.size() - length, length, found->second);
    return;
  }
}

void WordTable::respell_letters(std::string& word) const {
  for (const auto& [written, canonical] : letters_) {
    for (std::size_t at = find_sign(word, written, 0); at < word.size();
         at = find_sign(word, written, at + canonical.size())) {
      word.replace(at, written.size(), canonical);
    }
  }
}

std::string WordTable::canonical(std::string_view word) const {
  std::string spelled(word);
  respell_letters(spelled);
  respell(spelled, canonical_);
  return spelled;
}

std::string WordTable::exact_form(std::string_view word) const {
  std::string spelled = canonical(word);
  respell(spelled, alike_);
  return spelled;
}

std::string WordTable::folded_form(std::string_view word) const {
  std::string folded = is_ascii(word) ? ascii_lower(word) : icu_case_folded(word);
  respell_letters(folded);
  respell(folded, canonical_);
  respell(folded, alike_);
  return folded;
}

WordTable::Forms WordTable::add(std::string_view word) {
  return {words_.add(folded_form(word)), words_.add(exact_form(word))};
}

WordTable::Forms WordTable::find(std::string_view word) const {
  return {words_.find(folded_form(word)), find_exact(word)};
}

bool WordTable::is_abbreviation(std::string_view word) const {
  return std::binary_search(abbreviations_.begin(), abbreviations_.end(), word);
}

}  // namespace quanhe
