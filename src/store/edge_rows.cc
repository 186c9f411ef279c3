#include "store/edge_rows.h"

namespace quanhe {
namespace {

Voices voices_of(Database& database, const std::string& text) {
  Result<Voices> voices = EdgeTally::parse(text);
  if (voices) return std::move(voices).value();
  database.report_damage(voices.error().message);
  return {};
}

}  // namespace

EdgeRows::EdgeRows(Database& database, bool holds_all)
    : database_(database),
      holds_all_(holds_all),
      find_(database.prepare("SELECT edge FROM edges WHERE from_node = ? AND relation = ? AND to_node = ?")),
      add_(database.prepare(
          "INSERT INTO edges VALUES (?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, '', '', 0, 0, NULL)")),
      read_(database.prepare(
          "SELECT from_node, relation, to_node, denied, requested, planned, reported, happened, shown_sources, "
          "hidden_sources, written_count FROM edges WHERE edge = ?")) {
  SqlStatement last = database.prepare("SELECT coalesce(max(edge), 0) FROM edges");
  if (last.next()) last_ = last.integer(0);
  if (holds_all_) hold_all();
}

void EdgeRows::hold_all() {
  SqlStatement row = database_.prepare("SELECT edge, from_node, relation, to_node FROM edges");
  while (row.next()) keys_.emplace(EdgeEnds{row.integer(1), row.integer(2), row.integer(3)}, row.integer(0));
}

void EdgeRows::forget() {
  rows_.clear();
  keys_.clear();
}

EdgeKey EdgeRows::key_of(const EdgeEnds& ends) {
  const auto [found, is_unknown] = keys_.emplace(ends, 0);
  EdgeKey& key = found->second;
  if (!is_unknown) return key;
  if (!holds_all_) {
    if (const auto stored = find_.find(ends.from, ends.relation, ends.to)) return key = *stored;
  }
  key = ++last_;
  add_.run(key, ends.from, ends.relation, ends.to);
  return key;
}

EdgeRow& EdgeRows::row(EdgeKey edge) {
  const auto [found, is_unknown] = rows_.emplace(edge, EdgeRow{});
  EdgeRow& row = found->second;
  if (!is_unknown) return row;
  if (!read_.bind(edge).next()) {
    database_.report_damage("an occurrence of no edge");
    return row;
  }
  row.ends = {read_.integer(0), read_.integer(1), read_.integer(2)};
  std::array<std::uint32_t, 5> statements = {};
  for (int status = 0; status < 5; ++status) {
    statements[static_cast<std::size_t>(status)] =
        static_cast<std::uint32_t>(read_.integer_within(3 + status, 0, UINT32_MAX));
  }
  row.tally = EdgeTally::of(statements, voices_of(database_, read_.text(8)), voices_of(database_, read_.text(9)));
  row.written = row.written_before = static_cast<std::uint32_t>(read_.integer_within(10, 0, UINT32_MAX));
  read_.reset();
  return row;
}

void EdgeRows::write() {
  SqlStatement update = database_.prepare(kUpdateTally);
  for (const auto& [edge, row] : rows_) run_update(update, edge, row.tally, row.written);
}

void EdgeRows::remove_unused() {
  SqlStatement remove = database_.prepare(
      "DELETE FROM edges WHERE edge = ?1 AND NOT EXISTS (SELECT 1 FROM occurrences WHERE edge = ?1) "
      "AND NOT EXISTS (SELECT 1 FROM occurrences WHERE said_edge = ?1)");
  for (const auto& [edge, row] : rows_) {
    if (row.tally.statements() == 0) remove.run(edge);
  }
}

EdgeEnds in_order(Database& database, const EdgeEnds& ends, const Relation* relation) {
  if (relation == nullptr || !relation->symmetric) return ends;
  SqlStatement reversed =
      database.prepare("SELECT (SELECT id FROM nodes WHERE node = ?2) < (SELECT id FROM nodes WHERE node = ?1)");
  if (reversed.find(ends.from, ends.to) != 1) return ends;
  return {ends.to, ends.relation, ends.from};
}

void run_update(SqlStatement& update, EdgeKey edge, const EdgeTally& tally, std::uint32_t written) {
  const bool empty = tally.statements() == 0;
  const auto of = [&](Status status) { return tally.statements_of(status); };
  update.run(edge, tally.statements(), empty ? 0 : static_cast<int>(tally.status()), empty ? 0 : tally.confidence(),
             tally.sources(), of(Status::kDenied), of(Status::kRequested), of(Status::kPlanned), of(Status::kReported),
             of(Status::kHappened), EdgeTally::to_text(tally.shown_voices()), EdgeTally::to_text(tally.hidden_voices()),
             written);
}

}  // namespace quanhe
