#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "text/normalize.h"
#include "text/token.h"
#include "text/word_reader.h"

namespace quanhe {

// A document larger than this is refused.
inline constexpr std::uint64_t kMaximumDocumentBytes = 16ULL << 20;

// A document larger than this is read in pieces, so that what is held of its words stays small.
inline constexpr std::uint32_t kMaximumPieceBytes = 256U << 10;

// What is read of a document before its text is looked at.
struct DocumentSource {
  std::string id;
  std::string text;   // UTF-8 as it came
  std::string date;   // ISO 8601, or ""
  std::string url;
  std::string title;
};

// A text, or a piece of one, with its tokens and sentences. Const once made.
struct Document {
  std::string id;
  std::string date;  // of the metadata, ISO 8601, or ""
  std::string url;
  std::string title;
  NormalizedText text;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::uint32_t offset = 0;  // of a piece in the original text

  std::string_view token_text(std::uint32_t token) const;

  // Bytes of the original text, the whole one, from the first to the last of the tokens, which are not empty.
  Span original_span(Span token_range) const;
  std::string_view original_text(Span bytes) const;
};

// Checks and cuts a text. A byte order mark and a leading "date 2021-08" or "date 2021-08-15" are metadata, not
// prose; the source's own date wins over the latter. Errors say what is wrong and where: ill-formed UTF-8 or
// a NUL (byte offset and line), nothing to read besides the metadata, more than kMaximumDocumentBytes.
Result<Document> read_document(DocumentSource source, WordReader& words);

// Reads a source in pieces of at most kMaximumPieceBytes, cut before a line or, where a line is longer than half of
// that, before a word; a source that is no longer is one piece. Metadata in the text are those of all pieces, and
// paragraphs are counted through. Keeps one piece at a time besides the source.
class PieceReader {
 public:
  // Errors are those of read_document(), but a text without a word has no pieces. `words` outlives the reader.
  static Result<PieceReader> open(DocumentSource source, WordReader& words);

  // The next piece with a word in it, or nothing at the end.
  std::optional<Document> next();

  // The text of the source, after the last piece.
  std::string take_text() { return std::move(source_.text); }

 private:
  PieceReader(DocumentSource source, WordReader& words);

  DocumentSource source_;
  WordReader& words_;
  std::size_t position_ = 0;
  std::uint32_t paragraphs_ = 0;  // begun before the next piece
};

}  // namespace quanhe
