#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "explorer/answer.h"
#include "explorer/loaded_graph.h"
#include "json/json_writer.h"
#include "store/stored_graph.h"

namespace quanhe {

// What a question is put to: the file as it is now, and what is kept of it in memory, which may be a little older.
struct Asked {
  StoredGraph& graph;
  const LoadedGraph& loaded;
  const std::string& program_version;
};

// A node of the graph in both its forms.
struct FoundNode {
  StoredNode stored;
  std::uint32_t number = 0;
};

// Nothing where there is no node of this id, or it became part of another.
Result<std::optional<FoundNode>> find_node_of(const Asked& asked, const std::string& id);

Answer no_node(const std::string& id);

// What was written.
Answer answer_of(JsonWriter& json);

}  // namespace quanhe
