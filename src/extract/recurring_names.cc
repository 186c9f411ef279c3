// Problem: an article names a person once in full, with the office that a rule reads, and then goes on with the bare
// name or with a part of it; or it says that a body has letters, too, and goes on with these.
//
// Idea: when every entity rule has been applied, the document's own names are a lexicon of their own, and so are the
// spellings and other names that it writes. Whole names are found again by a trie; what stands as a node of its own under
// another's other name is that other, and a name that is a part of a longer one gives way to it, mention by mention,
// the longer name nearest before it first. No two give way in a ring: a node that has other names gives way to none,
// and any other to what has more letters, or as many in more words, or diacritics where it has none.
//
// Cost: linear in the tokens, and for each name in the names that share with it the word that fewest names have, of
// which it looks at a bounded number.

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/interner.h"
#include "extract/spellings.h"
#include "extract/steps.h"
#include "text/fold.h"

namespace quanhe {
namespace {

using Words = std::vector<std::uint32_t>;
using NodesByWord = std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>;

constexpr std::size_t kMostSharing = 256;  // names with a word in common
constexpr std::size_t kMostLonger = 32;    // names of which one is a part

class RecurringNames {
 public:
  explicit RecurringNames(WorkingDocument& work) : work_(work) {
    for (const KnownMention& mention : work.mentions) {
      if (!mention.node || mention.hidden || !recurs(*mention.node) || words_.contains(*mention.node)) continue;
      words_.emplace(*mention.node, words_of(work.nodes[*mention.node].name));
    }
    mark_plain_names();
    for (const auto& [node, words] : words_) {
      for (const std::string_view spelling : written_spellings(work.rules.lexicon, work.nodes[node])) {
        other_words_.emplace(node, words_of(spelling));
      }
    }
    for (const OtherName& other : work.other_names) {
      const std::string name = work.words(other.tokens);
      others_.emplace(std::pair(work.nodes[other.node].type, name), other.node);
      other_words_.emplace(other.node, words_of(name));
    }
  }

  void find_again() {
    for (const auto& [node, words] : words_) {
      if (words.size() > 1) add_to_trie(words, node);
    }
    for (const auto& [node, words] : other_words_) add_to_trie(words, node);
    for (std::uint32_t sentence = 0; sentence < work_.document.sentences.size(); ++sentence) search(sentence);
  }

  // A mention of what has a name that is another's other name is one of that other.
  void join_other_names() {
    if (others_.empty()) return;
    for (KnownMention& mention : work_.mentions) {
      if (!mention.node || mention.hidden || other_words_.contains(*mention.node)) continue;
      const auto found = others_.find({work_.nodes[*mention.node].type, work_.nodes[*mention.node].name});
      if (found == others_.end()) continue;
      mention.node = found->second;
      work_.nodes[found->second].forms.insert(work_.words(mention.place.tokens));
    }
  }

  void join_parts() {
    const auto longer = longer_names();
    if (longer.empty()) return;
    std::map<std::uint32_t, std::vector<Span>> places;  // by node
    for (const KnownMention& mention : work_.mentions) {
      if (mention.node && !mention.hidden) places[*mention.node].push_back(mention.place.tokens);
    }
    for (auto& [node, spans] : places) std::sort(spans.begin(), spans.end());
    for (KnownMention& mention : work_.mentions) {
      auto found = mention.node ? longer.find(*mention.node) : longer.end();
      if (found == longer.end() || other_words_.contains(*mention.node)) continue;
      for (; found != longer.end(); found = longer.find(*mention.node)) {
        mention.node = nearest(found->second, mention.place.tokens, places);
        if (other_words_.contains(*mention.node)) break;
      }
      work_.nodes[*mention.node].forms.insert(work_.words(mention.place.tokens));
    }
  }

 private:
  bool recurs(std::uint32_t node) const { return (work_.type_bit(node) & work_.rules.recurring) != 0; }

  Words words_of(std::string_view name) {
    Words words;
    for (const Token& token : tokenize(name)) {
      words.push_back(known_words_.add(name.substr(token.bytes.start, token.bytes.length())));
    }
    return words;
  }

