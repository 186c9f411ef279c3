#include "query/merge_candidates_text.h"

#include "base/strings.h"
#include "query/answer_pieces.h"
#include "query/table.h"

namespace quanhe {
namespace {

void write_pair(JsonWriter& json, const MergeCandidate& candidate) {
  json.begin_object();
  write_node(json, "kept", candidate.kept);
  write_node(json, "other", candidate.other);
  json.key("score");
  json.integer(candidate.score);
  write_strings(json, "reasons", candidate.reasons);
  json.end_object();
}

Table table_of(const std::vector<MergeCandidate>& candidates) {
  Table table({{"KEPT", false, 12}, {"OTHER", false, 12}, {"SCORE", true}, {"REASONS", false, 12}});
  for (const MergeCandidate& candidate : candidates) {
    table.add_row({candidate.kept.name, candidate.other.name, as_fraction(candidate.score),
                   join(candidate.reasons, "; ")});
  }
  return table;
}

}  // namespace

std::string format_merge_candidates(const std::vector<MergeCandidate>& candidates, Format format, int width) {
  constexpr const char* kNone = "no nodes are likely one\n";
  switch (format) {
    case Format::kTable: return candidates.empty() ? kNone : table_of(candidates).to_text(width);
    case Format::kMarkdown: return candidates.empty() ? kNone : table_of(candidates).to_markdown();
    case Format::kJsonLines: return json_lines(candidates, write_pair);
    case Format::kJson: {
      JsonWriter json;
      json.begin_object();
      json.key("candidates");
      json.begin_array();
      for (const MergeCandidate& candidate : candidates) write_pair(json, candidate);
      json.end_array();
      json.end_object();
      return json.take() + '\n';
    }
    case Format::kTsv: break;
  }
  std::string text;
  append_tsv_line(text, {"kept_name", "kept_id", "other_name", "other_id", "type", "score", "reasons"});
  for (const MergeCandidate& candidate : candidates) {
    append_tsv_line(text, {candidate.kept.name, candidate.kept.id, candidate.other.name, candidate.other.id,
                           candidate.kept.type, std::to_string(candidate.score), join(candidate.reasons, "; ")});
  }
  return text;
}

}  // namespace quanhe
