#include "extract/edge_join.h"

#include <algorithm>

namespace quanhe {

void EdgeJoin::add(const Fact& fact, std::uint32_t number, bool symmetric) {
  if (!is_shown(fact.status)) return;
  add_directed(fact.relation, {fact.from, fact.to, number});
  if (symmetric) add_directed(fact.relation, {fact.to, fact.from, number});
}

void EdgeJoin::add_directed(std::uint32_t relation, const Edge& edge) {
  const auto number = static_cast<std::uint32_t>(edges_.size());
  List& same = list(relation, edge.from, edge.to);
  if (same.first != kNone) return;
  same.first = same.last = number;
  ++list_count_;
  edges_.push_back({edge, {kNone, kNone, kNone}});
  for (Ends given = 0; given < kBoth; ++given) {
    List& edges = list(relation, (given & 1) != 0 ? edge.from : kAny, (given & 2) != 0 ? edge.to : kAny);
    if (edges.first == kNone) {
      edges.first = number;
      ++list_count_;
    } else {
      edges_[edges.last].next[given] = number;
    }
    edges.last = number;
  }
}

std::uint32_t EdgeJoin::first(std::uint32_t relation, std::uint32_t from, std::uint32_t to) const {
  return lists_.empty() ? kNone : lists_[place_of(relation, from, to)].first;
}

std::uint32_t EdgeJoin::next(std::uint32_t edge, std::uint32_t from, std::uint32_t to) const {
  const Ends given = ends(from, to);
  return given == kBoth ? kNone : edges_[edge].next[given];
}

// Where the list is, or the free slot that it would take.
std::size_t EdgeJoin::place_of(std::uint32_t relation, std::uint32_t from, std::uint32_t to) const {
  const std::uint64_t both = std::uint64_t{from} << 32 | to;
  const std::uint64_t mixed = (both * 0x9E3779B97F4A7C15ULL ^ relation * 0xC2B2AE3D27D4EB4FULL) * 0xFF51AFD7ED558CCDULL;
  const std::size_t mask = lists_.size() - 1;
  std::size_t place = mixed >> 32 & mask;
  const auto is_other = [&](const List& list) {
    return list.first != kNone && (list.relation != relation || list.from != from || list.to != to);
  };
  while (is_other(lists_[place])) place = (place + 1) & mask;
  return place;
}

// The list or, of a free slot, one that names the question and is empty.
EdgeJoin::List& EdgeJoin::list(std::uint32_t relation, std::uint32_t from, std::uint32_t to) {
  if (2 * (list_count_ + 1) > lists_.size()) grow();
  List& list = lists_[place_of(relation, from, to)];
  if (list.first == kNone) list = {relation, from, to, kNone, kNone};
  return list;
}

void EdgeJoin::grow() {
  std::vector<List> old(std::max<std::size_t>(64, 2 * lists_.size()));
  old.swap(lists_);
  for (const List& list : old) {
    if (list.first != kNone) lists_[place_of(list.relation, list.from, list.to)] = list;
  }
}

}  // namespace quanhe
