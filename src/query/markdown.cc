#include "query/markdown.h"

#include "base/utf8.h"

namespace quanhe {

std::string in_markdown(std::string_view text) {
  const std::string line = in_one_line(text);
  std::string escaped;
  bool only_digits = false;  // before this byte; "1. " or "1) " would begin a list
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char byte = line[i];
    const bool anywhere = std::string_view("\\`*_[]<>|&~$").find(byte) != std::string_view::npos;
    const bool in_front = i == 0 && std::string_view("#+-=").find(byte) != std::string_view::npos;
    const bool ends_word = i + 1 == line.size() || line[i + 1] == ' ';
    const bool begins_list = only_digits && ends_word && (byte == '.' || byte == ')');
    if (anywhere || in_front || begins_list) escaped += '\\';
    escaped += byte;
    only_digits = (only_digits || i == 0) && '0' <= byte && byte <= '9';
  }
  return escaped;
}

}  // namespace quanhe
