#include "cli/text_style.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "cli/terminal.h"

namespace quanhe {

TextStyle text_style(const std::string& color) {
  TextStyle style;
  const char* no_color = std::getenv("NO_COLOR");
  const bool refused = no_color != nullptr && no_color[0] != '\0';
  style.colours = color == "always" || (color == "auto" && is_terminal(STDOUT_FILENO) && !refused);
  if (const int width = terminal_width(STDOUT_FILENO); width > 0) style.width = std::clamp(width, 40, 100);
  return style;
}

}  // namespace quanhe
