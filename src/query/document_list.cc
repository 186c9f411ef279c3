#include "query/document_list.h"

#include "query/answer_pieces.h"
#include "query/markdown.h"
#include "query/table.h"

namespace quanhe {
namespace {

void write_document(JsonWriter& json, const StoredDocument& document) {
  json.begin_object();
  json.field("id", document.id);
  json.field("date", document.date);
  json.field("date_basis", document.date_basis);
  json.field("title", document.title);
  json.field("url", document.url);
  json.key("statements");
  json.integer(document.statements);
  json.key("sentences");
  json.integer(document.sentences);
  json.field("near_copy_of", document.near_copy_of);
  json.field("place", document.place);
  json.field("origin", document.origin);
  json.field("pack_hash", document.pack_hash);
  json.end_object();
}

Table table_of(const std::vector<StoredDocument>& documents) {
  Table table({{"ID", false, 12}, {"DATE"}, {"TITLE", false, 10}, {"STATEMENTS", true}, {"NEAR COPY OF", false, 8}});
  for (const StoredDocument& document : documents) {
    table.add_row({document.id, document.date, document.title, std::to_string(document.statements),
                   document.near_copy_of});
  }
  return table;
}

}  // namespace

std::string format_documents(const std::vector<StoredDocument>& documents, Format format, int width) {
  switch (format) {
    case Format::kTable: return documents.empty() ? "no documents\n" : table_of(documents).to_text(width);
    case Format::kMarkdown: return documents.empty() ? "no documents\n" : table_of(documents).to_markdown();
    case Format::kJsonLines: return json_lines(documents, write_document);
    case Format::kJson: {
      JsonWriter json;
      json.begin_object();
      json.key("documents");
      json.begin_array();
      for (const StoredDocument& document : documents) write_document(json, document);
      json.end_array();
      json.end_object();
      return json.take() + '\n';
    }
    case Format::kTsv: break;
  }
  std::string text;
  append_tsv_line(text, {"id", "date", "date_basis", "title", "url", "statements", "sentences", "near_copy_of", "place",
                         "origin", "pack_hash"});
  for (const StoredDocument& document : documents) {
    append_tsv_line(text, {document.id, document.date, document.date_basis, document.title, document.url,
                           std::to_string(document.statements), std::to_string(document.sentences),
                           document.near_copy_of, document.place, document.origin, document.pack_hash});
  }
  return text;
}

}  // namespace quanhe
