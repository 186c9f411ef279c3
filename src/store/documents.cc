#include "store/documents.h"

#include "store/schema.h"

namespace quanhe {

Result<std::vector<StoredDocument>> list_documents(const std::filesystem::path& path) {
  Result<Database> database = open_store(path);
  if (!database) return database.error();
  std::vector<StoredDocument> documents;
  SqlStatement row = database.value().prepare(
      "SELECT d.id, d.date, d.date_basis, d.title, d.url, d.origin, d.place, d.pack_hash, "
      "CASE WHEN g.document = d.document THEN '' ELSE g.id END, d.occurrence_count, d.sentence_count "
      "FROM documents d JOIN documents g ON g.document = d.source_group ORDER BY d.id");
  while (row.next()) {
    documents.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6),
                         row.text(7), row.text(8), static_cast<std::uint32_t>(row.integer_within(9, 0, UINT32_MAX)),
                         static_cast<std::uint32_t>(row.integer_within(10, 0, UINT32_MAX))});
  }
  if (const Result<void> status = database.value().status(); !status) return status.error();
  return documents;
}

}  // namespace quanhe
