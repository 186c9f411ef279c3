#include "corpus/near_copies.h"

#include <algorithm>

#include "base/keyed_hash.h"

namespace quanhe {
namespace {

// The root of a tree of parents, with the way to it halved. A root is the first of its part.
std::uint32_t root_of(std::vector<std::uint32_t>& parents, std::uint32_t document) {
  while (parents[document] != document) {
    parents[document] = parents[parents[document]];
    document = parents[document];
  }
  return document;
}

}  // namespace

std::vector<std::uint32_t> near_copy_groups(std::span<const NearCopyKeys> documents) {
  std::vector<std::uint32_t> parents(documents.size());
  KeyedMap<std::uint64_t, std::uint32_t> first_with;
  for (std::uint32_t document = 0; document < documents.size(); ++document) {
    parents[document] = document;
    for (const std::uint64_t key : documents[document]) {
      const std::uint32_t known = first_with.emplace(key, document).first->second;
      const std::uint32_t a = root_of(parents, known);
      const std::uint32_t b = root_of(parents, document);
      parents[std::max(a, b)] = std::min(a, b);
    }
  }
  for (std::uint32_t document = 0; document < documents.size(); ++document) {
    parents[document] = root_of(parents, document);
  }
  return parents;
}

}  // namespace quanhe
