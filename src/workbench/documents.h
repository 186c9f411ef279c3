#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/result.h"
#include "extract/extract.h"
#include "facts/facts.h"
#include "pipeline/extract_documents.h"
#include "pipeline/inputs.h"
#include "rules/rule_set.h"
#include "text/document.h"

namespace quanhe {

// What a tool does with the documents of its inputs.
struct DocumentSinks {
  // Takes a document. An Error says why it is none; the place is put before it.
  std::function<Result<void>(DocumentSource)> take;
  // Says why an input was refused: a sentence that names it.
  std::function<void(const std::string&)> refusal;
};

// Hands the documents of the inputs on, one after another on this thread. An id that was given before with the same
// text, date, URL and title is skipped; with others it is refused, by both places. Holds one document at a time.
ExtractReport for_each_document(InputReader& inputs, const DocumentSinks& sinks);

// A document and what it says.
struct ReadFacts {
  Document document;
  DocumentFacts facts;
};

// Reads documents by one pack, which outlives the reader. Keeps working memory between calls: one reader a thread.
class FactsReader {
 public:
  explicit FactsReader(const RuleSet& rules) : rules_(rules), memory_(*rules.words) {}

  // An Error where the text is no document.
  Result<ReadFacts> read(DocumentSource source);

 private:
  const RuleSet& rules_;
  WorkingMemory memory_;
};

}  // namespace quanhe
