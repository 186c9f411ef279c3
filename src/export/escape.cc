// Text into formats, for exports of gigabytes.
//
// Nearly all bytes of real text stay as they are in every format, so a text is looked at in blocks of 16 bytes, with one
// test for all the bytes that any format changes, and copied whole where there is none. Else it is copied in blocks, and
// one that has such a byte goes byte by byte through the table of the format. A block costs some 12 instructions on
// processors with vectors of 16 bytes, and compilers make as good a loop as they can for others. What has only ASCII
// need not be checked for being UTF-8.

#include "export/escape.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/strings.h"
#include "base/utf8.h"

namespace quanhe {
namespace {

// What stands for a byte: at most 11 bytes, with their number.
struct Stand {
  std::uint8_t size = 0;
  bool as_it_is = true;
  char bytes[11] = {};
};

using Table = std::array<Stand, 256>;

constexpr std::size_t kLongest = sizeof(Stand::bytes);
constexpr std::size_t kMostTokenAtOnce = 1000;
constexpr std::size_t kPiece = ByteSink::kMostRoom / kLongest - 16;

constexpr void put(Table& table, unsigned char byte, std::string_view text) {
  Stand& stand = table[byte];
  stand.as_it_is = false;
  stand.size = static_cast<std::uint8_t>(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) stand.bytes[i] = text[i];
}

constexpr void put_code(Table& table, unsigned char byte, std::string_view digits) {
  char text[] = {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 15]};
  put(table, byte, std::string_view(text, 6));
}

constexpr void put_controls(Table& table, std::string_view digits) {
  for (unsigned char byte = 0; byte < 0x20; ++byte) put_code(table, byte, digits);
  put_code(table, 0x7F, digits);
  put(table, '\n', "\\n");
  put(table, '\t', "\\t");
  put(table, '\r', "\\r");
  put(table, '\\', "\\\\");
}

constexpr Table kXmlTable = [] {
  Table table{};
  for (unsigned char byte = 0; byte < 0x20; ++byte) put(table, byte, "");
  put(table, '&', "&amp;");
  put(table, '<', "&lt;");
  put(table, '>', "&gt;");
  put(table, '"', "&quot;");
  // A parser turns them into blanks inside an attribute.
  put(table, '\t', "&#9;");
  put(table, '\n', "&#10;");
  put(table, '\r', "&#13;");
  return table;
}();

constexpr Table json_table(std::string_view quote) {
  Table table{};
  put_controls(table, "0123456789abcdef");
  put_code(table, '<', "0123456789abcdef");
  put(table, '"', quote);
  return table;
}

constexpr Table kJsonTable = json_table("\\\"");
constexpr Table kJsonInTableTable = json_table("\\\"\"");
constexpr Table kJsonInXmlTable = [] {
  Table table = json_table("\\&quot;");
  put(table, '&', "&amp;");
  put(table, '>', "&gt;");
  return table;
}();

constexpr Table kNQuadsTable = [] {
  Table table{};
  put_controls(table, "0123456789ABCDEF");
  put(table, '\b', "\\b");
  put(table, '\f', "\\f");
  put(table, '"', "\\\"");
  return table;
}();

constexpr Table kTableTable = [] {
  Table table{};
  for (unsigned char byte = 0; byte < 0x20; ++byte) put(table, byte, "");
  for (const char byte : {'\t', '\n', '\r'}) table[static_cast<unsigned char>(byte)] = {};
  put(table, '"', "\"\"");
  return table;
}();

const Table& table_of(Escape escape) {
  switch (escape) {
    case Escape::kXml: return kXmlTable;
    case Escape::kJson: return kJsonTable;
    case Escape::kJsonInXml: return kJsonInXmlTable;
    case Escape::kJsonInTable: return kJsonInTableTable;
    case Escape::kNQuads: return kNQuadsTable;
    case Escape::kTable: break;
  }
  return kTableTable;
}

// U+FFFE and U+FFFF, the last byte of which decides.
bool is_noncharacter(const char* at, const char* end) {
  return end - at >= 3 && at[0] == '\xEF' && at[1] == '\xBF' && (at[2] == '\xBE' || at[2] == '\xBF');
}

std::string_view noncharacter(Escape escape, char last) {
  switch (escape) {
    case Escape::kXml: return "";
    case Escape::kJson:
    case Escape::kJsonInXml:
    case Escape::kJsonInTable: return last == '\xBE' ? "\\ufffe" : "\\uffff";
    case Escape::kNQuads:
    case Escape::kTable: break;
  }
  return last == '\xBE' ? "\xEF\xBF\xBE" : "\xEF\xBF\xBF";
}

using Block = unsigned char __attribute__((vector_size(16)));
using Halves = std::uint64_t __attribute__((vector_size(16)));

// Not zero in the bytes that some format writes otherwise than as they are.
Block changed_in(const Block& block) {
  return Block((block < 0x20) | (block == '"') | (block == '&') | (block == '<') | (block == '>') | (block == '\\') |
               (block == 0x7F) | (block == 0xEF));
}

bool has_any(const Block& found) {
  Halves halves;
  std::memcpy(&halves, &found, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

bool is_plain(const Block& block) { return !has_any(changed_in(block)); }

template <typename Word>
Word load(const char* from) {
  Word word;
  std::memcpy(&word, from, sizeof word);
  return word;
}

// A block of the bytes of a text of 1 to 15, some of them more than once.
Block short_block(std::string_view text) {
  const char* const last = text.data() + text.size();
  std::array<std::uint64_t, 2> halves;
  if (text.size() >= 8) {
    halves = {load<std::uint64_t>(text.data()), load<std::uint64_t>(last - 8)};
  } else if (text.size() >= 4) {
    halves[0] = load<std::uint32_t>(text.data()) | std::uint64_t{load<std::uint32_t>(last - 4)} << 32;
    halves[1] = halves[0];
  } else {
    const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(text[i])}; };
    constexpr std::uint64_t kEach = 0x0101010101010101U;
    halves[0] = byte(0) * kEach;
    halves[1] = (byte(text.size() / 2) * (kEach >> 32)) | (byte(text.size() - 1) * (kEach << 32));
  }
  return load<Block>(reinterpret_cast<const char*>(halves.data()));
}

// Writes [from, end) behind `to`, which has room; gives the end of what was written.
char* write_block(char* to, const char* from, const char* end, const char* text_end, Escape escape, const Table& table,
                  const char*& next) {
  for (; from < end; ++from) {
    const Stand& stand = table[static_cast<unsigned char>(*from)];
    if (*from == '\xEF' && is_noncharacter(from, text_end)) {
      const std::string_view instead = noncharacter(escape, from[2]);
      std::memcpy(to, instead.data(), instead.size());
      to += instead.size();
      from += 2;
    } else if (stand.as_it_is) {
      *to++ = *from;
    } else {
      std::memcpy(to, stand.bytes, kLongest);
      to += stand.size;
    }
  }
  next = from;
  return to;
}

void append_valid(ByteSink& out, Escape escape, std::string_view text) {
  const Table& table = table_of(escape);
  const char* from = text.data();
  const char* const end = from + text.size();
  while (from < end) {
    const char* const piece_end = from + std::min<std::ptrdiff_t>(end - from, kPiece);
    char* to = out.room(ByteSink::kMostRoom);
    while (piece_end - from >= 16) {
      Block block;
      std::memcpy(&block, from, sizeof block);
      if (is_plain(block)) {
        std::memcpy(to, from, sizeof block);
        to += sizeof block;
        from += sizeof block;
      } else {
        to = write_block(to, from, from + 16, end, escape, table, from);
      }
    }
    if (from < piece_end) to = write_block(to, from, piece_end, end, escape, table, from);
    out.commit(to);
  }
}

// Calls look(block) for blocks that have every byte of the text, some of them more than once.
template <typename Look>
void for_each_block(std::string_view text, Look look) {
  if (text.size() < sizeof(Block)) {
    if (!text.empty()) look(short_block(text));
    return;
  }
  const char* const last = text.data() + text.size() - sizeof(Block);
  for (const char* from = text.data(); from < last; from += sizeof(Block)) look(load<Block>(from));
  look(load<Block>(last));
}

bool is_ascii_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Bytes that stay in an IRI piece, and in an NMTOKEN.
constexpr std::string_view kIriMarks = "-._~/";
constexpr std::string_view kTokenMarks = "-._:";

constexpr std::array<bool, 256> with_marks(std::string_view marks) {
  std::array<bool, 256> stays{};
  for (unsigned char c = '0'; c <= '9'; ++c) stays[c] = true;
  for (unsigned char c = 'a'; c <= 'z'; ++c) stays[c] = true;
  for (unsigned char c = 'A'; c <= 'Z'; ++c) stays[c] = true;
  for (const char c : marks) stays[static_cast<unsigned char>(c)] = true;
  return stays;
}

constexpr std::array<bool, 256> kStaysInIri = with_marks(kIriMarks);
constexpr std::array<bool, 256> kStaysInToken = with_marks(kTokenMarks);

// Whether a text has letters and digits of ASCII and `signs` alone, as almost every id has.
using Signs = std::array<unsigned char, 5>;
constexpr Signs kIriSigns = {'-', '.', '_', '~', '/'};
constexpr Signs kTokenSigns = {'-', '.', '_', ':', '/'};

bool stays(std::string_view text, const Signs& signs) {
  Block other{};
  for_each_block(text, [&](const Block& block) {
    const Block letter = (block | 0x20) - 'a';
    const Block digit = block - '0';
    auto known = (letter < 26) | (digit < 10);
    for (const unsigned char sign : signs) known |= block == sign;
    other |= Block(~known);
  });
  return !has_any(other);
}

char* write_code(char* to, char sign, char c) {
  const auto byte = static_cast<unsigned char>(c);
  *to++ = sign;
  *to++ = "0123456789ABCDEF"[byte >> 4];
  *to++ = "0123456789ABCDEF"[byte & 15];
  return to;
}

// Calls write(to, byte) for each byte with room for three.
template <typename Write>
void append_bytes(ByteSink& out, std::string_view text, Write write) {
  constexpr std::size_t kBytes = ByteSink::kMostRoom / 3;
  for (; !text.empty(); text.remove_prefix(std::min(text.size(), kBytes))) {
    const std::string_view piece = text.substr(0, kBytes);
    char* to = out.room(3 * piece.size());
    for (const char c : piece) to = write(to, c);
    out.commit(to);
  }
}

}  // namespace

