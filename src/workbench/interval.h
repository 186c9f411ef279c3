#pragma once

#include <cstdint>
#include <string>

namespace quanhe {

// A stretch of [0, 1], both ends included.
struct Interval {
  double low = 0.0;
  double high = 1.0;
};

// Where the share of what is right lies with 95 % confidence, when so many of those judged were. All of [0, 1] where
// none was judged. It stays within [0, 1] and holds for few judgements and for shares near 0 and 1, where the usual
// approximation by the normal distribution gives nonsense.
// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference" (1927).
Interval wilson_interval(std::uint64_t right, std::uint64_t judged);

// "0.938", or "-" where none was judged; "0.832 to 0.979".
std::string as_share(std::uint64_t right, std::uint64_t judged);
std::string to_text(const Interval& interval);

}  // namespace quanhe
