#include "workbench/read_text.h"

namespace quanhe {

Result<std::unique_ptr<ReadText>> read_text(DocumentSource source, const RuleSet& rules, ExtractStep end) {
  auto memory = std::make_unique<WorkingMemory>(*rules.words);
  Result<Document> document = read_document(std::move(source), memory->words);
  if (!document) return document.error();
  auto read = std::make_unique<ReadText>(std::move(document).value(), std::move(memory), rules);
  run_steps(read->work, end);
  return read;
}

}  // namespace quanhe
