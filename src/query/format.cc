#include "query/format.h"

#include <algorithm>

#include "base/utf8.h"
#include "query/answer_pieces.h"
#include "query/markdown.h"
#include "query/table.h"

namespace quanhe {
namespace {

std::string heading(const NameAnswer& answer) {
  const std::string quoted = "'" + in_one_line(answer.name) + "'";
  switch (answer.outcome) {
    case NameOutcome::kFound: return quoted + " is:";
    case NameOutcome::kAmbiguous:
      return quoted + " may be any of " + std::to_string(answer.candidates.size()) + "; ask again with an id:";
    case NameOutcome::kUnknown: break;
  }
  return "nothing is named " + quoted + (answer.candidates.empty() ? "" : "; the nearest are:");
}

Table candidates_table(const NameAnswer& answer) {
  Table table({{"NAME", false, 12}, {"TYPE", false, 5}, {"WRITTEN AS", false, 10}, {"DOCUMENTS", true, 0}, {"ID"}});
  for (const Candidate& candidate : answer.candidates) {
    const bool other = candidate.matched != candidate.node.name && candidate.matched != candidate.node.id;
    table.add_row({candidate.node.name, candidate.type_label, other ? candidate.matched : "",
                   std::to_string(candidate.node.document_count), candidate.node.id});
  }
  return table;
}

std::string candidates_json(const NameAnswer& answer) {
  JsonWriter json;
  json.begin_object();
  json.field("outcome", outcome_name(answer.outcome));
  json.field("asked", answer.name);
  json.key("candidates");
  json.begin_array();
  for (const Candidate& candidate : answer.candidates) {
    json.begin_object();
    write_candidate(json, candidate);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take() + '\n';
}

std::string candidates_json_lines(const NameAnswer& answer) {
  return json_lines(answer.candidates, [&](JsonWriter& json, const Candidate& candidate) {
    json.begin_object();
    json.field("outcome", outcome_name(answer.outcome));
    json.field("asked", answer.name);
    write_candidate(json, candidate);
    json.end_object();
  });
}

std::string candidates_tsv(const NameAnswer& answer) {
  std::string text;
  append_tsv_line(text, {"outcome", "name", "type", "id", "matched", "documents"});
  for (const Candidate& candidate : answer.candidates) {
    append_tsv_line(text, {outcome_name(answer.outcome), candidate.node.name, candidate.node.type, candidate.node.id,
                           candidate.matched, std::to_string(candidate.node.document_count)});
  }
  return text;
}

}  // namespace

const std::vector<std::string>& format_names() {
  static const std::vector<std::string> kNames = {"table", "json", "jsonl", "tsv", "markdown"};
  return kNames;
}

std::optional<Format> parse_format(std::string_view text) {
  const auto found = std::find(format_names().begin(), format_names().end(), text);
  if (found == format_names().end()) return std::nullopt;
  return static_cast<Format>(found - format_names().begin());
}

std::string format_name_answer(const NameAnswer& answer, Format format, int width) {
  switch (format) {
    case Format::kTable:
      return heading(answer) + '\n' + (answer.candidates.empty() ? "" : candidates_table(answer).to_text(width));
    case Format::kJson: return candidates_json(answer);
    case Format::kJsonLines: return candidates_json_lines(answer);
    case Format::kTsv: return candidates_tsv(answer);
    case Format::kMarkdown: break;
  }
  return in_markdown(heading(answer)) + '\n' +
         (answer.candidates.empty() ? "" : '\n' + candidates_table(answer).to_markdown());
}

}  // namespace quanhe
