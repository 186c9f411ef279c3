#pragma once

#include <string>
#include <string_view>

namespace quanhe {

// Appends `text` so that it reads back as itself, both as the content of an XML element and inside an
// attribute. What XML 1.0 cannot hold at all (most control characters, U+FFFE, U+FFFF) is left out; a byte
// that is not UTF-8 becomes U+FFFD. Cost: one pass.
void append_xml(std::string& out, std::string_view text);
std::string to_xml(std::string_view text);

// Appends an id as an NMTOKEN of XML, which schemas ask of ids: ':' stands for '/', and _XX for a byte that is none of
// ASCII's letters and digits nor one of "-._:".
void append_xml_token(std::string& out, std::string_view id);

// `text` as a piece of an ASCII IRI: letters, digits and -._~/ stay, every other byte becomes %XX, and so
// does a slash at the front, which would make "//" behind a prefix. Different texts give different pieces.
void append_iri_piece(std::string& out, std::string_view text);
std::string to_iri_piece(std::string_view text);

// Appends `text` as a string of N-Quads in quotes, in the canonical form of RDFC-1.0. A byte that is not UTF-8
// becomes U+FFFD.
void append_n_quads_string(std::string& out, std::string_view text);

// `language` when it has the form of a BCP 47 tag ("vi", "zh-Hant"), else "und": other tags make JSON-LD
// processors drop the text without a word.
std::string to_language_tag(std::string_view language);

// "0.950" for 950.
std::string thousandths_to_decimal(int thousandths);

// Absolute, and without a character that an IRI may not have: such an IRI makes its triple vanish without a
// word.
bool is_absolute_iri(std::string_view iri);

// The URL when it is absolute http or https, as ASCII with everything encoded that could end an attribute;
// "" for any other scheme: a link in a picture must not run anything.
std::string to_safe_url(std::string_view url);

}  // namespace quanhe
