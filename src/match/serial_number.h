#pragma once

#include <atomic>
#include <cstdint>

namespace quanhe {

// A number that nothing else has had in this process, never 0: what was learnt of one thing can be told by it from what was
// learnt of another at the same address. Any thread may ask.
inline std::uint64_t next_serial_number() {
  static std::atomic<std::uint64_t> last = 0;
  return last.fetch_add(1, std::memory_order_relaxed) + 1;
}

}  // namespace quanhe
