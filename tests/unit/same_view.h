#pragma once

#include <gtest/gtest.h>

#include <tuple>

#include "corpus/view.h"

namespace quanhe {

// Fails where a field of the two differs.
inline void expect_same(const Ontology& read, const Ontology& written) {
  EXPECT_EQ(read.language, written.language);
  EXPECT_EQ(read.locations, written.locations);
  ASSERT_EQ(read.types.size(), written.types.size());
  for (std::size_t i = 0; i < read.types.size(); ++i) {
    const NodeType &a = read.types[i], &b = written.types[i];
    EXPECT_EQ(std::tie(a.name, a.parent, a.labels, a.iris, a.colour, a.shape),
              std::tie(b.name, b.parent, b.labels, b.iris, b.colour, b.shape));
  }
  ASSERT_EQ(read.relations.size(), written.relations.size());
  for (std::size_t i = 0; i < read.relations.size(); ++i) {
    const Relation &a = read.relations[i], &b = written.relations[i];
    EXPECT_EQ(std::tie(a.name, a.labels, a.iri, a.symmetric, a.state, a.from, a.to),
              std::tie(b.name, b.labels, b.iri, b.symmetric, b.state, b.from, b.to));
  }
}

inline void expect_same(const ViewEdge& read, const ViewEdge& written) {
  EXPECT_EQ(
      std::tie(read.from, read.to, read.relation, read.status, read.confidence, read.source_count, read.confirmed),
      std::tie(written.from, written.to, written.relation, written.status, written.confidence, written.source_count,
               written.confirmed));
  ASSERT_EQ(read.occurrences.size(), written.occurrences.size());
  for (std::size_t i = 0; i < read.occurrences.size(); ++i) {
    const ViewOccurrence &a = read.occurrences[i], &b = written.occurrences[i];
    EXPECT_EQ(std::tie(a.document, a.number, a.status, a.attributes, a.evidence),
              std::tie(b.document, b.number, b.status, b.attributes, b.evidence));
  }
}

inline void expect_same(const View& read, const View& written) {
  EXPECT_EQ(read.pack, written.pack);
  expect_same(read.ontology, written.ontology);
  ASSERT_EQ(read.documents.size(), written.documents.size());
  for (std::size_t i = 0; i < read.documents.size(); ++i) {
    const ViewDocument &a = read.documents[i], &b = written.documents[i];
    EXPECT_EQ(std::tie(a.id, a.date, a.date_basis, a.url, a.title, a.content_hash, a.source_group),
              std::tie(b.id, b.date, b.date_basis, b.url, b.title, b.content_hash, b.source_group));
  }
  ASSERT_EQ(read.nodes.size(), written.nodes.size());
  for (std::size_t i = 0; i < read.nodes.size(); ++i) {
    const ViewNode &a = read.nodes[i], &b = written.nodes[i];
    EXPECT_EQ(std::tie(a.id, a.type, a.name, a.aliases, a.document_count),
              std::tie(b.id, b.type, b.name, b.aliases, b.document_count));
  }
  ASSERT_EQ(read.edges.size(), written.edges.size());
  for (std::size_t i = 0; i < read.edges.size(); ++i) expect_same(read.edges[i], written.edges[i]);
}

}  // namespace quanhe
