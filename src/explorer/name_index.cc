#include "explorer/name_index.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "base/check.h"
#include "base/keyed_hash.h"
#include "base/strings.h"
#include "text/fold.h"

// Problem: to find names with every letter that is typed, within a fraction of a millisecond, the best known first,
// also for words that a third of all names have.
//
// Idea: names stand in the order in which they are wanted, each with the numbers of its words, and each word has the
// list of its names. Words are sorted, so a begun word is a range of them, and its names are one piece of the lists.
// The word with the fewest names is gone through, and in each name the others are looked for. Since the names come in
// the wanted order, the search ends as soon as there are enough: many names make it short, few names make it short too.
//
// Works on: "nguyen v", which a hundred thousand names have. Does not: two words of which each is in very many names
// and which meet in few; then one of the lists is gone through to its end, some nanoseconds a name.
//
// Not the full-text index of the store: to rank names it reads all that have any of the words.

namespace quanhe {
namespace {

constexpr std::size_t kRanked = 1000;
// So many entries of a begun word are sorted; of more, all names are gone through instead, in which they are not rare.
constexpr std::size_t kSorted = 8192;

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> words;
  for (const std::string_view word : split(folded, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

std::uint32_t size_of(std::size_t size) {
  QUANHE_CHECK(size <= std::numeric_limits<std::uint32_t>::max());
  return static_cast<std::uint32_t>(size);
}

bool comes_first(const IndexedName& a, const IndexedName& b) {
  const auto key = [](const IndexedName& name) { return std::tuple(~name.documents, name.node, !name.is_canonical); };
  return key(a) != key(b) ? key(a) < key(b) : a.text < b.text;
}

}  // namespace

NameIndex::NameIndex(std::vector<IndexedName> names) {
  std::sort(names.begin(), names.end(), comes_first);
  KeyedMap<std::string, std::uint32_t> numbers;
  for (const IndexedName& name : names) {
    for (const std::string_view word : words_of(name.folded)) numbers.emplace(word, 0);
  }
  for (const auto& [word, number] : numbers) words_.push_back(word);
  std::sort(words_.begin(), words_.end());
  for (std::uint32_t number = 0; number < words_.size(); ++number) numbers[words_[number]] = number;

  postings_begin_.assign(words_.size() + 1, 0);
  for (const IndexedName& name : names) {
    entries_.push_back(
        {name.node, size_of(texts_.size()), size_of(cased_.size()), size_of(words_of_entry_.size()), name.type});
    texts_ += name.text;
    cased_ += case_folded(name.text);
    std::vector<std::uint32_t> words;
    for (const std::string_view word : words_of(name.folded)) words.push_back(numbers.at(std::string(word)));
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (const std::uint32_t word : words) ++postings_begin_[word + 1];
    words_of_entry_.insert(words_of_entry_.end(), words.begin(), words.end());
  }
  entries_.push_back({0, size_of(texts_.size()), size_of(cased_.size()), size_of(words_of_entry_.size()), 0});

  for (std::size_t word = 0; word < words_.size(); ++word) postings_begin_[word + 1] += postings_begin_[word];
  postings_.resize(words_of_entry_.size());
  std::vector<std::uint32_t> next = postings_begin_;
  for (std::uint32_t entry = 0; entry < entry_count(); ++entry) {
    for (std::uint32_t i = entries_[entry].words; i < entries_[entry + 1].words; ++i) {
      postings_[next[words_of_entry_[i]]++] = entry;
    }
  }
}

std::string_view NameIndex::text_of(std::uint32_t entry) const {
  return std::string_view(texts_).substr(entries_[entry].text, entries_[entry + 1].text - entries_[entry].text);
}

std::string_view NameIndex::cased_of(std::uint32_t entry) const {
  return std::string_view(cased_).substr(entries_[entry].cased, entries_[entry + 1].cased - entries_[entry].cased);
}

NameIndex::Words NameIndex::words_like(std::string_view word, bool is_begun) const {
  const auto first = std::lower_bound(words_.begin(), words_.end(), word);
  auto last = first;
  if (is_begun) {
    last = std::partition_point(first, words_.end(), [&](const std::string& other) {
      return std::string_view(other).substr(0, word.size()) == word;
    });
  } else if (first != words_.end() && *first == word) {
    ++last;
  }
  return {static_cast<std::uint32_t>(first - words_.begin()), static_cast<std::uint32_t>(last - words_.begin())};
}

bool NameIndex::has(std::uint32_t entry, const Words& words) const {
  for (std::uint32_t i = entries_[entry].words; i < entries_[entry + 1].words; ++i) {
    if (words.first <= words_of_entry_[i] && words_of_entry_[i] < words.second) return true;
  }
  return false;
}

std::uint32_t NameIndex::postings_of(const Words& words) const {
  return postings_begin_[words.second] - postings_begin_[words.first];
}

bool NameIndex::has_all(std::uint32_t entry, const std::vector<Words>& wanted) const {
  return std::all_of(wanted.begin(), wanted.end(), [&](const Words& words) { return has(entry, words); });
}

void NameIndex::collect(const std::vector<Words>& wanted, const std::vector<bool>& types, const std::vector<Words>& but,
                        std::vector<std::uint32_t>& entries) const {
  // False when there are enough.
  const auto take = [&](std::uint32_t entry) {
    const bool is_type = types.empty() || types[entries_[entry].type];
    if (is_type && has_all(entry, wanted) && (but.empty() || !has_all(entry, but))) entries.push_back(entry);
    return entries.size() < kRanked;
  };
  const Words& fewest = *std::min_element(
      wanted.begin(), wanted.end(), [&](const Words& a, const Words& b) { return postings_of(a) < postings_of(b); });
  const auto first = postings_.begin() + postings_begin_[fewest.first];
  const auto last = first + postings_of(fewest);
  if (fewest.second - fewest.first == 1) {
    for (auto entry = first; entry != last && take(*entry); ++entry) {
    }
  } else if (postings_of(fewest) > kSorted) {
    for (std::uint32_t entry = 0; entry < entry_count() && take(entry); ++entry) {
    }
  } else {
    std::vector<std::uint32_t> sorted(first, last);
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    for (auto entry = sorted.begin(); entry != sorted.end() && take(*entry); ++entry) {
    }
  }
}

std::vector<NameIndex::Found> NameIndex::find(std::string_view text, const std::vector<bool>& types,
                                              std::size_t most) const {
  const std::string folded = ascii_fold(text);
  const std::vector<std::string_view> words = words_of(folded);
  std::vector<Words> whole, begun;
  for (std::size_t i = 0; i < words.size(); ++i) {
    whole.push_back(words_like(words[i], false));
    begun.push_back(words_like(words[i], i + 1 == words.size()));
    if (begun.back().first == begun.back().second) return {};
  }
  if (words.empty()) return {};
  std::vector<std::uint32_t> entries;
  if (whole.back().first != whole.back().second) collect(whole, types, {}, entries);
  if (entries.size() < kRanked) collect(begun, types, whole, entries);

  const std::string asked = case_folded(collapse_blanks(text));
  const auto rank = [&](std::uint32_t entry) {
    const std::string_view name = cased_of(entry);
    return name == asked ? 0 : name.find(asked) != std::string_view::npos ? 1 : 2;
  };
  std::vector<std::pair<int, std::uint32_t>> ranked;
  for (const std::uint32_t entry : entries) ranked.emplace_back(rank(entry), entry);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Found> found;
  for (const auto& [order, entry] : ranked) {
    if (found.size() == most) break;
    const std::uint32_t node = entries_[entry].node;
    if (std::none_of(found.begin(), found.end(), [&](const Found& other) { return other.node == node; })) {
      found.push_back({node, text_of(entry)});
    }
  }
  return found;
}

}  // namespace quanhe
