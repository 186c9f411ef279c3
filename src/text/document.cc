#include "text/document.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace quanhe {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string place_of(std::string_view bytes, std::size_t offset) {
  const auto line = std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset), '\n') + 1;
  return "line " + std::to_string(line) + ", byte " + std::to_string(offset);
}

// What makes bytes no text, or "".
std::string refusal(std::string_view bytes) {
  if (bytes.size() > kMaximumDocumentBytes) {
    return "larger than the limit of " + std::to_string(kMaximumDocumentBytes >> 20) + " MiB";
  }
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    return place_of(bytes, nul) + ": a NUL byte: this is no text";
  }
  if (const std::size_t bad = find_invalid_utf8(bytes); bad != std::string_view::npos) {
    return place_of(bytes, bad) + ": not UTF-8";
  }
  return "";
}

// A date at the front of a text, and the byte after it.
struct LeadingDate {
  std::string_view date;  // "" when there is none
  std::size_t end = 0;
};

bool has_shape(std::string_view date) {
  if (date.size() != 7 && date.size() != 10) return false;
  for (std::size_t i = 0; i < date.size(); ++i) {
    if ((date[i] == '-') != (i == 4 || i == 7)) return false;
  }
  return true;
}

// "date 2021-08" or "date 2021-08-15" with a blank after it, blanks before it aside.
LeadingDate leading_date(std::string_view text) {
  constexpr std::string_view kKey = "date ";
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t key = text.find_first_not_of(kBlanks);
  if (key == std::string_view::npos || !text.substr(key).starts_with(kKey)) return {};
  const std::size_t begin = key + kKey.size();
  const std::size_t end = std::min(text.find_first_not_of("0123456789-", begin), text.size());
  const std::string_view date = text.substr(begin, end - begin);
  const bool blank_follows = end == text.size() || kBlanks.find(text[end]) != std::string_view::npos;
  return has_shape(date) && blank_follows ? LeadingDate{date, end} : LeadingDate{};
}

// The byte after the metadata at the front of the text, which become the source's own unless it has some.
std::size_t take_metadata(DocumentSource& source) {
  const std::string_view text = source.text;
  const std::size_t mark = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  const LeadingDate leading = leading_date(text.substr(mark));
  if (source.date.empty()) source.date = leading.date;
  return mark + leading.end;
}

// Of a text that has been checked, from the byte on.
Document make_document(DocumentSource source, std::size_t begin, WordReader& words) {
  Document document{std::move(source.id),
                    std::move(source.date),
                    std::move(source.url),
                    std::move(source.title),
                    NormalizedText(std::move(source.text)),
                    {},
                    {}};
  const std::string_view text = document.text.text();
  document.tokens = tokenize(text, static_cast<std::uint32_t>(begin));
  words.read(text, document.tokens);
  document.sentences = split_sentences(document.tokens, text, words.table());
  return document;
}

// Where the piece that begins at the byte ends.
std::size_t piece_end(std::string_view text, std::size_t begin) {
  if (text.size() - begin <= kMaximumPieceBytes) return text.size();
  const std::size_t half = begin + kMaximumPieceBytes / 2;
  const std::string_view later = text.substr(half, kMaximumPieceBytes / 2);
  for (const char blank : {'\n', ' '}) {
    if (const std::size_t found = later.rfind(blank); found != std::string_view::npos) return half + found + 1;
  }
  std::size_t end = half + later.size();
  while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // within a code point
  return end;
}

}  // namespace

std::string_view Document::token_text(std::uint32_t token) const {
  const Span bytes = tokens[token].bytes;
  return std::string_view(text.text()).substr(bytes.start, bytes.length());
}

Span Document::original_span(Span range) const {
  QUANHE_CHECK(range.start < range.end && range.end <= tokens.size());
  const Span bytes = text.to_original({tokens[range.start].bytes.start, tokens[range.end - 1].bytes.end});
  return {bytes.start + offset, bytes.end + offset};
}

std::string_view Document::original_text(Span bytes) const {
  return std::string_view(text.original()).substr(bytes.start - offset, bytes.length());
}

Result<Document> read_document(DocumentSource source, WordReader& words) {
  if (const std::string reason = refusal(source.text); !reason.empty()) return Error{reason};
  const std::size_t begin = take_metadata(source);
  Document document = make_document(std::move(source), begin, words);
  if (document.tokens.empty()) return Error{"empty"};
  return document;
}

PieceReader::PieceReader(DocumentSource source, WordReader& words) : source_(std::move(source)), words_(words) {}

Result<PieceReader> PieceReader::open(DocumentSource source, WordReader& words) {
  if (const std::string reason = refusal(source.text); !reason.empty()) return Error{reason};
  return PieceReader(std::move(source), words);
}

std::optional<Document> PieceReader::next() {
  while (position_ < source_.text.size()) {
    const std::size_t metadata = position_ == 0 ? take_metadata(source_) : 0;
    const std::size_t end = piece_end(source_.text, position_);
    const bool whole = position_ == 0 && end == source_.text.size();
    DocumentSource piece{source_.id, "", source_.date, source_.url, source_.title};
    piece.text = whole ? std::move(source_.text) : source_.text.substr(position_, end - position_);
    Document document = make_document(std::move(piece), metadata, words_);
    document.offset = static_cast<std::uint32_t>(position_);
    position_ = end;
    if (document.tokens.empty()) continue;
    const std::string_view before = std::string_view(document.text.text()).substr(0, document.tokens[0].bytes.start);
    const bool cut_at_line = document.offset == 0 || source_.text[document.offset - 1] == '\n';
    if (!cut_at_line && before.find('\n') == std::string_view::npos) --paragraphs_;  // a line goes on
    for (Sentence& sentence : document.sentences) sentence.paragraph += paragraphs_;
    paragraphs_ = document.sentences.back().paragraph + 1;
    return document;
  }
  return std::nullopt;
}

}  // namespace quanhe
