#include "store/texts_by_id.h"

namespace quanhe {
namespace {

constexpr std::size_t kMostKnown = std::size_t{32} << 20;

}  // namespace

TextsById::TextsById(StoredGraph& graph)
    : key_(graph.database().prepare("SELECT document FROM documents WHERE id = ?")), texts_(graph.database()) {}

const DocumentText& TextsById::of(const std::string& document) {
  const auto known = known_.find(document);
  if (known != known_.end()) return known->second;
  if (known_bytes_ > kMostKnown) {
    known_.clear();
    known_bytes_ = 0;
  }
  const DocumentText& read = texts_.of(key_.find(document).value_or(0));
  known_bytes_ += read.text.size();
  return known_.emplace(document, read).first->second;
}

}  // namespace quanhe
