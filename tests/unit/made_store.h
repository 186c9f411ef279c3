#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/ledgers.h"
#include "facts/facts.h"
#include "store/dump.h"
#include "store/graph_store.h"
#include "unit/made_facts.h"

namespace quanhe {

using Documents = std::vector<DocumentFacts>;

inline Provenance made_provenance(const DocumentFacts& facts) {
  return {to_hex(facts.content_hash), made_pack().hash, "/made", "made/" + facts.id};
}

// The store of the made pack and ontology at `path`, there or not.
inline Result<GraphStore> open_made_store(const std::filesystem::path& path) {
  static const Ontology ontology = made_ontology();
  static const PackInfo pack = made_pack();
  return GraphStore::open(path, {ontology, pack, "1.0", ""});
}

// Adds the documents to the graph at `path`, which need not be there.
inline Result<void> write_graph(const Documents& documents, const std::filesystem::path& path,
                                const Ledgers& ledgers = {}) {
  Result<GraphStore> store = open_made_store(path);
  if (!store) return store.error();
  for (const DocumentFacts& facts : documents) store.value().put(facts, made_provenance(facts));
  store.value().replay(ledgers);
  if (const Result<void> finished = store.value().finish(); !finished) return finished;
  return store.value().publish();
}

inline std::string dump_of(const std::filesystem::path& path) {
  std::string text;
  const Result<void> dumped = dump_store(path, [&](const std::string& piece) { text += piece; });
  EXPECT_TRUE(dumped.ok()) << (dumped.ok() ? "" : dumped.error().message);
  return text;
}

}  // namespace quanhe
