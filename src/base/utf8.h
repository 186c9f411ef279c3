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

}  // namespace quanhe
