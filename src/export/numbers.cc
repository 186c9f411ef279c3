#include "export/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include "base/check.h"

namespace quanhe {

void append_number(ByteSink& out, std::uint64_t value) {
  char* const to = out.room(20);
  out.commit(std::to_chars(to, to + 20, value).ptr);
}

void append_decimal(ByteSink& out, double value) {
  constexpr int kDigits = 6;
  QUANHE_CHECK(std::isfinite(value));
  if (value == 0) {
    out.append('0');
    return;
  }
  const int before_point = static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1;
  std::array<char, 400> text;
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed,
                                          std::max(0, kDigits - before_point));
  QUANHE_CHECK(error == std::errc());
  std::string_view number(text.data(), static_cast<std::size_t>(end - text.data()));
  if (number.find('.') != std::string_view::npos) {
    while (number.ends_with('0')) number.remove_suffix(1);
    if (number.ends_with('.')) number.remove_suffix(1);
  }
  out.append(number);
}

void append_exact(ByteSink& out, double value) {
  QUANHE_CHECK(std::isfinite(value));
  constexpr std::size_t kLongest = 400;
  char* const to = out.room(kLongest);
  out.commit(std::to_chars(to, to + kLongest, value, std::chars_format::fixed).ptr);
}

std::string thousandths_to_decimal(int thousandths) {
  const auto digit = [](int value) { return static_cast<char>('0' + value % 10); };
  const char text[] = {digit(thousandths / 1000), '.', digit(thousandths / 100), digit(thousandths / 10),
                       digit(thousandths)};
  return std::string(text, sizeof text);
}

}  // namespace quanhe