  static bool is_plain(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
  }

  // A name of two words or more that has no diacritics.
  bool is_plain(const Words& words) const {
    return words.size() > 1 && std::all_of(words.begin(), words.end(), [&](std::uint32_t word) {
             return is_plain(known_words_.text(word));
           });
  }

  // A plain name is compared with those that the other names give its words: "Jose Pena" is "José Peña". A word that
  // they spell in several ways stays as it is.
  void mark_plain_names() {
    if (std::none_of(words_.begin(), words_.end(), [&](const auto& name) { return is_plain(name.second); })) return;
    std::map<std::string, std::optional<std::uint32_t>> marked;  // by folded word
    for (const auto& [node, words] : words_) {
      for (const std::uint32_t word : words) {
        if (is_plain(known_words_.text(word))) continue;
        const auto [known, is_new] = marked.emplace(ascii_fold(known_words_.text(word)), word);
        if (!is_new && known->second != word) known->second.reset();
      }
    }
    if (marked.empty()) return;
    for (const auto& [node, words] : words_) {
      if (!is_plain(words)) continue;
      Words spelt = words;
      for (std::uint32_t& word : spelt) {
        const auto found = marked.find(ascii_fold(known_words_.text(word)));
        if (found != marked.end() && found->second) word = *found->second;
      }
      if (spelt != words) marked_words_.emplace(node, std::move(spelt));
    }
  }

  // The words by which the name is compared with others.
  const Words& compared(std::uint32_t node, const Words& words) const {
    const auto marked = marked_words_.find(node);
    return marked == marked_words_.end() ? words : marked->second;
  }

  void add_to_trie(const Words& words, std::uint32_t node) {
    std::uint32_t state = 0;
    for (const std::uint32_t word : words) {
      const auto [next, is_new] = trie_.emplace(std::pair(state, word), static_cast<std::uint32_t>(ends_.size()));
      if (is_new) ends_.emplace_back();
      state = next->second;
    }
    ends_[state] = node;
  }

  void search(std::uint32_t sentence) {
    const Span tokens = work_.document.sentences[sentence].tokens;
    for (std::uint32_t begin = tokens.start; begin < tokens.end;) {
      const std::uint32_t end = work_.document.tokens[begin].upper_initial ? add_longest(begin, sentence) : begin;
      begin = std::max(end, begin + 1);
    }
  }

  // Where the longest name that begins at the token ends; the token itself where none does.
  std::uint32_t add_longest(std::uint32_t begin, std::uint32_t sentence) {
    const std::uint32_t sentence_end = work_.document.sentences[sentence].tokens.end;
    KnownMention mention;
    std::uint32_t state = 0;
    for (std::uint32_t token = begin; token < sentence_end; ++token) {
      const std::string_view written = work_.document.token_text(token);
      const std::uint32_t word = known_words_.find(work_.rules.words->canonical(written, respelled_));
      const auto next = word == Interner::kNone ? trie_.end() : trie_.find({state, word});
      if (next == trie_.end()) break;
      state = next->second;
      if (!ends_[state]) continue;
      mention.place.tokens = {begin, token + 1};
      mention.node = ends_[state];
    }
    if (!mention.node) return begin;
    mention.place.type = work_.nodes[*mention.node].type;
    const std::uint32_t end = mention.place.tokens.end;
    work_.add_mention(std::move(mention), sentence);
    return end;
  }

  // "R." of "R. Paz".
  bool is_abbreviation(const Words& words, std::size_t place) const {
    return place + 1 < words.size() && known_words_.text(words[place + 1]) == ".";
  }

  // "Paz" and "Rosa Paz" of "Rosa Maria Paz", the words in their order; of an abbreviation a word that is longer than it.
  bool is_part(const Words& part, const Words& whole, bool is_shorter) const {
    std::size_t next = 0;
    is_shorter = is_shorter || part.size() < whole.size();
    for (const std::uint32_t word : whole) {
      if (next == part.size()) break;
      if (word == part[next]) {
        ++next;
      } else if (is_abbreviation(part, next) && known_words_.text(word).starts_with(known_words_.text(part[next]))) {
        next += 2;
        is_shorter = true;
      }
    }
    return is_shorter && next == part.size();
  }

