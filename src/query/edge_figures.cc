#include "query/edge_figures.h"

#include <set>

#include "corpus/edge_sum.h"

namespace quanhe {

std::vector<bool> selected_of(std::span<const StoredMention> mentions, bool is_state, const Selection& selection) {
  std::vector<Dating> datings;
  for (const StoredMention& mention : mentions) {
    datings.push_back({mention.status, mention.document_date, mention.date, mention.since, mention.until});
  }
  return select(datings, is_state, selection);
}

std::optional<EdgeFigures> figures_of(std::span<const StoredMention> mentions, const std::vector<bool>& counts) {
  EdgeSum sum;
  EdgeFigures figures;
  std::set<DocumentKey> documents;
  std::set<std::string> dates;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (!counts[i]) continue;
    const StoredMention& mention = mentions[i];
    sum.add(mention.status, mention.source_group, mention.confidence);
    ++figures.statements;
    documents.insert(mention.document);
    if (!mention.date.empty()) dates.insert(mention.date);
  }
  if (figures.statements == 0) return std::nullopt;
  const EdgeTally tally = sum.tally();
  figures.status = tally.status();
  figures.confidence = tally.confidence();
  figures.sources = tally.sources();
  figures.documents = static_cast<std::uint32_t>(documents.size());
  figures.dates.assign(dates.begin(), dates.end());
  return figures;
}

}  // namespace quanhe
