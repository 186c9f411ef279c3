#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "query/answer_pieces.h"
#include "query/markdown.h"
#include "query/why.h"

namespace quanhe {
namespace {

constexpr std::string_view kBasisInferred = "inferred";

std::string sentence_of(const ShownEdge& edge) {
  return in_one_line(edge.from.name) + ' ' + edge.label + ' ' + in_one_line(edge.to.name);
}

// "happened on 2021-06-07, 2021-06-08"
std::string status_and_dates(const EdgeFigures& figures) {
  const std::string status(to_string(figures.status));
  return figures.dates.empty() ? status : status + ", " + join(figures.dates, " ");
}

std::string decision_name(Judgement judgement) { return judgement == Judgement::kConfirmed ? "confirmed" : "rejected"; }

// "confirmed by Lan on 2026-01-02: the minutes say so"; "" without a judgement.
std::string judgement_text(const StoredJudgement& judgement) {
  if (judgement.judgement == Judgement::kNone) return "";
  std::string text = decision_name(judgement.judgement);
  if (!judgement.who.empty()) text += " by " + judgement.who;
  if (!judgement.when.empty()) text += " on " + judgement.when;
  if (!judgement.because.empty()) text += ": " + judgement.because;
  return in_one_line(text);
}

// "2021 (inferred), near-copy of paper-1"
std::string date_and_source(const StoredDocument& document) {
  std::string text = document.date.empty() ? "undated" : document.date;
  if (document.date_basis == kBasisInferred) text += " (inferred)";
  return document.source == document.id ? text : text + ", near-copy of " + document.source;
}

// "kind: gặp song phương; place: Trùng Khánh"
std::string attributes_text(const Attributes& attributes) {
  std::vector<std::string> pieces;
  for (const auto& [name, value] : attributes) pieces.push_back(name + ": " + value);
  return join(pieces, "; ");
}

bool is_web_address(const std::string& url) { return url.starts_with("https://") || url.starts_with("http://"); }

// A part that its own words explain needs no line of its own in prose.
bool has_story(const QuotedPart& part) { return !part.via.empty() || !part.antecedents.empty(); }

// Parts that the same words fill in the same way, under their roles: "from, to".
struct PartGroup {
  std::string roles;
  const QuotedPart* part = nullptr;
};

std::vector<PartGroup> grouped_parts(const Quotation& quotation) {
  const auto is_same = [](const QuotedPart& a, const QuotedPart& b) {
    return a.span == b.span && a.via == b.via && !a.antecedents.empty() && a.antecedents.size() == b.antecedents.size() &&
           std::equal(a.antecedents.begin(), a.antecedents.end(), b.antecedents.begin(),
                      [](const QuotedWords& x, const QuotedWords& y) { return x.span == y.span; });
  };
  std::vector<PartGroup> groups;
  for (const QuotedPart& part : quotation.parts) {
    const auto same =
        std::find_if(groups.begin(), groups.end(), [&](const PartGroup& group) { return is_same(*group.part, part); });
    if (same == groups.end()) {
      groups.push_back({part.role, &part});
    } else {
      same->roles += ", " + part.role;
    }
  }
  return groups;
}

// What a reference stands for, as far as it stands in one place.
struct Antecedent {
  std::vector<std::string> words;
  std::vector<Span> spans;
  const QuotedWords* place = nullptr;
};

std::vector<Antecedent> antecedents_of(const QuotedPart& part) {
  std::vector<Antecedent> antecedents;
  for (const QuotedWords& words : part.antecedents) {
    if (antecedents.empty() || antecedents.back().place->sentences != words.sentences) antecedents.push_back({{}, {}, &words});
    antecedents.back().words.push_back(words.words);
    antecedents.back().spans.push_back(words.span);
  }
  return antecedents;
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

void write_judgement(JsonWriter& json, const StoredJudgement& judgement) {
  if (judgement.judgement == Judgement::kNone) return;
  json.key("judgement");
  json.begin_object();
  json.field("decision", decision_name(judgement.judgement));
  json.field("because", judgement.because);
  json.field("who", judgement.who);
  json.field("when", judgement.when);
  json.end_object();
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
                             why.edge.to.id,
                             why.judgement.judgement == Judgement::kNone ? "" : decision_name(why.judgement.judgement),
                             to_string(quotation.status), date, document.id, document.date, document.source,
                             quotation.rule, std::to_string(quotation.confidence), quotation.quote.words,
                             join(words, "; "), quotation.quote.text, document.title, document.url});
    }
  }
  return text;
}

