#pragma once

#include <memory>
#include <utility>

#include "base/result.h"
#include "extract/steps.h"
#include "rules/rule_set.h"
#include "text/document.h"

namespace quanhe {

// A document with the state of its extraction: what every tool of this folder looks at. Stays where it was made,
// because its parts refer to one another; `rules` outlives it.
struct ReadText {
  ReadText(Document read, std::unique_ptr<WorkingMemory> with, const RuleSet& rules)
      : document(std::move(read)), memory(std::move(with)), work(document, rules, *memory) {}
  ReadText(const ReadText&) = delete;
  ReadText& operator=(const ReadText&) = delete;

  const Document document;
  const std::unique_ptr<WorkingMemory> memory;
  WorkingDocument work;
};

// The text after the steps before `end`. An Error where it is no document.
Result<std::unique_ptr<ReadText>> read_text(DocumentSource source, const RuleSet& rules, ExtractStep end);

}  // namespace quanhe
