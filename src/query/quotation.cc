#include "query/quotation.h"

#include <algorithm>

namespace quanhe {
namespace {

QuotedWords quoted_words(const DocumentText& text, const Span& span) {
  const Span sentences = text.sentences_around(span);
  return {span, std::string(text.words(span)), sentences, std::string(text.words(sentences))};
}

void write_span(JsonWriter& json, const Span& span) {
  json.key("start");
  json.integer(span.start);
  json.key("end");
  json.integer(span.end);
}

void write_sentence(JsonWriter& json, const QuotedWords& words) {
  json.key("sentence");
  json.begin_object();
  write_span(json, words.sentences);
  json.field("text", words.text);
  json.end_object();
}

void write_part(JsonWriter& json, const QuotedPart& part) {
  json.begin_object();
  json.field("role", part.role);
  if (part.span) {
    write_span(json, *part.span);
    json.field("words", part.words);
  }
  if (!part.via.empty()) json.field("via", part.via);
  if (!part.antecedents.empty()) {
    json.key("antecedents");
    json.begin_array();
    for (const QuotedWords& antecedent : part.antecedents) {
      json.begin_object();
      write_span(json, antecedent.span);
      json.field("words", antecedent.words);
      write_sentence(json, antecedent);
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
}

// All but the document.
Quotation quoted(Status status, const Attributes& attributes, const Evidence& evidence, const DocumentText& text) {
  Quotation quotation;
  quotation.status = status;
  quotation.rule = evidence.rule;
  quotation.confidence = evidence.confidence;
  quotation.attributes = attributes;
  quotation.quote = quoted_words(text, evidence.span);
  for (const Part& part : evidence.parts) {
    QuotedPart words{part.role, part.span, "", part.via, {}};
    if (part.span) words.words = text.words(*part.span);
    for (const Span& span : part.resolved) words.antecedents.push_back(quoted_words(text, span));
    quotation.parts.push_back(std::move(words));
  }
  return quotation;
}

}  // namespace

Result<Quotation> quotation_of(StoredEvidence& evidence, OccurrenceKey key) {
  Result<StoredStatement> statement = evidence.statement(key);
  if (!statement) return statement.error();
  const StoredStatement& said = statement.value();
  Quotation quotation = quoted(said.status, said.attributes, said.evidence, evidence.text(said.document));
  Result<StoredDocument> document = evidence.document(said.document);
  if (!document) return document.error();
  quotation.document = std::move(document).value();
  return quotation;
}

Quotation quotation_of(const View& view, const ViewOccurrence& statement, const DocumentText& text) {
  Quotation quotation = quoted(statement.status, statement.attributes, statement.evidence, text);
  const ViewDocument& document = view.documents[statement.document];
  quotation.document = {0,
                        document.id,
                        document.date,
                        document.date_basis,
                        document.url,
                        document.title,
                        view.documents[document.source_group].id};
  return quotation;
}

std::string marked(std::string_view text, std::uint32_t start, std::vector<Span> spans, const Restyle& mark,
                   const Restyle& plain) {
  std::sort(spans.begin(), spans.end());
  std::string result;
  std::size_t done = 0;
  for (std::size_t i = 0; i < spans.size();) {
    Span joined = spans[i];
    for (++i; i < spans.size() && spans[i].start < joined.end; ++i) joined.end = std::max(joined.end, spans[i].end);
    if (joined.start < start || joined.end > start + text.size() || joined.length() == 0) continue;
    const std::size_t begin = joined.start - start;
    result += plain(text.substr(done, begin - done)) + mark(text.substr(begin, joined.length()));
    done = begin + joined.length();
  }
  return result + plain(text.substr(done));
}

std::vector<Span> spans_of(const Quotation& quotation) {
  std::vector<Span> spans;
  for (const QuotedPart& part : quotation.parts) {
    if (part.span) spans.push_back(*part.span);
  }
  return spans;
}

void write_document(JsonWriter& json, const StoredDocument& document) {
  json.begin_object();
  json.field("id", document.id);
  json.field("date", document.date);
  json.field("date_basis", document.date_basis);
  json.field("title", document.title);
  json.field("url", document.url);
  json.field("source", document.source);
  json.end_object();
}

void write_quotation(JsonWriter& json, const Quotation& quotation) {
  json.key("document");
  write_document(json, quotation.document);
  json.field("status", to_string(quotation.status));
  json.field("rule", quotation.rule);
  json.key("confidence");
  json.integer(quotation.confidence);
  json.key("attributes");
  json.begin_object();
  for (const auto& [name, value] : quotation.attributes) json.field(name, value);
  json.end_object();
  write_span(json, quotation.quote.span);
  json.field("quote", quotation.quote.words);
  write_sentence(json, quotation.quote);
  json.key("parts");
  json.begin_array();
  for (const QuotedPart& part : quotation.parts) write_part(json, part);
  json.end_array();
}

}  // namespace quanhe
