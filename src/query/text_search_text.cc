#include "base/strings.h"
#include "base/utf8.h"
#include "query/answer_pieces.h"
#include "query/markdown.h"
#include "query/quotation.h"
#include "query/table.h"
#include "query/text_search.h"

namespace quanhe {
namespace {

Table names_table(const SearchAnswer& answer) {
  Table table({{"NAME", false, 12}, {"TYPE", false, 5}, {"WRITTEN AS", false, 10}, {"ARTICLES", true, 0}, {"ID", false, 10}});
  for (const Candidate& candidate : answer.names) {
    table.add_row({candidate.node.name, candidate.type_label,
                   candidate.matched == candidate.node.name ? "" : candidate.matched,
                   std::to_string(candidate.node.document_count), candidate.node.id});
  }
  return table;
}

std::string edge_text(const FoundEdge& edge) {
  const std::string text = in_one_line(edge.from.name + ' ' + edge.label + ' ' + edge.to.name);
  return edge.status == Status::kHappened ? text : text + " (" + std::string(to_string(edge.status)) + ')';
}

std::string source_of(const StoredDocument& document) {
  const std::string title = document.title.empty() ? document.id : document.title + " (" + document.id + ')';
  return in_one_line(title + ", " + (document.date.empty() ? "undated" : document.date));
}

std::string nothing(const SearchAnswer& answer) { return "no name and no sentence has '" + in_one_line(answer.text) + "'"; }

std::string search_paragraphs(const SearchAnswer& answer, const TextStyle& style) {
  if (!answer.is_found()) return wrapped(nothing(answer), "", style.width);
  const auto mark = [&](std::string_view words) {
    return style.colours ? style.bold(printable(words)) : '[' + printable(words) + ']';
  };
  std::string text = answer.names.empty() ? "" : names_table(answer).to_text(style.width);
  std::size_t number = 0;
  for (const FoundSentence& sentence : answer.sentences) {
    if (!text.empty()) text += '\n';
    const std::string first = "[" + std::to_string(++number) + "] ";
    const std::string indent(first.size(), ' ');
    text += wrapped(source_of(sentence.document), first, style.width);
    text += wrapped("“" + marked(sentence.text, sentence.start, sentence.marks, mark, printable) + "”", indent, style.width);
    for (const FoundEdge& edge : sentence.edges) text += wrapped(edge_text(edge), indent + "- ", style.width);
  }
  return text;
}

std::string search_markdown(const SearchAnswer& answer) {
  if (!answer.is_found()) return in_markdown(nothing(answer)) + '\n';
  const auto mark = [](std::string_view words) { return "**" + in_markdown(words) + "**"; };
  std::string text = answer.names.empty() ? "" : names_table(answer).to_markdown();
  for (const FoundSentence& sentence : answer.sentences) {
    if (!text.empty()) text += '\n';
    text += "> " + marked(sentence.text, sentence.start, sentence.marks, mark, in_markdown) + "\n>\n> — " +
            in_markdown(source_of(sentence.document)) + '\n';
    if (!sentence.edges.empty()) text += '\n';
    for (const FoundEdge& edge : sentence.edges) text += "- " + in_markdown(edge_text(edge)) + '\n';
  }
  return text;
}

void write_sentence(JsonWriter& json, const FoundSentence& sentence) {
  json.key("document");
  write_document(json, sentence.document);
  json.key("start");
  json.integer(sentence.start);
  json.field("text", sentence.text);
  json.key("exact");
  json.boolean(sentence.exact);
  json.key("marks");
  json.begin_array();
  for (const Span& mark : sentence.marks) {
    json.begin_array();
    json.integer(mark.start);
    json.integer(mark.end);
    json.end_array();
  }
  json.end_array();
  json.key("edges");
  json.begin_array();
  for (const FoundEdge& edge : sentence.edges) {
    json.begin_object();
    write_node(json, "from", edge.from);
    json.field("relation", edge.relation);
    json.field("label", edge.label);
    write_node(json, "to", edge.to);
    json.field("status", to_string(edge.status));
    json.end_object();
  }
  json.end_array();
}

std::string search_json(const SearchAnswer& answer) {
  JsonWriter json;
  json.begin_object();
  json.field("asked", answer.text);
  json.key("names");
  json.begin_array();
  for (const Candidate& candidate : answer.names) {
    json.begin_object();
    write_candidate(json, candidate);
    json.end_object();
  }
  json.end_array();
  json.key("sentences");
  json.begin_array();
  for (const FoundSentence& sentence : answer.sentences) {
    json.begin_object();
    write_sentence(json, sentence);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take() + '\n';
}

std::string search_json_lines(const SearchAnswer& answer) {
  const auto with_kind = [](std::string_view kind, auto write_fields) {
    return [kind, write_fields](JsonWriter& json, const auto& row) {
      json.begin_object();
      json.field("kind", kind);
      write_fields(json, row);
      json.end_object();
    };
  };
  return json_lines(answer.names, with_kind("name", write_candidate)) +
         json_lines(answer.sentences, with_kind("sentence", write_sentence));
}

std::string search_tsv(const SearchAnswer& answer) {
  std::string text;
  append_tsv_line(text, {"kind", "text", "matched", "id", "type", "documents", "date", "start", "title", "url", "edges"});
  for (const Candidate& candidate : answer.names) {
    append_tsv_line(text, {"name", candidate.node.name, candidate.matched, candidate.node.id, candidate.node.type,
                           std::to_string(candidate.node.document_count), "", "", "", "", ""});
  }
  for (const FoundSentence& sentence : answer.sentences) {
    std::vector<std::string> words;
    for (const Span& mark : sentence.marks) words.push_back(sentence.text.substr(mark.start - sentence.start, mark.length()));
    std::vector<std::string> edges;
    for (const FoundEdge& edge : sentence.edges) edges.push_back(edge_text(edge));
    const StoredDocument& document = sentence.document;
    append_tsv_line(text, {"sentence", sentence.text, join(words, "; "), document.id, "", "", document.date,
                           std::to_string(sentence.start), document.title, document.url, join(edges, "; ")});
  }
  return text;
}

}  // namespace

std::string format_search(const SearchAnswer& answer, Format format, const TextStyle& style) {
  switch (format) {
    case Format::kTable: return search_paragraphs(answer, style);
    case Format::kJson: return search_json(answer);
    case Format::kJsonLines: return search_json_lines(answer);
    case Format::kTsv: return search_tsv(answer);
    case Format::kMarkdown: break;
  }
  return search_markdown(answer);
}

}  // namespace quanhe
