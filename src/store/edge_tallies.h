#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "store/database.h"
#include "store/keys.h"

namespace quanhe {

// For each document the one that stands for all its near-copies.
using SourceGroups = std::unordered_map<DocumentKey, DocumentKey>;

// What all statements come to, edge by edge, for a view that is made anew. 12 bytes a statement. Failures stick in the
// database.
class EdgeTallies {
 public:
  // Cost: the table of occurrences.
  EdgeTallies(Database& database, const SourceGroups& groups);

  bool has_defaults() const { return has_defaults_; }

  // Writes the rows of edges that say something else, and removes those to which no occurrence refers.
  void write();

 private:
  struct Claim {
    std::uint32_t edge = 0;
    std::uint32_t group = 0;
    std::uint16_t confidence = 0;
    std::uint8_t status = 0;
    std::uint8_t standing = 0;
  };
  using Claims = std::vector<Claim>;

  Database& database_;
  Claims claims_;  // by edge
  bool has_defaults_ = false;
};

}  // namespace quanhe
