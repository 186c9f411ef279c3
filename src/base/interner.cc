#include "base/interner.h"

#include "base/check.h"

namespace quanhe {

std::uint32_t Interner::add(std::string_view text) {
  if (const auto found = ids_.find(text); found != ids_.end()) return found->second;
  const std::uint32_t id = size();
  QUANHE_CHECK(id != kNone);
  texts_.emplace_back(text);
  ids_.emplace(texts_.back(), id);
  return id;
}

std::uint32_t Interner::find(std::string_view text) const {
  const auto found = ids_.find(text);
  return found == ids_.end() ? kNone : found->second;
}

std::string_view Interner::text(std::uint32_t id) const {
  QUANHE_CHECK(id < size());
  return texts_[id];
}

}  // namespace quanhe
