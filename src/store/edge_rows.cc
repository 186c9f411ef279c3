#include "store/edge_rows.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "corpus/confidence.h"

namespace quanhe {
namespace {

// Whether it is EdgeTally::of_one() of its own status and confidence.
bool is_of_one(const EdgeTally& tally) {
  if (tally.statements() != 1) return false;
  const bool shown = is_shown(tally.status());
  const Voices& spoken = shown ? tally.shown_voices() : tally.hidden_voices();
  const Voices& silent = shown ? tally.hidden_voices() : tally.shown_voices();
  return silent.empty() && spoken.size() == 1 &&
         *spoken.begin() == std::pair<const int, std::uint32_t>(tally.confidence(), 1);
}

// The numbers of statements by status, then the voices of those that are shown and of those that are hidden:
// "0 0 1 0 3;900:2;700:1". Nothing where a single statement tells as much by its status and confidence.
std::string text_of(const EdgeTally& tally) {
  if (tally.statements() == 0 || is_of_one(tally)) return "";
  std::string text;
  for (const std::uint32_t number : tally.statements_by_status())
    text += (text.empty() ? "" : " ") + std::to_string(number);
  return text + ';' + EdgeTally::to_text(tally.shown_voices()) + ';' + EdgeTally::to_text(tally.hidden_voices());
}

std::optional<EdgeTally> tally_of(std::string_view text) {
  const std::vector<std::string_view> pieces = split(text, ';');
  if (pieces.size() != 3) return std::nullopt;
  const std::vector<std::string_view> numbers = split(pieces[0], ' ');
  std::array<std::uint32_t, 5> statements = {};
  if (numbers.size() != statements.size()) return std::nullopt;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const char* end = numbers[i].data() + numbers[i].size();
    const auto [stop, error] = std::from_chars(numbers[i].data(), end, statements[i]);
    if (error != std::errc() || stop != end) return std::nullopt;
  }
  Result<Voices> shown = EdgeTally::parse(pieces[1]), hidden = EdgeTally::parse(pieces[2]);
  if (!shown || !hidden) return std::nullopt;
  return EdgeTally::of(statements, std::move(shown).value(), std::move(hidden).value());
}

}  // namespace

StoredTally::StoredTally(const EdgeTally& tally, std::uint32_t written_statements)
    : statements(tally.statements()), written(written_statements), text(text_of(tally)) {
  if (statements == 0) return;
  status = tally.status();
  confidence = tally.confidence();
  sources = tally.sources();
}

StoredTally StoredTally::of_one(Status status, int confidence, bool is_written) {
  const std::uint32_t written = is_written ? 1 : 0;
  if (confidence > kGreatestConfidence) return {EdgeTally::of_one(status, confidence), written};
  StoredTally tally;
  tally.statements = 1;
  tally.status = status;
  tally.confidence = confidence;
  tally.sources = 1;
  tally.written = written;
  return tally;
}

EdgeTally StoredTally::tally(Database& database) const {
  if (statements == 0) return {};
  if (text.empty() && statements == 1) return EdgeTally::of_one(status, confidence);
  if (std::optional<EdgeTally> tally = tally_of(text)) return *std::move(tally);
  database.report_damage("no tally of an edge: " + text);
  return {};
}

StoredTally StoredTally::read(SqlStatement& row, int first) {
  const auto count = [&](int column) {
    return static_cast<std::uint32_t>(row.integer_within(first + column, 0, UINT32_MAX));
  };
  StoredTally stored;
  stored.statements = count(0);
  if (stored.statements > 0) {
    stored.status = static_cast<Status>(row.integer_within(first + 1, 0, static_cast<int>(Status::kHappened)));
    stored.confidence = static_cast<int>(row.integer_within(first + 2, 1, 990));
    stored.sources = count(3);
    if (!row.is_null(first + 5)) stored.text = row.text(first + 5);
  }
  stored.written = count(4);
  return stored;
}

void StoredTally::write(SqlStatement& update, EdgeKey edge) const {
  update.run(edge, statements, static_cast<int>(status), confidence, sources, written, TextOrNull{text});
}

EdgeRows::EdgeRows(Database& database, bool holds_all)
    : database_(database),
      holds_all_(holds_all),
      find_(database.prepare("SELECT g.rowid, e.edge FROM given(?) g CROSS JOIN edges e "
                             "ON e.from_node = g.v0 AND e.relation = g.v1 AND e.to_node = g.v2")),
      added_(database, "edges", 12),
      read_(database.prepare(std::string("SELECT edge, from_node, relation, to_node, ") + kTallyColumns +
                             " FROM given(?) g CROSS JOIN edges e ON e.edge = g.v0")),
      write_(database.prepare(kUpdateTally)),
      any_uncounted_(database.prepare("SELECT 1 WHERE EXISTS (SELECT 1 FROM occurrences WHERE standing > 0) "
                                      "OR EXISTS (SELECT 1 FROM occurrences WHERE said_edge IS NOT NULL)")),
      is_used_(database.prepare("SELECT 1 WHERE EXISTS (SELECT 1 FROM occurrences WHERE edge = ?1) "
                                "OR EXISTS (SELECT 1 FROM occurrences WHERE said_edge = ?1)")),
      remove_(database.prepare("DELETE FROM edges WHERE edge = ?")) {
  find_last();
  if (holds_all_) hold_all();
}

