#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "corpus/ledgers.h"
#include "corpus/view.h"
#include "graph/edge_list.h"
#include "store/database.h"
#include "store/evidence_columns.h"
#include "store/keys.h"
#include "store/mention_table.h"

namespace quanhe {

struct StoredNode {
  NodeKey key = 0;
  std::string id;
  std::string type;
  std::string name;
  std::uint32_t document_count = 0;
};

struct StoredName {
  NodeKey node = 0;
  std::string name;
  std::string folded;  // ascii_fold(name)
  bool canonical = false;
};

struct StoredEdge {
  EdgeKey key = 0;
  NodeKey from = 0;
  NodeKey to = 0;
  std::string relation;
  Status status = Status::kHappened;
  int confidence = 0;  // thousandths
  std::uint32_t source_count = 0;
  Judgement judgement = Judgement::kNone;  // as find_edge() reads it
};

// What an occurrence adds to the figures of its edge, without its words.
struct StoredMention {
  OccurrenceKey key = 0;
  Status status = Status::kHappened;
  int confidence = 0;  // thousandths
  DocumentKey document = 0;
  DocumentKey source_group = 0;  // of the document
  std::string document_date;
  std::string date;  // attributes, or ""
  std::string since;
  std::string until;
  std::string document_id = {};
};

// A graph.db that is asked without being read as a whole. Not thread-safe: each thread opens its own. Errors
// name the file, as those of read_view() do; after one, every question gives it.
class StoredGraph {
 public:
  // Cost: the vocabulary, some tenths of a millisecond.
  static Result<StoredGraph> open(const std::filesystem::path& path);

  StoredGraph(StoredGraph&&) noexcept;
  StoredGraph& operator=(StoredGraph&&) = delete;
  ~StoredGraph();

  // For a graph that is kept open between questions. let_go() lets others change the file, and nothing may be asked after
  // it; take_up() sees the file as it is now, and says false where that is not as it was opened: the keys, the relations
  // and the rules may be others, and it is to be opened anew. Cost: some ten microseconds.
  void let_go();
  Result<bool> take_up();

  // Types and relations with their labels, without IRIs of types, ends, limits and locations.
  const Ontology& ontology() const;
  Result<Ontology> whole_ontology();
  const PackInfo& pack() const;
  // For other readers of the same file (StoredEvidence).
  Database& database();

  // A look-up in an index each.
  Result<std::optional<StoredNode>> find_id(std::string_view id);
  Result<StoredNode> node(NodeKey key);
  // Nothing for keys that are not there, or not in the view: those of an earlier state may be gone.
  Result<std::optional<StoredNode>> find_key(NodeKey key);
  Result<std::optional<StoredEdge>> find_edge(EdgeKey key);
  // Of the edge's statements that stand and have some.
  Result<std::vector<Attributes>> attributes_at(EdgeKey edge);
  Result<std::vector<StoredName>> names_folded_to(std::string_view folded);  // by node, then name
  Result<std::vector<StoredEdge>> edges_at(NodeKey node);                    // either end; by key, each once
  Result<std::vector<StoredMention>> mentions_of(EdgeKey edge);              // that stand, by key
  // The same without what their documents say: their source groups are 0, their dates and ids "".
  Result<std::vector<StoredMention>> bare_mentions_of(EdgeKey edge);

  Result<std::uint64_t> count_documents();

  // Each reads a whole table. Names by node, then name; nodes by key.
  Result<std::vector<StoredName>> all_names();
  Result<std::vector<StoredNode>> all_nodes();
  Result<EdgeList> edge_list();
  Result<MentionTable> all_mentions();

  // Ids of the nodes, also of those that became part of others, whose own name this is, diacritics and
  // letter case aside; sorted.
  Result<std::vector<std::string>> own_ids_named(std::string_view name);
  // Whether documents say so, whatever was judged of it. Ids as they are shown; in a symmetric relation, in either order.
  Result<bool> has_edge(std::string_view from, std::string_view relation, std::string_view to);
  // What people decided, as the view has it.
  Result<Ledgers> ledgers();

 private:
  class Content;
  explicit StoredGraph(std::unique_ptr<Content> content);

  std::unique_ptr<Content> content_;
};

}  // namespace quanhe
