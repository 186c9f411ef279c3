#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quanhe {

// Pieces between single occurrences of `separator`; views into `text`, empty pieces kept.
std::vector<std::string_view> split(std::string_view text, char separator);

// `text` without ASCII blanks (space, tab, CR, LF) at either end.
std::string_view trim(std::string_view text);

std::string join(std::span<const std::string> pieces, std::string_view separator);

// Runs of ASCII blanks become one space, blanks at the ends go: names that a line break cut in two.
std::string collapse_blanks(std::string_view text);

// The candidate that is most like `word` (at most a third of its bytes edited), or "" when none is.
// Cost: |word| * |candidate| each. Source: optimal string alignment distance, as ninja's "did you mean".
std::string nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace quanhe
