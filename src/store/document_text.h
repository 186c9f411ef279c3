#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "store/database.h"
#include "store/keys.h"

namespace quanhe {

// The text of a document, whose bytes spans count.
struct DocumentText {
  std::string text;
  std::vector<std::uint32_t> sentence_starts;

  // Nothing where the span goes beyond the text.
  std::string_view words(const Span& span) const;
  // The whole sentences in which the span lies, without the blanks around them.
  Span sentences_around(const Span& span) const;
};

// Reads the texts of one document after another and keeps the last. Failures stick in the database.
class DocumentTexts {
 public:
  explicit DocumentTexts(Database& database);

  // Lives until the next call. Cost: the document, unless it was asked for just before.
  const DocumentText& of(DocumentKey document);

 private:
  SqlStatement row_;
  DocumentKey document_ = 0;
  DocumentText text_;
};

}  // namespace quanhe
