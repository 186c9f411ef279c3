#pragma once

#include <string>
#include <string_view>

namespace quanhe {

// Text in one line that Markdown (CommonMark, with tables and footnotes) shows as it is: what would be markup is escaped.
std::string in_markdown(std::string_view text);

}  // namespace quanhe
