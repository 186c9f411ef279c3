#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quanhe {

// Text for people to look at. All functions repair ill-formed UTF-8, turn control characters and line breaks
// into blanks, drop the marks that embed or override the direction of writing (a name must not turn the text
// around it), and collapse blanks. Lengths count code points that take a place: combining marks do not.

// At most `most` code points; when something was cut, the last of them is "…".
std::string shorten(std::string_view text, std::size_t most);

// Lines of about `width`, broken at blanks and, in words longer than a line, anywhere; at most `most_lines`,
// the last one ending in "…" when something was cut. Lines are evened out rather than filled, so that no
// short word is left alone. Never empty.
std::vector<std::string> wrap(std::string_view text, std::size_t width, std::size_t most_lines);

// `text` as the value of a Graphviz label, tooltip or URL: backslashes doubled and '&' encoded, because
// Graphviz reads escapes and entities in them, also when they are set through its library. A '\n' of `text`
// becomes a line break.
std::string to_dot_value(std::string_view text);

// The same with every line flush left instead of centred.
std::string to_dot_value_flush_left(std::string_view text);

}  // namespace quanhe
