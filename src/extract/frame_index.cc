#include "extract/frame_index.h"

#include <algorithm>

namespace quanhe {

FrameIndex::FrameIndex(const std::vector<FrameSetting>& frames) {
  for (const FrameSetting& setting : frames) by_slot_[setting.slot].settings.push_back(&setting);
  for (auto& [name, slot] : by_slot_) {
    std::stable_sort(slot.settings.begin(), slot.settings.end(),
                     [](const FrameSetting* a, const FrameSetting* b) { return a->governs.start < b->governs.start; });
    slot.changes = changes(slot.settings);
  }
}

// Goes through the settings with those that are open on a stack: the last to begin governs, and where it ends, the
// last before it that has not ended.
std::vector<FrameIndex::Change> FrameIndex::changes(const Settings& settings) {
  std::vector<Change> changes;
  Settings open;
  const auto close_until = [&](std::uint32_t token) {
    while (!open.empty() && open.back()->governs.end <= token) {
      const std::uint32_t end = open.back()->governs.end;
      while (!open.empty() && open.back()->governs.end <= end) open.pop_back();
      changes.push_back({end, open.empty() ? nullptr : open.back()});
    }
  };
  for (std::size_t begin = 0; begin < settings.size();) {
    const std::uint32_t token = settings[begin]->governs.start;
    std::size_t end = begin;
    while (end < settings.size() && settings[end]->governs.start == token) ++end;
    close_until(token);
    // Of those with one beginning the first governs, and so goes onto the stack last.
    for (std::size_t i = end; i-- > begin;) {
      if (settings[i]->governs.end > token) open.push_back(settings[i]);
    }
    changes.push_back({token, open.empty() ? nullptr : open.back()});
    begin = end;
  }
  close_until(UINT32_MAX);
  return changes;
}

const FrameSetting* FrameIndex::governing(const std::string& slot, std::uint32_t token) const {
  const auto found = by_slot_.find(slot);
  if (found == by_slot_.end()) return nullptr;
  const std::vector<Change>& changes = found->second.changes;
  const auto next = std::partition_point(changes.begin(), changes.end(),
                                         [&](const Change& change) { return change.token <= token; });
  return next == changes.begin() ? nullptr : std::prev(next)->setting;
}

}  // namespace quanhe
