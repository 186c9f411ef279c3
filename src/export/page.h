#pragma once

#include <string_view>

namespace quanhe {

// The page for a browser as it was built (src/explorer/web/), part of the program. `serve` answers with it as it is; a
// file (html.h) holds its data where kPageData stands, and allows no connection where it says kPageConnections. It has
// each of the two once. Lives as long as the program.
std::string_view page();

inline constexpr std::string_view kPageData = "<!--quanhe-data-->";
inline constexpr std::string_view kPageConnections = "connect-src 'self'";

}  // namespace quanhe
