#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace quanhe {

// What a server bears. docs/explorer.md names those that a client can notice.
struct ServerLimits {
  std::size_t connections = 256;         // when one more comes, that which has asked nothing for longest is closed
  std::size_t header_bytes = 20U << 10;  // of a request, its first line included
  std::size_t target_bytes = 16U << 10;  // of what is asked for, in the first line
  std::size_t answer_bytes = 64U << 20;  // of answers that are on their way, all together
  std::chrono::milliseconds first_header{10'000};  // from a connection's begin until it has asked
  std::chrono::milliseconds next_header{30'000};   // from an answer until it has asked again
  std::chrono::milliseconds answering{5'000};      // from a question until its answer is there
  std::chrono::milliseconds sending{30'000};       // an answer
};

// What one answer holds at most.
inline constexpr std::size_t kMostRows = 500;  // `limit`
inline constexpr std::size_t kMostEdges = 5'000;  // between nodes that are shown
inline constexpr std::size_t kMostEdgesForAPath = 3'000'000;  // looked at
inline constexpr std::size_t kMostTextBytes = 2'000;          // of a parameter
inline constexpr std::size_t kMostListBytes = 6'000;          // of one that is a list

}  // namespace quanhe
