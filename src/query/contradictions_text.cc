#include "base/utf8.h"
#include "query/answer_pieces.h"
#include "query/contradictions.h"
#include "query/markdown.h"
#include "query/quotation_text.h"

namespace quanhe {
namespace {

std::string_view kind_name(ContradictionKind kind) { return kind == ContradictionKind::kExclusive ? "exclusive" : "dates"; }

std::string heading(const Contradiction& row) {
  if (row.kind == ContradictionKind::kDates) return in_one_line("two dates of " + row.about.name);
  return in_one_line((row.value.empty() ? row.one.label : row.value) + ": two at one time, " + row.about.name);
}

std::string claim_text(const Claim& claim) {
  const std::string period =
      claim.period.first == claim.period.last ? claim.period.first : claim.period.first + " to " + claim.period.last;
  return in_one_line(claim.from.name + ' ' + claim.label + ' ' + claim.to.name) + ", " + period;
}

std::string paragraphs(const ContradictionsAnswer& answer, const TextStyle& style) {
  if (answer.rows.empty()) return "no contradictions\n";
  std::string text;
  for (const Contradiction& row : answer.rows) {
    if (!text.empty()) text += '\n';
    text += wrapped(style.bold(heading(row)), "", style.width);
    char letter = 'a';
    for (const Claim* claim : {&row.one, &row.other}) {
      text += '\n' + wrapped(claim_text(*claim), std::string("  ") + letter++ + ") ", style.width);
      text += quotation_paragraph(claim->quotation, "     ", style);
    }
  }
  return text;
}

std::string markdown(const ContradictionsAnswer& answer) {
  if (answer.rows.empty()) return "no contradictions\n";
  std::string text = "| What | One | Other |\n| --- | --- | --- |\n";
  std::string notes;
  std::size_t number = 0;
  for (const Contradiction& row : answer.rows) {
    text += "| " + in_markdown(heading(row)) + " |";
    for (const Claim* claim : {&row.one, &row.other}) {
      const std::string label = "[^" + std::to_string(++number) + "]";
      text += ' ' + in_markdown(claim_text(*claim)) + label + " |";
      notes += label + ": " + quotation_footnote(claim->quotation) + '\n';
    }
    text += '\n';
  }
  return text + '\n' + notes;
}

void write_row(JsonWriter& json, const Contradiction& row) {
  json.begin_object();
  json.field("kind", kind_name(row.kind));
  write_node(json, "about", row.about);
  json.field("value", row.value);
  json.key("claims");
  json.begin_array();
  for (const Claim* claim : {&row.one, &row.other}) {
    json.begin_object();
    write_node(json, "from", claim->from);
    json.field("relation", claim->relation);
    json.field("label", claim->label);
    write_node(json, "to", claim->to);
    json.field("first", claim->period.first);
    json.field("last", claim->period.last);
    json.key("evidence");
    json.begin_object();
    write_quotation(json, claim->quotation);
    json.end_object();
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

std::string as_json(const ContradictionsAnswer& answer) {
  JsonWriter json;
  json.begin_object();
  json.key("contradictions");
  json.begin_array();
  for (const Contradiction& row : answer.rows) write_row(json, row);
  json.end_array();
  json.end_object();
  return json.take() + '\n';
}

std::string as_tsv(const ContradictionsAnswer& answer) {
  std::string text;
  append_tsv_line(text, {"kind", "about", "about_id", "value", "claim", "from", "relation", "to", "first", "last", "document",
                         "document_date", "quote", "url"});
  for (const Contradiction& row : answer.rows) {
    for (const Claim* claim : {&row.one, &row.other}) {
      const StoredDocument& document = claim->quotation.document;
      append_tsv_line(text, {kind_name(row.kind), row.about.name, row.about.id, row.value,
                             claim == &row.one ? "one" : "other", claim->from.name, claim->relation, claim->to.name,
                             claim->period.first, claim->period.last, document.id, document.date,
                             claim->quotation.quote.words, document.url});
    }
  }
  return text;
}

}  // namespace

std::string format_contradictions(const ContradictionsAnswer& answer, Format format, const TextStyle& style) {
  switch (format) {
    case Format::kTable: return paragraphs(answer, style);
    case Format::kJson: return as_json(answer);
    case Format::kJsonLines: return json_lines(answer.rows, write_row);
    case Format::kTsv: return as_tsv(answer);
    case Format::kMarkdown: break;
  }
  return markdown(answer);
}

}  // namespace quanhe
