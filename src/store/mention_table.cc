#include "store/mention_table.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "base/keyed_hash.h"
#include "store/evidence_columns.h"
#include "store/statement_forms.h"
#include "store/stored_graph.h"

namespace quanhe {
namespace {

constexpr std::int64_t kMaximum32 = std::numeric_limits<std::uint32_t>::max();

std::uint32_t small(const SqlRow& row, int column) {
  return static_cast<std::uint32_t>(row.integer_within(column, 0, kMaximum32));
}

// Where each date of the table of that name stands in `texts`.
std::unordered_map<std::int64_t, std::uint32_t> dates_in(Database& database, Interner& texts) {
  std::unordered_map<std::int64_t, std::uint32_t> places;
  SqlStatement row = database.prepare("SELECT date, name FROM dates");
  while (row.next()) places.emplace(row.integer(0), texts.add(row.text(1)));
  return places;
}

}  // namespace

MentionTable::MentionTable(Database& database) {
  SqlStatement document = database.prepare("SELECT document, date, source_group FROM documents ORDER BY document");
  while (document.next()) documents_.push_back({document.integer(0), document.text(1), document.integer(2)});

  const std::uint32_t none = texts_.add("");
  std::unordered_map<std::int64_t, std::uint32_t> dates = dates_in(database, texts_);
  dates.emplace(0, none);
  StatementForms forms(database);
  forms.read_all();
  KeyedMap<std::string, Row> known;  // by their other attributes: most statements have none
  std::string others;
  auto said_by = documents_.cbegin();  // what said the row before says most rows
  const auto take = [&](const SqlRow& row) {
    others = row.bytes(4);
    const auto [like, is_new] = known.try_emplace(others, Row{0, 0, none, none, none, 0, 0});
    if (is_new) {
      for (const auto& [name, value] : parse_attributes(database, "", row.text(4))) {
        if (name == "since") like->second.since = texts_.add(value);
        if (name == "until") like->second.until = texts_.add(value);
      }
    }
    Row read = like->second;
    read.edge = small(row, 0);
    const StatementForm& form = forms.of(row.integer(1));
    read.status = static_cast<std::uint8_t>(form.status);
    read.confidence = static_cast<std::uint16_t>(form.confidence);
    const auto date = dates.find(row.integer(3));
    if (date == dates.end()) return database.report_damage("a statement of no date");
    read.date = date->second;
    const DocumentKey key = row.integer(2);
    if (said_by == documents_.cend() || said_by->key != key) {
      said_by = std::partition_point(documents_.cbegin(), documents_.cend(),
                                     [&](const Document& before) { return before.key < key; });
    }
    if (said_by == documents_.cend() || said_by->key != key) {
      return database.report_damage("a statement of no document");
    }
    read.document = static_cast<std::uint32_t>(said_by - documents_.cbegin());
    rows_.push_back(read);
  };
  database.visit("edge, form, document, coalesce(date, 0), attributes", "FROM occurrences WHERE standing < 2", take);
  std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.edge < b.edge; });
}

std::vector<StoredMention> MentionTable::of(EdgeKey edge) const {
  auto row = std::partition_point(rows_.begin(), rows_.end(), [&](const Row& before) { return before.edge < edge; });
  std::vector<StoredMention> mentions;
  for (; row != rows_.end() && row->edge == edge; ++row) {
    const Document& document = documents_[row->document];
    mentions.push_back({0, static_cast<Status>(row->status), row->confidence, document.key, document.source_group,
                        document.date, std::string(texts_.text(row->date)), std::string(texts_.text(row->since)),
                        std::string(texts_.text(row->until))});
  }
  return mentions;
}

}  // namespace quanhe