void EdgeRows::find_last() { last_ = database_.prepare("SELECT coalesce(max(edge), 0) FROM edges").find().value_or(0); }

void EdgeRows::hold_all() {
  SqlStatement row = database_.prepare("SELECT edge, from_node, relation, to_node FROM edges");
  while (row.next()) keys_.emplace(EdgeEnds{row.integer(1), row.integer(2), row.integer(3)}, row.integer(0));
}

void EdgeRows::forget() {
  rows_.clear();
  keys_.clear();
  find_last();
}

void EdgeRows::look_up(const std::vector<EdgeEnds>& many) {
  RowList asked(3);
  std::vector<EdgeKey*> keys;
  for (const EdgeEnds& ends : many) {
    const auto [found, is_unknown] = keys_.try_emplace(ends, 0);
    if (!is_unknown) continue;
    asked.add(ends.from, ends.relation, ends.to);
    keys.push_back(&found->second);
  }
  if (asked.empty()) return;
  find_.bind(asked);
  while (find_.next()) *keys[static_cast<std::size_t>(find_.integer(0))] = find_.integer(1);
  find_.reset();
}

EdgeKey EdgeRows::key_of(const EdgeEnds& ends, const FirstStatement& statement) {
  auto known = keys_.find(ends);
  if (known == keys_.end()) {
    if (!holds_all_) look_up({ends});
    known = keys_.try_emplace(ends, 0).first;
  }
  EdgeKey& key = known->second;
  if (key != 0) return key;
  key = ++last_;
  if (holds_all_) {
    // A row that grows leaves pages half empty; what one statement comes to is mostly as long as what many do.
    add(key, ends, StoredTally::of_one(statement.status, statement.confidence, statement.is_written));
  } else {
    rows_.emplace(key, EdgeRow{ends, {}, 0, {}, true});
  }
  return key;
}

void EdgeRows::add(EdgeKey edge, const EdgeEnds& ends, const StoredTally& tally) {
  added_.add(edge, ends.from, ends.relation, ends.to, tally.statements, static_cast<int>(tally.status),
             tally.confidence, tally.sources, tally.written, TextOrNull{tally.text}, 0, nullptr);
}

void EdgeRows::read(const Claims& claims) {
  RowList asked(1);
  const auto ask = [&](EdgeKey edge) {
    if (edge != 0 && !rows_.contains(edge)) asked.add(edge);
  };
  for (const StoredClaim& claim : claims) {
    ask(claim.edge);
    ask(claim.said_edge);
  }
  if (!asked.empty()) read_given(asked);
}

void EdgeRows::read_given(const RowList& edges) {
  read_.bind(edges);
  while (read_.next()) {
    EdgeRow& row = rows_[read_.integer(0)];
    row.ends = {read_.integer(1), read_.integer(2), read_.integer(3)};
    row.stored = StoredTally::read(read_, 4);
    row.tally = row.stored.tally(database_);
    row.written = row.stored.written;
  }
  read_.reset();
}

EdgeRow& EdgeRows::row(EdgeKey edge) {
  if (const auto known = rows_.find(edge); known != rows_.end()) return known->second;
  RowList asked(1);
  asked.add(edge);
  read_given(asked);
  if (!rows_.contains(edge)) database_.report_damage("an occurrence of no edge");
  return rows_[edge];
}

void EdgeRows::remove_unused() {
  // Only withdrawn occurrences, those of merged nodes and those from a node to itself refer to an edge that does not
  // count them.
  std::vector<EdgeKey> removed;
  const bool some_are_uncounted = any_uncounted_.find().has_value();
  std::erase_if(rows_, [&](const auto& known) {
    const auto& [edge, row] = known;
    const bool may_be_used = some_are_uncounted || row.ends.from == row.ends.to;
    if (row.tally.statements() > 0 || (may_be_used && is_used_.find(edge))) return false;
    if (!row.is_new) removed.push_back(edge);
    keys_.erase(row.ends);
    return true;
  });
  std::sort(removed.begin(), removed.end());
  for (const EdgeKey edge : removed) remove_.run(edge);
}

void EdgeRows::write() {
  // In the order of the table, whose pages are then looked up once.
  std::vector<std::pair<EdgeKey, EdgeRow*>> ordered;
  ordered.reserve(rows_.size());
  for (auto& [edge, row] : rows_) ordered.emplace_back(edge, &row);
  std::sort(ordered.begin(), ordered.end());
  for (const auto& [edge, row] : ordered) {
    StoredTally now(row->tally, row->written);
    if (std::exchange(row->is_new, false)) {
      add(edge, row->ends, now);
    } else if (!(now == row->stored)) {
      now.write(write_, edge);
    }
    row->stored = std::move(now);
  }
  added_.flush();
}

EdgeEnds in_order(Database& database, const EdgeEnds& ends, const Relation* relation) {
  if (relation == nullptr || !relation->symmetric) return ends;
  SqlStatement reversed =
      database.prepare("SELECT (SELECT id FROM nodes WHERE node = ?2) < (SELECT id FROM nodes WHERE node = ?1)");
  if (reversed.find(ends.from, ends.to) != 1) return ends;
  return {ends.to, ends.relation, ends.from};
}

}  // namespace quanhe
