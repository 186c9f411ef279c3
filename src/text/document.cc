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

Result<Document> read_document(DocumentSource source, WordReader& words) {
  if (const std::string reason = refusal(source.text); !reason.empty()) return Error{reason};
  Document document{std::move(source.id),
                    std::move(source.date),
                    std::move(source.url),
                    std::move(source.title),
                    NormalizedText(std::move(source.text)),
                    {},
                    {}};
  const std::string_view text = document.text.text();
  const std::size_t mark = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  const LeadingDate leading = leading_date(text.substr(mark));
  if (document.date.empty()) document.date = leading.date;
  const std::size_t begin = mark + leading.end;
  document.tokens = tokenize(text, static_cast<std::uint32_t>(begin));
  for (Token& token : document.tokens) {
    token.word = words.find(text.substr(token.bytes.start, token.bytes.length()));
  }
  if (document.tokens.empty()) return Error{"empty"};
  document.sentences = split_sentences(document.tokens, text, words.table());
  return document;
}

}  // namespace quanhe
