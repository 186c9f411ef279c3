#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/span.h"

namespace quanhe {

// Numbered stretches of tokens, asked from a place outward. Filled, put in order, then only read.
class Places {
 public:
  void add(Span place, std::uint32_t number) {
    by_end_.emplace_back(place.end, ~number);
    by_start_.emplace_back(place.start, number);
  }

  void put_in_order() {
    std::sort(by_end_.begin(), by_end_.end());
    std::sort(by_start_.begin(), by_start_.end());
  }

  // Calls `use` with the numbers of the stretches that end before the place begins, the nearest first, then of those
  // that begin after it ends; of equally near ones the lower number first. At most `most` of either, and no more once
  // `use` has returned true. Cost: logarithmic, and that of the calls.
  template <typename Use>
  void outward(Span place, std::size_t most, const Use& use) const {
    const auto before = std::partition_point(by_end_.begin(), by_end_.end(),
                                             [&](const auto& entry) { return entry.first <= place.start; });
    auto entry = std::make_reverse_iterator(before);
    for (std::size_t i = 0; i < most && entry != by_end_.rend(); ++i, ++entry) {
      if (use(~entry->second)) return;
    }
    auto after = std::partition_point(by_start_.begin(), by_start_.end(),
                                      [&](const auto& start) { return start.first < place.end; });
    for (std::size_t i = 0; i < most && after != by_start_.end(); ++i, ++after) {
      if (use(after->second)) return;
    }
  }

 private:
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_end_;    // end, number with its bits turned
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_start_;  // start, number
};

}  // namespace quanhe
