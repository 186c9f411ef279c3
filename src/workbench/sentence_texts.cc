#include "workbench/sentence_texts.h"

#include <algorithm>

#include "base/strings.h"
#include "text/fold.h"

namespace quanhe {
namespace {

// The number of the last start that is not after the offset; the first where all are.
template <typename Offset>
std::size_t holder(const std::vector<Offset>& starts, Offset offset) {
  const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
  return after == starts.begin() ? 0 : static_cast<std::size_t>(after - starts.begin()) - 1;
}

}  // namespace

SentenceTexts::SentenceTexts(const Document& document) : document_(document) {
  for (const Sentence& sentence : document.sentences) starts_.push_back(document.original_span(sentence.tokens).start);
}

void SentenceTexts::fold() {
  folded_.assign(1, ' ');
  for (const Sentence& sentence : document_.sentences) {
    folded_starts_.push_back(folded_.size());
    const std::string words = comparable_name(document_.original_text(document_.original_span(sentence.tokens)));
    if (!words.empty()) folded_ += words + " ";
  }
}

std::string SentenceTexts::text(std::size_t sentence) const {
  return collapse_blanks(document_.original_text(document_.original_span(document_.sentences[sentence].tokens)));
}

std::string SentenceTexts::at(std::uint32_t byte) const { return text(holder(starts_, byte)); }

std::string SentenceTexts::with(const std::vector<std::string>& texts) {
  if (folded_.empty()) fold();
  for (const std::string& wanted : texts) {
    const std::string words = comparable_name(wanted);
    if (words.empty()) continue;
    const std::size_t place = folded_.find(" " + words + " ");
    if (place != std::string::npos) return text(holder(folded_starts_, place + 1));
  }
  return "";
}

}  // namespace quanhe
