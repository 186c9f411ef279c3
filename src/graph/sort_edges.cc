#include "graph/sort_edges.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <numeric>
#include <span>
#include <utility>

// Problem: to sort edges, which come in any order, within little more memory than they need themselves.
//
// Idea: the list is put in place into blocks of the nodes where edges begin (the "American flag" sort of McIlroy, Bostic and
// McIlroy, Engineering Radix Sort, 1993: counts give each block its range, and edges are swapped along cycles until each
// stands in its own). Then each block, which fits into a cache, is sorted digit by digit from the last, to and fro between
// its range and a copy.
//
// Cost: linear, but n log n in blocks of very few or very many edges. Sorting by comparison within each block takes four
// times as long.

namespace quanhe {
namespace {

// Of so many nodes the edges, some ten thousand, fit into a processor's second cache.
constexpr std::uint32_t kNodesOfBlock = 2048;
constexpr unsigned kBitsOfDigit = 11;
// Blocks of fewer edges than a digit has values, and of more than should be held twice, are sorted by comparison.
constexpr std::size_t kFewestEdgesCopied = std::size_t{1} << kBitsOfDigit;
constexpr std::size_t kMostEdgesCopied = std::size_t{1} << 18;

std::uint32_t block_of(const PlainEdge& edge) { return edge.from / kNodesOfBlock; }

// Swaps edges until those of each block stand together, block after block. Gives where each begins and, last, the end.
std::vector<std::uint32_t> gather_blocks(std::vector<PlainEdge>& edges, std::uint32_t block_count) {
  std::vector<std::uint32_t> begins(std::size_t{block_count} + 1);
  for (const PlainEdge& edge : edges) ++begins[block_of(edge) + 1];
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
  for (std::uint32_t block = 0; block < block_count; ++block) {
    while (next[block] < begins[block + 1]) {
      PlainEdge& edge = edges[next[block]];
      const std::uint32_t its = block_of(edge);
      if (its == block) {
        ++next[block];
      } else {
        std::swap(edge, edges[next[its]++]);
      }
    }
  }
  return begins;
}

// What the edges of a block are sorted by, as one number: where they begin, where they end, their relation.
class OrderInBlock {
 public:
  OrderInBlock(std::uint32_t node_count, std::size_t relation_count)
      : relation_bits_(static_cast<unsigned>(std::bit_width(relation_count))),
        end_bits_(relation_bits_ + static_cast<unsigned>(std::bit_width(node_count))) {}

  std::uint64_t operator()(const PlainEdge& edge) const {
    return (std::uint64_t{edge.from % kNodesOfBlock} << end_bits_) | (std::uint64_t{edge.to} << relation_bits_) |
           edge.relation;
  }
  unsigned bits() const { return end_bits_ + static_cast<unsigned>(std::bit_width(kNodesOfBlock - 1)); }

 private:
  unsigned relation_bits_;
  unsigned end_bits_;
};

// Copies edges in the order of one digit of their numbers; those that have the same keep theirs.
void sort_by_digit(std::span<const PlainEdge> edges, std::span<PlainEdge> sorted, const OrderInBlock& order,
                   unsigned shift) {
  const auto digit_of = [&](const PlainEdge& edge) { return (order(edge) >> shift) % (1U << kBitsOfDigit); };
  std::array<std::uint32_t, (1U << kBitsOfDigit) + 1> next{};
  for (const PlainEdge& edge : edges) ++next[digit_of(edge) + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  for (const PlainEdge& edge : edges) sorted[next[digit_of(edge)]++] = edge;
}

void sort_block(std::span<PlainEdge> block, const OrderInBlock& order, std::vector<PlainEdge>& copy) {
  if (block.size() < kFewestEdgesCopied || block.size() > kMostEdgesCopied) {
    std::sort(block.begin(), block.end(),
              [&](const PlainEdge& a, const PlainEdge& b) { return order(a) < order(b); });
    return;
  }
  copy.resize(std::max(copy.size(), block.size()));
  std::span<PlainEdge> from = block;
  std::span<PlainEdge> to(copy.data(), block.size());
  for (unsigned shift = 0; shift < order.bits(); shift += kBitsOfDigit) {
    sort_by_digit(from, to, order, shift);
    std::swap(from, to);
  }
  if (from.data() != block.data()) std::copy(from.begin(), from.end(), block.begin());
}

}  // namespace

void sort_by_ends(std::vector<PlainEdge>& edges, std::uint32_t node_count, std::size_t relation_count) {
  const std::vector<std::uint32_t> begins = gather_blocks(edges, node_count / kNodesOfBlock + 1);
  const OrderInBlock order(node_count, relation_count);
  std::vector<PlainEdge> copy;
  for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
    sort_block(std::span(edges).subspan(begins[i], begins[i + 1] - begins[i]), order, copy);
  }
}

}  // namespace quanhe
