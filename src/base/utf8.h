#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace quanhe {

// The offset of the first byte that is not part of well-formed UTF-8 (RFC 3629: no surrogates, no overlong
// forms, nothing above U+10FFFF), or npos.
std::size_t find_invalid_utf8(std::string_view bytes);

bool is_valid_utf8(std::string_view bytes);

// Each byte that is not part of well-formed UTF-8 becomes U+FFFD.
std::string replace_invalid_utf8(std::string_view bytes);

// Where the code point after the one at `begin` begins; `begin` is within well-formed UTF-8.
std::size_t next_code_point(std::string_view utf8, std::size_t begin);

// `text` in one line without control characters, which a terminal or a reader of TSV would obey: each is a space.
std::string in_one_line(std::string_view text);

}  // namespace quanhe
