#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "corpus/edge_tally.h"
#include "facts/ontology.h"
#include "store/database.h"
#include "store/keys.h"

namespace quanhe {

// What the table edges says of one.
struct EdgeRow {
  EdgeEnds ends;
  EdgeTally tally;
  std::uint32_t written = 0;         // written statements that are shown: what withdrawal looks at
  std::uint32_t written_before = 0;  // when the row was read
};

// The table edges while documents come and go. Failures stick in the database.
class EdgeRows {
 public:
  // As NodeRows.
  EdgeRows(Database& database, bool holds_all);

  // Adds one that is new.
  EdgeKey key_of(const EdgeEnds& ends);

  // Reads it when it was not; write() will write it back. Lives until forget().
  EdgeRow& row(EdgeKey edge);

  // Those that were read, in no order.
  const std::unordered_map<EdgeKey, EdgeRow>& rows() const { return rows_; }

  // Writes back what was read.
  void write();
  // Removes those that were read and that no occurrence refers to.
  void remove_unused();
  void forget();

 private:
  void hold_all();

  Database& database_;
  bool holds_all_;
  EdgeKey last_ = 0;
  std::unordered_map<EdgeEnds, EdgeKey, EdgeEndsHash> keys_;
  std::unordered_map<EdgeKey, EdgeRow> rows_;

  SqlStatement find_;
  SqlStatement add_;
  SqlStatement read_;
};

// The ends of an edge as it is stored: in a symmetric relation the node with the smaller id comes first.
EdgeEnds in_order(Database& database, const EdgeEnds& ends, const Relation* relation);

// Writes what an edge's tally says of it. Bound: edge, then as bind_tally() says.
inline constexpr const char* kUpdateTally =
    "UPDATE edges SET statement_count = ?2, status = ?3, confidence = ?4, source_count = ?5, denied = ?6, "
    "requested = ?7, planned = ?8, reported = ?9, happened = ?10, shown_sources = ?11, hidden_sources = ?12, "
    "written_count = ?13 WHERE edge = ?1";
void run_update(SqlStatement& update, EdgeKey edge, const EdgeTally& tally, std::uint32_t written);

}  // namespace quanhe
