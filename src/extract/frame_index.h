#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "extract/working_document.h"

namespace quanhe {

// Which frame governs a token. Good until the frames change.
class FrameIndex {
 public:
  // What stands farther off is told of something else: "met X, who had visited Norway in May 2011".
  static constexpr std::uint32_t kFarthestHeld = 8;

  FrameIndex(const std::vector<FrameSetting>& frames, const std::deque<KnownMention>& mentions);

  // Of the settings of the slot whose words lie within the tokens the one that is nearest to the token, of equals the
  // first; nullptr where none begins within kFarthestHeld tokens of it. Cost: that of those that begin within the
  // tokens.
  const FrameSetting* held(const std::string& slot, Span tokens, std::uint32_t token) const;

  // Of the settings that govern the token for the slot the one that begins last, of equals the first; or nullptr.
  // Cost: logarithmic.
  const FrameSetting* governing(const std::string& slot, std::uint32_t token) const;

  // Calls `use` with the settings of the slot that begin to govern at the token or before it, whether or not they still
  // do, the last first: at most `most` of them, and no more once `use` has returned true.
  template <typename Use>
  void backward(const std::string& slot, std::uint32_t token, std::size_t most, const Use& use) const {
    const auto found = by_slot_.find(slot);
    if (found == by_slot_.end()) return;
    const Settings& settings = found->second.settings;
    const auto after = std::partition_point(settings.begin(), settings.end(), [&](const FrameSetting* setting) {
      return setting->governs.start <= token;
    });
    auto setting = std::make_reverse_iterator(after);
    for (std::size_t i = 0; i < most && setting != settings.rend(); ++i, ++setting) {
      if (use(**setting)) return;
    }
  }

 private:
  // From the token on the setting governs, or none does.
  struct Change {
    std::uint32_t token = 0;
    const FrameSetting* setting = nullptr;
  };

  using Settings = std::vector<const FrameSetting*>;

  struct Held {
    Span words;  // the mentions that fill the slot
    const FrameSetting* setting = nullptr;
  };

  struct Slot {
    Settings settings;  // by where they begin to govern, then as they were given
    std::vector<Held> held;  // by where their words begin, then as they were given
    std::vector<Change> changes;
  };

  static std::vector<Change> changes(const Settings& settings);

  std::map<std::string, Slot> by_slot_;
};

}  // namespace quanhe
