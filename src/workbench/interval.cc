#include "workbench/interval.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace quanhe {
namespace {

constexpr double kDeviations = 1.959963984540054;  // of the normal distribution, on either side of 95 %

}  // namespace

Interval wilson_interval(std::uint64_t right, std::uint64_t judged) {
  if (judged == 0) return {};
  const auto count = static_cast<double>(judged);
  const double share = static_cast<double>(right) / count;
  const double square = kDeviations * kDeviations;
  const double middle = share + square / (2 * count);
  const double half = kDeviations * std::sqrt(share * (1 - share) / count + square / (4 * count * count));
  const double scale = 1 + square / count;
  return {std::max(0.0, (middle - half) / scale), std::min(1.0, (middle + half) / scale)};
}

std::string as_share(std::uint64_t right, std::uint64_t judged) {
  if (judged == 0) return "-";
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "%.3f", static_cast<double>(right) / static_cast<double>(judged));
  return text.data();
}

std::string to_text(const Interval& interval) {
  std::array<char, 64> text;
  std::snprintf(text.data(), text.size(), "%.3f to %.3f", interval.low, interval.high);
  return text.data();
}

}  // namespace quanhe
