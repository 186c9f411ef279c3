#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "corpus/view.h"
#include "json/json_writer.h"
#include "store/stored_evidence.h"

namespace quanhe {

// Words in their sentences.
struct QuotedWords {
  Span span;         // bytes of the document
  std::string words;
  Span sentences;    // the whole sentences in which they stand
  std::string text;  // of these
};

struct QuotedPart {
  std::string role;
  std::optional<Span> span;  // none where no words filled the role
  std::string words;
  std::string via;
  std::vector<QuotedWords> antecedents;  // what a reference stands for
};

// A statement as its document words it.
struct Quotation {
  StoredDocument document;
  Status status = Status::kHappened;
  std::string rule;
  int confidence = 0;  // thousandths
  Attributes attributes;
  QuotedWords quote;
  std::vector<QuotedPart> parts;
};

Result<Quotation> quotation_of(StoredEvidence& evidence, OccurrenceKey statement);
// The same of a view; `text` is that of the statement's document.
Quotation quotation_of(const View& view, const ViewOccurrence& statement, const DocumentText& text);

// `text` of some words with the spans that lie in it marked: `mark` gives what stands for marked words, `plain` what stands
// for others. `start` is where the text starts, in the bytes that the spans count. Spans may overlap and repeat.
using Restyle = std::function<std::string(std::string_view)>;
std::string marked(std::string_view text, std::uint32_t start, std::vector<Span> spans, const Restyle& mark,
                   const Restyle& plain);

// The spans of the parts that words filled.
std::vector<Span> spans_of(const Quotation& quotation);

// {"id", "date", "date_basis", "title", "url", "source"}
void write_document(JsonWriter& json, const StoredDocument& document);

// The fields of a quotation in an object that was begun: document, status, rule, confidence, attributes, start, end, quote,
// sentence, parts.
void write_quotation(JsonWriter& json, const Quotation& quotation);

}  // namespace quanhe
