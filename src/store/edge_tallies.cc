#include "store/edge_tallies.h"

#include <algorithm>
#include <span>
#include <unordered_set>

#include "corpus/edge_sum.h"
#include "store/edge_rows.h"
#include "store/statement_forms.h"

namespace quanhe {
namespace {

// So many rows are read before some of them are written.
constexpr std::size_t kRows = 4096;

struct Row {
  EdgeKey edge = 0;
  bool is_loop = false;
  StoredTally stored;
};

std::vector<Row> rows_after(SqlStatement& select, EdgeKey edge) {
  std::vector<Row> rows;
  select.bind(edge, kRows);
  while (select.next()) {
    rows.push_back({select.integer(0), select.integer(1) != 0, StoredTally::read(select, 2)});
  }
  return rows;
}

std::unordered_set<EdgeKey> said_edges(Database& database) {
  std::unordered_set<EdgeKey> edges;
  SqlStatement row = database.prepare("SELECT said_edge FROM occurrences WHERE said_edge IS NOT NULL");
  while (row.next()) edges.insert(row.integer(0));
  return edges;
}

template <typename Claims>
StoredTally tally_of(const Claims& claims) {
  std::uint32_t written = 0;
  EdgeSum sum;
  const bool is_one = claims.size() == 1;
  for (const auto& claim : claims) {
    const auto status = static_cast<Status>(claim.status);
    const auto standing = static_cast<Standing>(claim.standing);
    if (standing == Standing::kWritten && is_shown(status)) ++written;
    if (standing == Standing::kWithdrawn) continue;
    if (is_one) return StoredTally::of_one(status, claim.confidence, written > 0);
    sum.add(status, claim.group, claim.confidence);
  }
  return {sum.tally(), written};
}

}  // namespace

EdgeTallies::EdgeTallies(Database& database, const SourceGroups& groups) : database_(database) {
  StatementForms forms(database);
  forms.read_all();
  SqlStatement row = database.prepare("SELECT edge, document, form, standing FROM occurrences");
  while (row.next()) {
    const auto group = groups.find(row.integer(1));
    Claim claim;
    claim.edge = static_cast<std::uint32_t>(row.integer_within(0, 1, UINT32_MAX));
    claim.group = static_cast<std::uint32_t>(group == groups.end() ? row.integer(1) : group->second);
    const StatementForm& form = forms.of(row.integer(2));
    claim.confidence = static_cast<std::uint16_t>(form.confidence);
    claim.status = static_cast<std::uint8_t>(form.status);
    claim.standing = static_cast<std::uint8_t>(row.integer_within(3, 0, 2));
    has_defaults_ |= static_cast<Standing>(claim.standing) != Standing::kWritten;
    claims_.push_back(claim);
  }
  std::sort(claims_.begin(), claims_.end(), [](const Claim& a, const Claim& b) { return a.edge < b.edge; });
}

void EdgeTallies::write() {
  const std::unordered_set<EdgeKey> said = said_edges(database_);
  SqlStatement select = database_.prepare(std::string("SELECT edge, from_node = to_node, ") + kTallyColumns +
                                          " FROM edges WHERE edge > ? ORDER BY edge LIMIT ?");
  SqlStatement update = database_.prepare(kUpdateTally);
  SqlStatement remove = database_.prepare("DELETE FROM edges WHERE edge = ?");
  auto claim = claims_.cbegin();
  for (std::vector<Row> rows = rows_after(select, 0); !rows.empty(); rows = rows_after(select, rows.back().edge)) {
    for (const Row& row : rows) {
      claim = std::find_if(claim, claims_.cend(), [&](const Claim& one) { return one.edge >= row.edge; });
      const auto end = std::find_if(claim, claims_.cend(), [&](const Claim& one) { return one.edge > row.edge; });
      if (claim == end && !said.contains(row.edge)) {
        remove.run(row.edge);
        continue;
      }
      const StoredTally now = row.is_loop ? StoredTally() : tally_of(std::span(claim, end));
      if (!(now == row.stored)) now.write(update, row.edge);
    }
  }
}

}  // namespace quanhe
