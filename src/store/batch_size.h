#pragma once

#include <cstddef>

namespace quanhe {

// How many documents a commit is for: what a program that is ended loses at most. A page that they share is written
// once. The first batch is short, so that a build of a few hundred documents that is ended has kept something.
class BatchSize {
 public:
  // Of one document more, with so many bytes of text: whether it is the last of its batch.
  bool ends_with(std::size_t bytes) {
    bytes_ += bytes;
    if (++documents_ < (is_first_ ? kFirstDocuments : kMostDocuments) && bytes_ < kMostBytes) return false;
    is_first_ = false;
    documents_ = bytes_ = 0;
    return true;
  }

 private:
  static constexpr std::size_t kFirstDocuments = 256;
  static constexpr std::size_t kMostDocuments = 2048;
  static constexpr std::size_t kMostBytes = 8U << 20;

  bool is_first_ = true;
  std::size_t documents_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace quanhe