std::string in_brackets(std::string_view words) { return "[" + std::string(words) + "]"; }

std::string in_bold(std::string_view words) { return "**" + in_markdown(words) + "**"; }

}  // namespace

std::string quotation_paragraph(const Quotation& quotation, const std::string& first, const TextStyle& style) {
  const std::string indent(static_cast<std::size_t>(shown_width(first)), ' ');
  const StoredDocument& document = quotation.document;
  const auto mark = [&](std::string_view words) {
    return style.colours ? style.bold(printable(words)) : in_brackets(printable(words));
  };
  const std::string title = document.title.empty() ? document.id : document.title + " (" + document.id + ")";
  std::string text = wrapped(printable(title + ", " + date_and_source(document)), first, style.width);
  if (!document.url.empty()) text += indent + in_one_line(document.url) + '\n';
  text += wrapped("“" + marked(quotation.quote.text, quotation.quote.sentences.start, spans_of(quotation), mark, printable) + "”",
                  indent, style.width);
  const std::vector<PartGroup> groups = grouped_parts(quotation);
  std::size_t widest = 4;  // "rule"
  for (const PartGroup& group : groups) widest = std::max(widest, group.roles.size());
  const auto line = [&](const std::string& role, const std::string& what) {
    text += wrapped(what, indent + padded(style.faint(role), static_cast<int>(widest)) + "  ", style.width);
  };
  for (const auto& [roles, part] : groups) {
    std::string what = part->span ? printable(part->words) : "";
    if (!part->via.empty()) what += (what.empty() ? "by " : ", by ") + part->via;
    line(roles, what);
    for (const Antecedent& antecedent : antecedents_of(*part)) {
      std::string is = "is " + printable(join(antecedent.words, " + "));
      if (antecedent.place->sentences != quotation.quote.sentences) {
        is += ", in “" + marked(antecedent.place->text, antecedent.place->sentences.start, antecedent.spans, mark, printable) +
              "”";
      }
      line("", is);
    }
  }
  std::string rule = quotation.rule + ", sure " + as_fraction(quotation.confidence);
  if (quotation.status != Status::kHappened) rule += ", " + std::string(to_string(quotation.status));
  if (!quotation.attributes.empty()) rule += "; " + printable(attributes_text(quotation.attributes));
  line("rule", rule);
  return text;
}

std::string quotation_footnote(const Quotation& quotation) {
  const StoredDocument& document = quotation.document;
  const std::string title = in_markdown(document.title.empty() ? document.id : document.title);
  std::string text = "“" + marked(quotation.quote.text, quotation.quote.sentences.start, spans_of(quotation), in_bold, in_markdown) +
                     "” — ";
  text += is_web_address(document.url) ? "[" + title + "](<" + in_one_line(document.url) + ">)" : title;
  text += ", " + in_markdown(date_and_source(document)) + '.';
  for (const auto& [roles, part] : grouped_parts(quotation)) {
    if (!has_story(*part)) continue;
    text += ' ' + in_markdown(roles) + ':' + (part->span ? " “" + in_markdown(part->words) + "”" : "") + " by " +
            in_markdown(part->via);
    for (const Antecedent& antecedent : antecedents_of(*part)) {
      if (antecedent.place->sentences == quotation.quote.sentences) {
        text += ", is " + in_bold(join(antecedent.words, " + "));
      } else {
        text += ", as in “" +
                marked(antecedent.place->text, antecedent.place->sentences.start, antecedent.spans, in_bold, in_markdown) + "”";
      }
    }
    text += '.';
  }
  text += " Rule " + in_markdown(quotation.rule) + ", confidence " + as_fraction(quotation.confidence);
  if (quotation.status != Status::kHappened) text += ", " + std::string(to_string(quotation.status));
  return text + '.';
}

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
