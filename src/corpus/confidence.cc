#include "corpus/confidence.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/check.h"

namespace quanhe {

int combined_confidence(std::span<const int> source_confidences) {
  // The product is rounded down after each factor, so it is taken in one fixed order: that of the values. A scale
  // of 10^9 keeps the error of a thousand factors below a thousandth.
  std::vector<int> confidences(source_confidences.begin(), source_confidences.end());
  std::sort(confidences.begin(), confidences.end());
  constexpr std::int64_t kOne = 1'000'000'000;
  std::int64_t doubt = kOne;
  for (const int confidence : confidences) {
    QUANHE_CHECK(confidence > 0 && confidence <= 1000);
    doubt = doubt * (1000 - confidence) / 1000;
  }
  const std::int64_t thousandths = (kOne - doubt + kOne / 2000) / (kOne / 1000);
  return static_cast<int>(std::clamp<std::int64_t>(thousandths, 1, kGreatestConfidence));
}

}  // namespace quanhe
