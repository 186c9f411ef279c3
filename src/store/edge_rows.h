#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/edge_tally.h"
#include "facts/ontology.h"
#include "store/claims.h"
#include "store/database.h"
#include "store/keys.h"

namespace quanhe {

// What a row of edges says of the edge as a whole. All but `written` is nothing where no statement stands.
struct StoredTally {
  std::uint32_t statements = 0;
  Status status = Status::kDenied;
  int confidence = 0;
  std::uint32_t sources = 0;
  std::uint32_t written = 0;  // written statements that are shown: what withdrawal looks at
  std::string text;           // of the column `tally`

  StoredTally() = default;
  StoredTally(const EdgeTally& tally, std::uint32_t written_statements);

  // Of a single statement. Cost: next to nothing, for most edges have no other.
  static StoredTally of_one(Status status, int confidence, bool is_written);

  EdgeTally tally(Database& database) const;

  // Of the columns kTallyColumns, which begin at `first`.
  static StoredTally read(SqlStatement& row, int first);
  // With a statement made of kUpdateTally.
  void write(SqlStatement& update, EdgeKey edge) const;

  friend bool operator==(const StoredTally&, const StoredTally&) = default;
};
inline constexpr const char* kTallyColumns = "statement_count, status, confidence, source_count, written_count, tally";
inline constexpr const char* kUpdateTally =
    "UPDATE edges SET statement_count = ?2, status = ?3, confidence = ?4, source_count = ?5, written_count = ?6, "
    "tally = ?7 WHERE edge = ?1";

// The statement for which an edge is added.
struct FirstStatement {
  Status status = Status::kHappened;
  int confidence = 1;
  bool is_written = false;  // and shown
};

// An edge while statements about it come and go.
struct EdgeRow {
  EdgeEnds ends;
  EdgeTally tally;
  std::uint32_t written = 0;
  StoredTally stored;   // as the table has it
  bool is_new = false;  // the table does not have it
};

// The table edges while documents come and go. Failures stick in the database.
class EdgeRows {
 public:
  // As NodeRows.
  EdgeRows(Database& database, bool holds_all);

  // Gives one that is new a key, and a row with the next write(); a first build counts that statement to it.
  EdgeKey key_of(const EdgeEnds& ends, const FirstStatement& statement);

  // Finds the keys of many, for which key_of() then asks no more.
  void look_up(const std::vector<EdgeEnds>& many);

  // Reads those of them that were not, which row() then does not.
  void read(const Claims& claims);

  // Reads it when it was not; write() will write it back. Lives until remove_unused() or forget().
  EdgeRow& row(EdgeKey edge);

  // Those that were read, in no order.
  const std::unordered_map<EdgeKey, EdgeRow>& rows() const { return rows_; }

  // Of those that were read, removes the ones to which no occurrence refers.
  void remove_unused();
  // Writes back what was read, and what is new.
  void write();
  // What was read or looked up may have changed behind this object's back.
  void forget();

 private:
  void find_last();
  void hold_all();
  void add(EdgeKey edge, const EdgeEnds& ends, const StoredTally& tally);
  void read_given(const RowList& edges);

  Database& database_;
  bool holds_all_;
  EdgeKey last_ = 0;
  std::unordered_map<EdgeEnds, EdgeKey, EdgeEndsHash> keys_;
  std::unordered_map<EdgeKey, EdgeRow> rows_;

  SqlStatement find_;
  RowInserter added_;
  SqlStatement read_;
  SqlStatement write_;
  SqlStatement any_uncounted_;
  SqlStatement is_used_;
  SqlStatement remove_;
};

// The ends of an edge as it is stored: in a symmetric relation the node with the smaller id comes first.
EdgeEnds in_order(Database& database, const EdgeEnds& ends, const Relation* relation);

}  // namespace quanhe
