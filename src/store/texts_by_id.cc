#include "store/texts_by_id.h"

namespace quanhe {

TextsById::TextsById(StoredGraph& graph)
    : key_(graph.database().prepare("SELECT document FROM documents WHERE id = ?")), texts_(graph.database()) {}

const DocumentText& TextsById::of(std::string_view document) { return texts_.of(key_.find(document).value_or(0)); }

}  // namespace quanhe
