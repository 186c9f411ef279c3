#include "export/numbers.h"

#include <array>
#include <charconv>
#include <cmath>

#include "base/check.h"

namespace quanhe {

void append_decimal(std::string& out, double value) {
  QUANHE_CHECK(std::isfinite(value));
  std::array<char, 32> text;
  const auto [end, error] =
      std::to_chars(text.data(), text.data() + text.size(), value == 0 ? 0.0 : value, std::chars_format::general, 6);
  QUANHE_CHECK(error == std::errc());
  out.append(text.data(), end);
}

}  // namespace quanhe
