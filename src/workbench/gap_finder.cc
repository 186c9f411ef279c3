#include "workbench/gap_finder.h"

#include <algorithm>
#include <optional>

#include "base/strings.h"
#include "text/fold.h"
#include "workbench/explain.h"

namespace quanhe {
namespace {

constexpr std::uint32_t kLongestGap = 12;  // words

using Joined = std::set<std::pair<std::uint32_t, std::uint32_t>>;

std::pair<std::uint32_t, std::uint32_t> in_order(std::uint32_t a, std::uint32_t b) { return std::minmax(a, b); }

// Edges of one document by the sentences that make them.
struct EdgesOfSentences {
  explicit EdgesOfSentences(const WorkingDocument& work)
      : with_act(work.document.sentences.size(), false), joined(work.document.sentences.size()) {
    for (const Fact& fact : work.facts) {
      if (fact.match == Fact::kDerived) continue;
      const FoundMatch& found = work.matches[fact.match];
      if (!found.makes_entity) with_act[found.sentence] = true;
      joined[found.sentence].insert(in_order(fact.from, fact.to));
    }
  }

  std::vector<bool> with_act;  // a relation rule made an edge
  std::vector<Joined> joined;  // nodes
};

// The mentions of a sentence that no other holds, one for each place, in the order of the text.
std::vector<const KnownMention*> outermost(const WorkingDocument& work, std::uint32_t sentence) {
  std::vector<const KnownMention*> mentions;
  for (const std::uint32_t number : work.sentence_mentions[sentence]) {
    const KnownMention& mention = work.mentions[number];
    if (work.is_outermost(mention)) mentions.push_back(&mention);
  }
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const KnownMention* a, const KnownMention* b) { return a->place.tokens < b->place.tokens; });
  const auto same_place = [](const KnownMention* a, const KnownMention* b) {
    return a->place.tokens == b->place.tokens;
  };
  mentions.erase(std::unique(mentions.begin(), mentions.end(), same_place), mentions.end());
  return mentions;
}

bool is_of_nodes(const KnownMention& mention) { return mention.node.has_value() || mention.reference.has_value(); }

// The pack joins equals by this word or sign.
bool joins_equals(const WorkingDocument& work, std::string_view word) {
  const Coordination& coordination = work.rules.scope.coordination;
  const auto holds = [&](const std::vector<std::string>& entries) {
    return std::find(entries.begin(), entries.end(), word) != entries.end();
  };
  return holds(coordination.between) || holds(coordination.last) || holds(coordination.pair);
}

// What stands between two mentions, dates as "Date". Nothing where that is no phrase.
std::optional<std::string> words_between(const WorkingDocument& work, const std::vector<const KnownMention*>& mentions,
                                         Span gap) {
  std::string words;
  std::uint32_t count = 0;
  for (std::uint32_t token = gap.start; token < gap.end; ++token) {
    const auto date = std::find_if(mentions.begin(), mentions.end(), [&](const KnownMention* mention) {
      return mention->date && mention->place.tokens.start == token;
    });
    const bool glued = work.document.tokens[token].glued;
    if (!words.empty() && !glued) words += ' ';
    if (date != mentions.end()) {
      words += name_of((*date)->place.type, work.rules);
      token = (*date)->place.tokens.end - 1;
      continue;
    }
    const std::string word = case_folded(work.rules.words->canonical(work.document.token_text(token)));
    if (work.document.tokens[token].kind == TokenKind::kWord && !joins_equals(work, word)) ++count;
    words += word;
  }
  return count == 0 || count > kLongestGap ? std::nullopt : std::optional(words);
}

// The sentence with two of its mentions marked.
std::string marked(const WorkingDocument& work, std::uint32_t sentence, const KnownMention& a, const KnownMention& b) {
  const Span whole = work.original(work.document.sentences[sentence].tokens);
  std::string text;
  std::uint32_t at = whole.start;
  const auto copy_to = [&](std::uint32_t end) {
    text += work.document.original_text({at, end});
    at = end;
  };
  for (const KnownMention* mention : {&a, &b}) {
    const Span bytes = work.original(mention->place.tokens);
    copy_to(bytes.start);
    text += "[" + name_of(mention->place.type, work.rules) + " ";
    copy_to(bytes.end);
    text += "]";
  }
  copy_to(whole.end);
  return collapse_blanks(text);
}

}  // namespace

void GapFinder::add(const WorkingDocument& work) {
  const EdgesOfSentences edges(work);
  for (std::uint32_t sentence = 0; sentence < work.document.sentences.size(); ++sentence) {
    ++sentences_;
    if (!edges.with_act[sentence]) add_sentence(work, sentence, edges.joined[sentence]);
  }
}

void GapFinder::add_sentence(const WorkingDocument& work, std::uint32_t sentence,
                             const std::set<std::pair<std::uint32_t, std::uint32_t>>& joined) {
  const std::vector<const KnownMention*> all = outermost(work, sentence);
  std::vector<const KnownMention*> mentions;
  std::copy_if(all.begin(), all.end(), std::back_inserter(mentions),
               [](const KnownMention* mention) { return is_of_nodes(*mention); });
  if (mentions.size() < 2) return;
  ++sentences_with_gaps_;
  for (std::size_t i = 1; i < mentions.size(); ++i) {
    const KnownMention& a = *mentions[i - 1];
    const KnownMention& b = *mentions[i];
    if (a.node && b.node && joined.contains(in_order(*a.node, *b.node))) continue;
    std::optional<std::string> words = words_between(work, all, {a.place.tokens.end, b.place.tokens.start});
    if (!words) continue;
    Gap& gap = gaps_[*words];
    if (gap.count == 0) gap = {std::move(*words), 0, work.document.id, marked(work, sentence, a, b)};
    ++gap.count;
  }
}

std::vector<Gap> GapFinder::gaps(std::size_t most) const {
  std::vector<const Gap*> ordered;
  for (const auto& [words, gap] : gaps_) ordered.push_back(&gap);
  std::stable_sort(ordered.begin(), ordered.end(), [](const Gap* a, const Gap* b) { return a->count > b->count; });
  ordered.resize(std::min(ordered.size(), most));
  std::vector<Gap> gaps;
  for (const Gap* gap : ordered) gaps.push_back(*gap);
  return gaps;
}

}  // namespace quanhe