TextLook look_at(std::string_view text) {
  Block changed{};
  Block high{};
  for_each_block(text, [&](const Block& block) {
    changed |= changed_in(block);
    high |= block;
  });
  return {!has_any(changed), !has_any(high & 0x80)};
}

void append_escaped(ByteSink& out, Escape escape, std::string_view text, TextLook look) {
  if (!look.is_ascii && !is_valid_utf8(text)) {
    append_valid(out, escape, replace_invalid_utf8(text));
  } else if (look.is_plain) {
    out.append(text);
  } else {
    append_valid(out, escape, text);
  }
}

std::string escaped(Escape escape, std::string_view text) {
  TextSink result;
  append_escaped(result.begin(), escape, text);
  return result.text();
}

void append_xml_token(ByteSink& out, std::string_view id) {
  if (id.size() <= kMostTokenAtOnce && stays(id, kTokenSigns)) {
    char* const to = out.room(id.size());
    std::transform(id.begin(), id.end(), to, [](char c) { return c == '/' ? ':' : c; });
    return out.commit(to + id.size());
  }
  append_bytes(out, id, [](char* to, char c) {
    if (!kStaysInToken[static_cast<unsigned char>(c)] && c != '/') return write_code(to, '_', c);
    *to = c == '/' ? ':' : c;
    return to + 1;
  });
}

