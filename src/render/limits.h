#pragma once

#include <cstdint>

namespace quanhe {

// What one picture may cost. A layout of 1500 nodes stays far below each.
struct RenderLimits {
  std::uint64_t cpu_seconds = 100;
  std::uint64_t memory_bytes = std::uint64_t{3} << 30;
  std::uint64_t output_bytes = std::uint64_t{256} << 20;
  std::uint64_t input_bytes = std::uint64_t{64} << 20;
  double pixels = 14e6;
};

// Puts the process under the limits for the rest of its life: over the time it gets SIGXCPU, over the size
// of a file SIGXFSZ, over the memory its allocations fail. No core is written. A sanitizer's build keeps its
// memory, because a sanitizer reserves far more address space than it uses.
void apply(const RenderLimits& limits);

}  // namespace quanhe
