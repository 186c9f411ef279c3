#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/result.h"
#include "extract/extract.h"
#include "facts/facts.h"
#include "pipeline/inputs.h"
#include "rules/rule_set.h"

namespace quanhe {

// A document that was read, and where.
struct ReadDocument {
  DocumentFacts facts;
  std::uint64_t source_hash = 0;  // of all that was read of it but its id
  std::string place;
  std::string origin;  // Input::origin
};

// How a run over documents went.
struct ExtractReport {
  std::uint64_t done = 0;      // documents whose facts were handed on
  std::uint64_t skipped = 0;   // of which `is_current` said so
  std::uint64_t refused = 0;   // inputs that were not, and those of whose facts some were left out
};

// What a run hands on, always from one thread at a time and in the order of the inputs.
struct ExtractSinks {
  // Takes a document. An Error stops the run.
  std::function<Result<void>(ReadDocument)> document;
  // Says why an input, or the rest of one, was refused: a sentence that names it.
  std::function<void(const std::string&)> refusal;
  // Whether the facts of a document are there already, so that it need not be understood. None: they never are. Asked from
  // another thread than the others, one document at a time.
  std::function<bool(const Input& input, std::uint64_t source_hash)> is_current = nullptr;
  // Whether documents are to be compared with one another.
  Compared compared = Compared::kYes;
};

// Reads documents and extracts their facts on `threads` threads (at least 1). An id that was given before with
// the same text, date, URL and title is skipped; with others it is refused, by both places. The same inputs give
// the same calls whatever the number of threads. At most 2 × threads documents are held at a time, of short ones up to
// sixteen in the place of one.
Result<ExtractReport> extract_documents(InputReader& inputs, const RuleSet& rules, unsigned threads,
                                        const ExtractSinks& sinks);

}  // namespace quanhe
