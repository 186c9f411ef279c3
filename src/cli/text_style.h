#pragma once

#include <string>

#include "text/layout.h"

namespace quanhe {

// How to write on standard output: `color` is "auto" (colours on a terminal, unless NO_COLOR is set), "always" or
// "never". As wide as the terminal up to 100 columns; 80 columns where it is none.
TextStyle text_style(const std::string& color);

}  // namespace quanhe
