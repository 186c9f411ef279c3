#include "store/document_text.h"

#include <algorithm>

#include "base/strings.h"

namespace quanhe {

std::string_view DocumentText::words(const Span& span) const {
  if (span.end > text.size() || span.start > span.end) return {};
  return std::string_view(text).substr(span.start, span.length());
}

Span DocumentText::sentences_around(const Span& span) const {
  const auto after_start = std::upper_bound(sentence_starts.begin(), sentence_starts.end(), span.start);
  const auto at_end = std::lower_bound(sentence_starts.begin(), sentence_starts.end(), span.end);
  Span around{after_start == sentence_starts.begin() ? 0 : *(after_start - 1),
              at_end == sentence_starts.end() ? static_cast<std::uint32_t>(text.size()) : *at_end};
  const std::string_view trimmed = trim(words(around));
  if (trimmed.empty()) return span;
  around.start += static_cast<std::uint32_t>(trimmed.data() - (text.data() + around.start));
  around.end = around.start + static_cast<std::uint32_t>(trimmed.size());
  return {std::min(around.start, span.start), std::max(around.end, span.end)};
}

DocumentTexts::DocumentTexts(Database& database)
    : row_(database.prepare(
          "SELECT s.start, s.text FROM documents d JOIN sentences s ON s.sentence >= d.first_sentence "
          "AND s.sentence < d.first_sentence + d.sentence_count WHERE d.document = ? ORDER BY s.sentence")) {}

const DocumentText& DocumentTexts::of(DocumentKey document) {
  if (document == document_) return text_;
  document_ = document;
  text_ = {};
  row_.bind(document);
  while (row_.next()) {
    text_.sentence_starts.push_back(static_cast<std::uint32_t>(row_.integer_within(0, 0, UINT32_MAX)));
    text_.text += row_.text(1);
  }
  return text_;
}

}  // namespace quanhe
