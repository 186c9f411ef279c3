// Problem: an article names a person once in full, with the office that a rule reads, and then goes on with the bare
// name or with a part of it.
//
// Idea: when every entity rule has been applied, the document's own names are a lexicon of their own. Whole names are
// found again by a trie; a name that is a part of a longer one gives way to it, mention by mention, the longer
// name nearest before it first.
//
// Cost: linear in the tokens, and for each name in the names that share with it the word that fewest names have, of
// which it looks at a bounded number.

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/interner.h"
#include "extract/steps.h"

namespace quanhe {
namespace {

using Words = std::vector<std::uint32_t>;

constexpr std::size_t kMostSharing = 256;  // names with a word in common
constexpr std::size_t kMostLonger = 32;    // names of which one is a part

// "Paz" and "Rosa Paz" of "Rosa Maria Paz": the words in their order.
bool is_part(const Words& part, const Words& whole) {
  auto next = part.begin();
  for (const std::uint32_t word : whole) {
    if (next != part.end() && word == *next) ++next;
  }
  return part.size() < whole.size() && next == part.end();
}

class RecurringNames {
 public:
  explicit RecurringNames(WorkingDocument& work) : work_(work) {
    for (const KnownMention& mention : work.mentions) {
      if (!mention.node || mention.hidden || !recurs(*mention.node) || words_.contains(*mention.node)) continue;
      words_.emplace(*mention.node, words_of(work.nodes[*mention.node].name));
    }
  }

  void find_again() {
    for (const auto& [node, words] : words_) {
      if (words.size() > 1) add_to_trie(words, node);
    }
    for (std::uint32_t sentence = 0; sentence < work_.document.sentences.size(); ++sentence) search(sentence);
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
      if (found == longer.end()) continue;
      for (; found != longer.end(); found = longer.find(*mention.node)) {
        mention.node = nearest(found->second, mention.place.tokens, places);
      }
      work_.nodes[*mention.node].forms.insert(work_.words(mention.place.tokens));
    }
  }

 private:
  bool recurs(std::uint32_t node) const { return (work_.type_bit(node) & work_.rules.recurring) != 0; }

  Words words_of(const std::string& name) {
    Words words;
    for (const Token& token : tokenize(name)) {
      words.push_back(known_words_.add(std::string_view(name).substr(token.bytes.start, token.bytes.length())));
    }
    return words;
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
      const std::uint32_t word = known_words_.find(work_.rules.words->canonical(work_.document.token_text(token)));
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

  // For each name that is a part of others, those of the same type.
  std::map<std::uint32_t, std::vector<std::uint32_t>> longer_names() const {
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_word;
    for (const auto& [node, words] : words_) {
      for (const std::uint32_t word : words) by_word[word].push_back(node);
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> longer;
    for (const auto& [node, words] : words_) {
      if (words.empty()) continue;
      const std::uint32_t rarest = *std::min_element(words.begin(), words.end(), [&](std::uint32_t a, std::uint32_t b) {
        return by_word[a].size() < by_word[b].size();
      });
      const std::vector<std::uint32_t>& sharing = by_word[rarest];
      std::vector<std::uint32_t> found;
      for (std::size_t i = 0; i < std::min(sharing.size(), kMostSharing) && found.size() < kMostLonger; ++i) {
        const std::uint32_t other = sharing[i];
        const bool same_type = work_.nodes[other].type == work_.nodes[node].type;
        if (same_type && is_part(words, words_.at(other))) found.push_back(other);
      }
      if (!found.empty()) longer.emplace(node, std::move(found));
    }
    return longer;
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
  std::map<std::uint32_t, Words> words_;  // of the names, by node
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> trie_;
  std::vector<std::optional<std::uint32_t>> ends_ = {std::nullopt};  // the node whose name ends at a state
};

}  // namespace

void find_recurring_names(WorkingDocument& work) {
  if (work.rules.recurring == 0) return;
  RecurringNames names(work);
  names.find_again();
  names.join_parts();
  work.mentions_changed();
}

}  // namespace quanhe
