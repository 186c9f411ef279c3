#include "extract/steps.h"

namespace quanhe {
namespace {

struct Name {
  std::uint32_t end = 0;
  std::uint32_t entry = 0;
};

// The longest name that begins at the position; in its letter case before any.
std::optional<Name> longest_name(const Lexicon& lexicon, const SentenceItems& items, std::uint32_t position,
                                 std::vector<TokenTrie::Hit>& hits) {
  hits.clear();
  lexicon.folded.find(items, position, LetterCase::kFolded, Reading::kForward, hits);
  lexicon.exact.find(items, position, LetterCase::kExact, Reading::kForward, hits);
  std::optional<Name> longest;
  for (const TokenTrie::Hit& hit : hits) {
    if (!longest || hit.position >= longest->end) longest = Name{hit.position, hit.number};
  }
  return longest;
}

// A lexicon is larger than what is near the processor.
void prefetch_names(const Lexicon& lexicon, const SentenceItems& items) {
  for (std::uint32_t position = 0; position < items.size(); ++position) {
    lexicon.folded.prefetch(items.token(position).word.folded);
    lexicon.exact.prefetch(items.token(position).word.exact);
  }
}

}  // namespace

void find_names(WorkingDocument& work) {
  std::vector<TokenTrie::Hit> hits;
  for (std::uint32_t sentence = 0; sentence < work.document.sentences.size(); ++sentence) {
    const std::shared_ptr<const SentenceItems> kept_items = work.items(sentence);
    const SentenceItems& items = *kept_items;
    prefetch_names(work.rules.lexicon, items);
    for (std::uint32_t position = 0; position < items.size();) {
      const std::optional<Name> name = longest_name(work.rules.lexicon, items, position, hits);
      if (!name) {
        ++position;
        continue;
      }
      const LexiconEntry& entry = work.rules.lexicon.entries[name->entry];
      KnownMention mention;
      mention.place.tokens = {items.offset() + position, items.offset() + name->end};
      mention.place.type = entry.type;
      mention.node = work.node(entry.type, entry.name);
      work.nodes[*mention.node].forms.insert(work.words(mention.place.tokens));
      work.add_mention(std::move(mention), sentence);
      position = name->end;
    }
  }
}

}  // namespace quanhe
