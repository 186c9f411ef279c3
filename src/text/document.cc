#include "text/document.h"

#include <algorithm>
#include <utility>

#include "base/strings.h"
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
  const std::string_view text = bytes.starts_with(kByteOrderMark) ? bytes.substr(kByteOrderMark.size()) : bytes;
  return trim(text).empty() ? "empty" : "";
}

// "date 2021-08" or "date 2021-08-15" and a blank at the front of `text`; the date, or "".
std::string_view leading_date(std::string_view text) {
  constexpr std::string_view kKey = "date ";
  if (!text.starts_with(kKey)) return {};
  text.remove_prefix(kKey.size());
  const std::size_t end = text.find_first_not_of("0123456789-");
  const std::string_view date = text.substr(0, end);
  const bool has_shape = date.size() == 7 || date.size() == 10;
  const bool blank_follows = end == std::string_view::npos || text[end] == ' ' || text[end] == '\n' || text[end] == '\r';
  return has_shape && blank_follows && date[4] == '-' ? date : std::string_view();
}

}  // namespace

std::string_view Document::token_text(std::uint32_t token) const {
  const Span bytes = tokens[token].bytes;
  return std::string_view(text.text()).substr(bytes.start, bytes.length());
}

Span Document::original_span(Span range) const {
  QUANHE_CHECK(range.start < range.end && range.end <= tokens.size());
  return text.to_original({tokens[range.start].bytes.start, tokens[range.end - 1].bytes.end});
}

std::string_view Document::original_text(Span bytes) const {
  return std::string_view(text.original()).substr(bytes.start, bytes.length());
}

Result<Document> read_document(DocumentSource source, const WordTable& words) {
  if (const std::string reason = refusal(source.text); !reason.empty()) return Error{reason};
  Document document{std::move(source.id),  std::move(source.date), std::move(source.url),
                    std::move(source.title), NormalizedText(std::move(source.text)), {}, {}};
  const std::string_view text = document.text.text();
  const std::size_t mark = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  const std::string_view date = leading_date(text.substr(mark));
  if (document.date.empty()) document.date = date;
  const std::size_t begin = date.empty() ? mark : mark + std::string_view("date ").size() + date.size();
  document.tokens = tokenize(text, static_cast<std::uint32_t>(begin), words);
  document.sentences = split_sentences(document.tokens, text, words);
  return document;
}

}  // namespace quanhe
