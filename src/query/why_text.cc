#include "base/strings.h"
#include "base/utf8.h"
#include "query/answer_pieces.h"
#include "query/edge_evidence.h"
#include "query/markdown.h"
#include "query/quotation_text.h"
#include "query/why.h"

namespace quanhe {
namespace {

std::string sentence_of(const ShownEdge& edge) {
  return in_one_line(edge.from.name) + ' ' + edge.label + ' ' + in_one_line(edge.to.name);
}

// "happened, 2021-06-07 2021-06-08"
std::string status_and_dates(const EdgeFigures& figures) {
  const std::string status(to_string(figures.status));
  return figures.dates.empty() ? status : status + ", " + join(figures.dates, " ");
}

// "confirmed by Lan on 2026-01-02: the minutes say so"; "" without a judgement.
std::string judgement_text(const StoredJudgement& judgement) {
  if (judgement.judgement == Judgement::kNone) return "";
  std::string text(decision_name(judgement.judgement));
  if (!judgement.who.empty()) text += " by " + judgement.who;
  if (!judgement.when.empty()) text += " on " + judgement.when;
  if (!judgement.because.empty()) text += ": " + judgement.because;
  return in_one_line(text);
}

std::string nothing_between(const WhyAnswer& answer) {
  const std::string nodes = "'" + in_one_line(answer.from.candidates.front().node.name) + "' and '" +
                            in_one_line(answer.to.candidates.front().node.name) + "'";
  if (answer.left_out == 0) return "nothing links " + nodes;
  return "nothing links " + nodes + " that was asked for; " + plural(answer.left_out, "edge") +
         (answer.left_out == 1 ? " has" : " have") + " another status or time";
}

std::string why_paragraphs(const WhyAnswer& answer, const TextStyle& style) {
  if (answer.edges.empty()) return wrapped(nothing_between(answer), "", style.width);
  std::string text;
  for (const WhyEdge& why : answer.edges) {
    if (!text.empty()) text += '\n';
    text += wrapped(style.bold(sentence_of(why.edge)), "", style.width);
    text += wrapped(status_and_dates(why.edge.figures) + "; " + said_by(why.edge.figures) + "; sure " +
                        as_fraction(why.edge.figures.confidence),
                    "  ", style.width);
    if (const std::string judged = judgement_text(why.judgement); !judged.empty()) {
      text += wrapped(judged, "  ", style.width);
    }
    for (std::size_t i = 0; i < why.quotations.size(); ++i) {
      text += '\n' + quotation_paragraph(why.quotations[i], "  [" + std::to_string(i + 1) + "] ", style);
    }
    if (why.quotations.size() < why.edge.figures.statements) {
      text += "\n  and " + std::to_string(why.edge.figures.statements - why.quotations.size()) + " more\n";
    }
  }
  return text;
}

std::string why_markdown(const WhyAnswer& answer) {
  if (answer.edges.empty()) return in_markdown(nothing_between(answer)) + '\n';
  std::string text;
  std::string notes;
  std::size_t number = 0;
  for (const WhyEdge& why : answer.edges) {
    text += "- **" + in_markdown(why.edge.from.name) + "** *" + in_markdown(why.edge.label) + "* **" +
            in_markdown(why.edge.to.name) + "**: " + in_markdown(status_and_dates(why.edge.figures)) + "; " +
            said_by(why.edge.figures) + "; confidence " + as_fraction(why.edge.figures.confidence);
    if (const std::string judged = judgement_text(why.judgement); !judged.empty()) text += "; " + in_markdown(judged);
    text += '.';
    for (const Quotation& quotation : why.quotations) {
      const std::string label = "[^" + std::to_string(++number) + "]";
      text += label;
      notes += label + ": " + quotation_footnote(quotation) + '\n';
    }
    text += '\n';
  }
  return text + '\n' + notes;
}

std::string why_json(const WhyAnswer& answer) {
  JsonWriter json;
  json.begin_object();
  json.field("outcome", outcome_name(NameOutcome::kFound));
  write_strings(json, "asked", {answer.from.name, answer.to.name});
  json.key("left_out");
  json.integer(static_cast<std::int64_t>(answer.left_out));
  json.key("edges");
  json.begin_array();
  for (const WhyEdge& why : answer.edges) {
    json.begin_object();
    write_edge(json, why.edge);
    write_judgement(json, why.judgement);
    json.key("evidence");
    json.begin_array();
    for (const Quotation& quotation : why.quotations) {
      json.begin_object();
      write_quotation(json, quotation);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take() + '\n';
}

std::string why_json_lines(const WhyAnswer& answer) {
  std::string text;
  for (const WhyEdge& why : answer.edges) {
    text += json_lines(why.quotations, [&](JsonWriter& json, const Quotation& quotation) {
      json.begin_object();
      json.key("edge");
      json.begin_object();
      write_edge(json, why.edge);
      write_judgement(json, why.judgement);
      json.end_object();
      write_quotation(json, quotation);
      json.end_object();
    });
  }
  return text;
}

std::string why_tsv(const WhyAnswer& answer) {
  std::string text;
  append_tsv_line(text, {"from", "relation", "label", "to", "from_id", "to_id", "judgement", "status", "date", "document",
                         "document_date", "source", "rule", "confidence", "quote", "words", "sentence", "title", "url"});
  for (const WhyEdge& why : answer.edges) {
    for (const Quotation& quotation : why.quotations) {
      std::string date;
      for (const auto& [name, value] : quotation.attributes) date = name == "date" ? value : date;
      std::vector<std::string> words;
      for (const QuotedPart& part : quotation.parts) {
        if (part.span) words.push_back(part.role + ": " + part.words);
      }
      const StoredDocument& document = quotation.document;
      append_tsv_line(text, {why.edge.from.name, why.edge.relation, why.edge.label, why.edge.to.name, why.edge.from.id,
                             why.edge.to.id, decision_name(why.judgement.judgement), to_string(quotation.status), date,
                             document.id, document.date, document.source, quotation.rule,
                             std::to_string(quotation.confidence), quotation.quote.words, join(words, "; "),
                             quotation.quote.text, document.title, document.url});
    }
  }
  return text;
}

}  // namespace

std::string format_why(const WhyAnswer& answer, Format format, const TextStyle& style) {
  for (const NameAnswer* name : {&answer.from, &answer.to}) {
    if (name->outcome != NameOutcome::kFound) return format_name_answer(*name, format, style.width);
  }
  switch (format) {
    case Format::kTable: return why_paragraphs(answer, style);
    case Format::kJson: return why_json(answer);
    case Format::kJsonLines: return why_json_lines(answer);
    case Format::kTsv: return why_tsv(answer);
    case Format::kMarkdown: break;
  }
  return why_markdown(answer);
}

}  // namespace quanhe
