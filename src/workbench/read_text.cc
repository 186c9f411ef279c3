#include "workbench/read_text.h"

#include "text/word_reader.h"

namespace quanhe {

Result<std::unique_ptr<ReadText>> read_text(DocumentSource source, const RuleSet& rules, ExtractStep end) {
  WordReader words(*rules.words);
  Result<Document> document = read_document(std::move(source), words);
  if (!document) return document.error();
  auto read = std::make_unique<ReadText>(std::move(document).value(), rules);
  run_steps(read->work, end);
  return read;
}

}  // namespace quanhe