void append_iri_piece(ByteSink& out, std::string_view text) {
  if (text.starts_with('/')) {
    out.append("%2F");
    text.remove_prefix(1);
  }
  if (stays(text, kIriSigns)) return out.append(text);
  append_bytes(out, text, [](char* to, char c) {
    if (!kStaysInIri[static_cast<unsigned char>(c)]) return write_code(to, '%', c);
    *to = c;
    return to + 1;
  });
}

std::string to_iri_piece(std::string_view text) {
  TextSink piece;
  append_iri_piece(piece.begin(), text);
  return piece.text();
}

std::string to_language_tag(std::string_view language) {
  const auto is_subtag = [](std::string_view subtag) {
    return !subtag.empty() && subtag.size() <= 8 && std::all_of(subtag.begin(), subtag.end(), is_ascii_alphanumeric);
  };
  const auto subtags = split(language, '-');
  const bool letters_first =
      std::none_of(subtags.front().begin(), subtags.front().end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool well_formed = letters_first && std::all_of(subtags.begin(), subtags.end(), is_subtag);
  return well_formed ? std::string(language) : "und";
}

bool is_absolute_iri(std::string_view iri) {
  constexpr std::string_view kForbidden = "<>\"{}|\\^`";
  const bool clean = std::none_of(iri.begin(), iri.end(), [&](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || kForbidden.find(c) != std::string_view::npos;
  });
  return clean && iri.find("://") != std::string_view::npos;
}

std::string to_safe_url(std::string_view url) {
  const auto colon = url.find("://");
  std::string scheme(url.substr(0, colon == std::string_view::npos ? 0 : colon));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (scheme != "http" && scheme != "https") return "";
  std::string safe = scheme;
  for (const char c : url.substr(colon)) {
    constexpr std::string_view kPlain = "-._~:/?#[]@!$&()*+,;=%";
    if (is_ascii_alphanumeric(c) || kPlain.find(c) != std::string_view::npos) {
      safe += c;
    } else {
      char code[3];
      write_code(code, '%', c);
      safe.append(code, 3);
    }
  }
  return safe;
}

}  // namespace quanhe