  // The word of the name that fewest names have, and that others have whole; none of a name of abbreviations alone.
  std::optional<std::uint32_t> rarest_word(const Words& words, const NodesByWord& by_word) const {
    std::optional<std::uint32_t> rarest;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (is_abbreviation(words, i)) {
        ++i;
      } else if (!rarest || by_word.at(words[i]).size() < by_word.at(*rarest).size()) {
        rarest = words[i];
      }
    }
    return rarest;
  }

  // For each name that is a part of others, those of the same type.
  std::map<std::uint32_t, std::vector<std::uint32_t>> longer_names() const {
    NodesByWord by_word;
    for (const auto& [node, words] : words_) {
      for (const std::uint32_t word : compared(node, words)) by_word[word].push_back(node);
    }
    for (const auto& [node, words] : other_words_) {
      if (!recurs(node)) continue;
      for (const std::uint32_t word : words) by_word[word].push_back(node);
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> longer;
    for (const auto& [node, written] : words_) {
      const Words& words = compared(node, written);
      const std::optional<std::uint32_t> rarest = rarest_word(words, by_word);
      if (!rarest) continue;
      const std::vector<std::uint32_t>& sharing = by_word[*rarest];
      std::vector<std::uint32_t> found;
      for (std::size_t i = 0; i < std::min(sharing.size(), kMostSharing) && found.size() < kMostLonger; ++i) {
        const std::uint32_t other = sharing[i];
        const bool same_type = work_.nodes[other].type == work_.nodes[node].type;
        const bool is_plainer = marked_words_.contains(node) && !marked_words_.contains(other);
        if (same_type && other != node && is_part_of_name(words, other, is_plainer)) found.push_back(other);
      }
      if (!found.empty()) longer.emplace(node, std::move(found));
    }
    return longer;
  }

  bool is_part_of_name(const Words& part, std::uint32_t node, bool is_plainer) const {
    const auto whole = words_.find(node);
    if (whole != words_.end() && is_part(part, compared(node, whole->second), is_plainer)) return true;
    const auto [begin, end] = other_words_.equal_range(node);
    return std::any_of(begin, end, [&](const auto& other) { return is_part(part, other.second, is_plainer); });
  }

  // Of the nodes, the one that is named nearest before the place, else nearest after it.
  static std::uint32_t nearest(const std::vector<std::uint32_t>& nodes, Span place,
                               const std::map<std::uint32_t, std::vector<Span>>& places) {
    std::uint32_t best = nodes.front();
    std::int64_t least = INT64_MAX;
    for (const std::uint32_t node : nodes) {
      const auto found = places.find(node);
      if (found == places.end()) continue;
      const std::vector<Span>& spans = found->second;
      const auto after = std::lower_bound(spans.begin(), spans.end(), place);
      constexpr std::int64_t kAfter = std::int64_t{1} << 32;  // farther than anything before
      std::int64_t distance = after == spans.end() ? INT64_MAX : kAfter + after->start - place.end;
      if (after != spans.begin()) distance = std::int64_t{place.start} - std::prev(after)->end;
      if (distance < least) {
        least = distance;
        best = node;
      }
    }
    return best;
  }

  WorkingDocument& work_;
  Interner known_words_;
  std::string respelled_;                            // a word that is looked up
  std::map<std::uint32_t, Words> words_;             // of the names, by node
  std::map<std::uint32_t, Words> marked_words_;      // of names without diacritics, with those of other names
  std::multimap<std::uint32_t, Words> other_words_;  // of the other names and spellings, of any type, by node
  std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> others_;  // nodes by type and other name
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> trie_;
  std::vector<std::optional<std::uint32_t>> ends_ = {std::nullopt};  // the node whose name ends at a state
};

}  // namespace

void find_recurring_names(WorkingDocument& work) {
  if (work.rules.recurring == 0 && work.other_names.empty()) return;
  RecurringNames names(work);
  names.find_again();
  names.join_other_names();
  names.join_parts();
  work.mentions_changed();
}

}  // namespace quanhe
