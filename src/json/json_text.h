#pragma once

#include <string>
#include <string_view>

namespace quanhe {

// Appends `text` as a JSON string in quotes, for writers of millions of them; JsonWriter is for all else. UTF-8 is
// not escaped, a byte that is not valid becomes U+FFFD. '<' is written \u003c, so that JSON which somebody puts
// into a page ends no <script>, and so are control characters, U+FFFE and U+FFFF, which XML could not hold. Cost: two
// passes over the text.
void append_json_string(std::string& out, std::string_view text);

}  // namespace quanhe
