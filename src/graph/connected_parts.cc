#include "graph/connected_parts.h"

#include <boost/pending/disjoint_sets.hpp>
#include <boost/property_map/property_map.hpp>

namespace quanhe {
namespace {

// A disjoint-sets table over the numbers from 0 on.
auto table_map(std::vector<std::uint32_t>& table) {
  return boost::make_iterator_property_map(table.begin(), boost::typed_identity_property_map<std::uint32_t>());
}

auto sets_of(std::vector<std::uint32_t>& ranks, std::vector<std::uint32_t>& parents) {
  return boost::disjoint_sets(table_map(ranks), table_map(parents));
}

}  // namespace

ConnectedParts::ConnectedParts(std::uint32_t nodes) : ranks_(nodes), parents_(nodes) {
  auto sets = sets_of(ranks_, parents_);
  for (std::uint32_t node = 0; node < nodes; ++node) sets.make_set(node);
}

void ConnectedParts::join(std::uint32_t one, std::uint32_t other) { sets_of(ranks_, parents_).union_set(one, other); }

std::vector<std::uint32_t> ConnectedParts::numbers() {
  constexpr std::uint32_t kUnnumbered = UINT32_MAX;
  auto sets = sets_of(ranks_, parents_);
  std::vector<std::uint32_t> number_of(parents_.size(), kUnnumbered), numbers(parents_.size());
  std::uint32_t count = 0;
  for (std::uint32_t node = 0; node < numbers.size(); ++node) {
    std::uint32_t& number = number_of[sets.find_set(node)];
    if (number == kUnnumbered) number = count++;
    numbers[node] = number;
  }
  return numbers;
}

}  // namespace quanhe
