#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quanhe {

// Where a list of neighbours goes on: after the one of so many edges and this id. It names what was shown last and not
// how many were, so that nothing is shown twice or left out when the graph changes in between.
struct Cursor {
  std::uint32_t degree = 0;
  std::string id;

  friend bool operator==(const Cursor&, const Cursor&) = default;
};

// As a text that says nothing to others and fits an address. `question` is all that decides which list it is of.
std::string to_text(const Cursor& cursor, std::string_view question);

// Nothing where the text is none of ours, or of another question.
std::optional<Cursor> parse_cursor(std::string_view text, std::string_view question);

}  // namespace quanhe
