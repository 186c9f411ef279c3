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

// Of the last three bytes.
std::size_t hash_of_end(std::string_view word) {
  const auto byte = [&](std::size_t from_end) -> std::size_t {
    return static_cast<unsigned char>(word[word.size() - from_end]);
  };
  return byte(1) ^ byte(2) << 2 ^ byte(3) << 4;
}

}  // namespace

WordTable::WordTable(const SpellingRules& spelling)
    : canonical_(spelling.canonical), alike_(spelling.alike), abbreviations_(spelling.abbreviations) {
  std::sort(abbreviations_.begin(), abbreviations_.end());
  for (const auto& [written, canonical] : spelling.letters) {
    if (written.empty()) continue;
    letters_.emplace_back(written, canonical);
    letters_.emplace_back(icu_upper_case(written), icu_upper_case(canonical));
  }
  for (const auto& [written, canonical] : letters_) last_of_letters_.set(static_cast<unsigned char>(written.back()));
}

WordTable::Endings::Endings(const std::vector<std::pair<std::string, std::string>>& pairs) {
  for (const auto& [written, canonical] : pairs) {
    replacement_.emplace(written, canonical);
    replacement_.emplace(title_case(written), title_case(canonical));
    replacement_.emplace(icu_upper_case(written), icu_upper_case(canonical));
  }
  for (const auto& [written, canonical] : replacement_) note(written);
  std::sort(lengths_.rbegin(), lengths_.rend());
  lengths_.erase(std::unique(lengths_.begin(), lengths_.end()), lengths_.end());
}

void WordTable::Endings::note(std::string_view written) {
  lengths_.push_back(written.size());
  if (written.size() >= 3) {
    last_three_.set(hash_of_end(written));
  } else if (!written.empty()) {
    last_bytes_.set(static_cast<unsigned char>(written.back()));
  }
}

bool WordTable::Endings::may_be_of(std::string_view word) const {
  if (word.empty()) return false;
  return last_bytes_[static_cast<unsigned char>(word.back())] || (word.size() >= 3 && last_three_[hash_of_end(word)]);
}

void WordTable::Endings::respell(std::string& word) const {
  if (!may_be_of(word)) return;
  for (const std::size_t length : lengths_) {
    if (length > word.size()) continue;
    const auto found = replacement_.find(std::string_view(word).substr(word.size() - length));
    if (found == replacement_.end()) continue;
    word.replace(word.size() - length, length, found->second);
    return;
  }
}

bool WordTable::has_letters(std::string_view word) const {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (!last_of_letters_[static_cast<unsigned char>(word[i])]) continue;
    const std::string_view head = word.substr(0, i + 1);
    if (std::any_of(letters_.begin(), letters_.end(), [&](const auto& each) { return head.ends_with(each.first); })) {
      return true;
    }
  }
  return false;
}

void WordTable::respell_letters(std::string& word) const {
  if (!has_letters(word)) return;
  for (const auto& [written, canonical] : letters_) {
    for (std::size_t at = word.find(written); at != std::string::npos; at = word.find(written, at + canonical.size())) {
      word.replace(at, written.size(), canonical);
    }
  }
}

std::string_view WordTable::canonical(std::string_view word, std::string& room) const {
  if (!canonical_.may_be_of(word) && !has_letters(word)) return word;
  room = word;
  respell_letters(room);
  canonical_.respell(room);
  return room;
}

std::string WordTable::canonical(std::string_view word) const {
  std::string room;
  return std::string(canonical(word, room));
}

std::string WordTable::exact_form(std::string_view word) const {
  std::string spelled(word);
  respell_letters(spelled);
  canonical_.respell(spelled);
  alike_.respell(spelled);
  return spelled;
}

std::string WordTable::folded_form(std::string_view word) const {
  std::string folded = is_ascii(word) ? ascii_lower(word) : icu_case_folded(word);
  respell_letters(folded);
  canonical_.respell(folded);
  alike_.respell(folded);
  return folded;
}

WordTable::Forms WordTable::add(std::string_view word) {
  return {words_.add(folded_form(word)), words_.add(exact_form(word))};
}

WordTable::Forms WordTable::find(std::string_view word) const {
  const std::string folded = folded_form(word);
  const std::string exact = exact_form(word);
  const std::uint32_t number = words_.find(folded);
  return {number, exact == folded ? number : words_.find(exact)};
}

bool WordTable::is_abbreviation(std::string_view word) const {
  return std::binary_search(abbreviations_.begin(), abbreviations_.end(), word);
}

}  // namespace quanhe
