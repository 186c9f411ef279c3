#pragma once

#include <cstdint>
#include <vector>

namespace quanhe {

// Which nodes edges join, directly or by way of others. Cost: almost linear in all.
class ConnectedParts {
 public:
  explicit ConnectedParts(std::uint32_t nodes);

  void join(std::uint32_t one, std::uint32_t other);

  // For each node the number of its part; parts are numbered from 0 in the order of their first nodes.
  std::vector<std::uint32_t> numbers();

 private:
  std::vector<std::uint32_t> ranks_;
  std::vector<std::uint32_t> parents_;
};

}  // namespace quanhe
