#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "export/byte_sink.h"

namespace quanhe {

// What text is written into.
enum class Escape : std::uint8_t {
  // The content of an XML element or an attribute. What XML 1.0 cannot hold at all (most control characters, U+FFFE,
  // U+FFFF) is left out.
  kXml,
  // A JSON string, without its quotes. '<', control characters, U+FFFE and U+FFFF are escaped, so that the JSON ends no
  // <script> of a page and XML can hold it.
  kJson,
  // A JSON string within XML, or within a quoted field of a table: escaped as kJson, and then once more.
  kJsonInXml,
  kJsonInTable,
  // A string of N-Quads, without its quotes, in the canonical form of RDFC-1.0.
  kNQuads,
  // A quoted field of a table, without its quotes: control characters but tab and line breaks are left out.
  kTable
};

// What a glance at a text tells.
struct TextLook {
  bool is_plain = false;  // every format writes all of its bytes as they are
  bool is_ascii = false;
};
TextLook look_at(std::string_view text);

// Appends `text` so that it reads back as itself there. A byte that is not UTF-8 becomes U+FFFD. Cost: two passes.
void append_escaped(ByteSink& out, Escape escape, std::string_view text, TextLook look);
inline void append_escaped(ByteSink& out, Escape escape, std::string_view text) {
  append_escaped(out, escape, text, look_at(text));
}
std::string escaped(Escape escape, std::string_view text);

// Appends an id as an NMTOKEN of XML, which schemas ask of ids: ':' stands for '/', and _XX for a byte that is none of
// ASCII's letters and digits nor one of "-._:".
void append_xml_token(ByteSink& out, std::string_view id);

// `text` as a piece of an ASCII IRI: letters, digits and -._~/ stay, every other byte becomes %XX, and so
// does a slash at the front, which would make "//" behind a prefix. Different texts give different pieces.
void append_iri_piece(ByteSink& out, std::string_view text);
std::string to_iri_piece(std::string_view text);

// `language` when it has the form of a BCP 47 tag ("vi", "zh-Hant"), else "und": other tags make JSON-LD
// processors drop the text without a word.
std::string to_language_tag(std::string_view language);

// Absolute, and without a character that an IRI may not have: such an IRI makes its triple vanish without a
// word.
bool is_absolute_iri(std::string_view iri);

// The URL when it is absolute http or https, as ASCII with everything encoded that could end an attribute;
// "" for any other scheme: a link in a picture must not run anything.
std::string to_safe_url(std::string_view url);

}  // namespace quanhe
