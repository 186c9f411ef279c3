#pragma once

#include <compare>
#include <cstdint>

namespace quanhe {

// A half-open range. What it counts (bytes, tokens) is said where it is used.
struct Span {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  std::uint32_t length() const { return end - start; }
  bool contains(const Span& other) const { return start <= other.start && other.end <= end; }
  bool overlaps(const Span& other) const { return start < other.end && other.start < end; }
  friend auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace quanhe
