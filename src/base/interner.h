#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace quanhe {

// Strings as dense 32-bit numbers in the order of their first appearance. Not thread-safe while it grows;
// any number of threads may read it once it has stopped growing.
class Interner {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  Interner() = default;
  Interner(Interner&&) = default;
  Interner& operator=(Interner&&) = default;
  Interner(const Interner&) = delete;
  Interner& operator=(const Interner&) = delete;

  std::uint32_t add(std::string_view text);

  // kNone when `text` was never added.
  std::uint32_t find(std::string_view text) const;

  // The view lives as long as the interner.
  std::string_view text(std::uint32_t id) const;

  std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }

 private:
  // By open addressing. With a part of the hash beside the number, a text that was never added is told from those that
  // were without a look at their bytes.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t id = kNone;
  };

  std::size_t place_of(std::string_view text, std::uint32_t hash) const;
  void grow();

  std::deque<std::string> texts_;
  std::vector<Slot> slots_;  // a power of two, at most half full
};

}  // namespace quanhe
