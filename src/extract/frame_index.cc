#include "extract/frame_index.h"

#include <algorithm>

namespace quanhe {

FrameIndex::FrameIndex(const std::vector<FrameSetting>& frames, const std::deque<KnownMention>& mentions) {
  for (const FrameSetting& setting : frames) {
    Slot& slot = by_slot_[setting.slot];
    slot.settings.push_back(&setting);
    const Span first = mentions[setting.mentions.front()].place.tokens;
    const Span last = mentions[setting.mentions.back()].place.tokens;
    slot.held.push_back({{first.start, last.end}, &setting});
  }
  for (auto& [name, slot] : by_slot_) {
    std::stable_sort(slot.held.begin(), slot.held.end(),
                     [](const Held& a, const Held& b) { return a.words.start < b.words.start; });
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

const FrameSetting* FrameIndex::held(const std::string& slot, Span tokens, std::uint32_t token) const {
  const auto found = by_slot_.find(slot);
  if (found == by_slot_.end()) return nullptr;
  const std::vector<Held>& held = found->second.held;
  const auto first = std::partition_point(held.begin(), held.end(),
                                          [&](const Held& each) { return each.words.start < tokens.start; });
  const FrameSetting* nearest = nullptr;
  std::uint32_t least = kFarthestHeld + 1;
  for (auto each = first; each != held.end() && each->words.start < tokens.end; ++each) {
    if (each->words.end > tokens.end) continue;
    const std::uint32_t distance = std::max(each->words.start, token) - std::min(each->words.start, token);
    if (distance >= least) continue;
    nearest = each->setting;
    least = distance;
  }
  return nearest;
}

}  // namespace quanhe
