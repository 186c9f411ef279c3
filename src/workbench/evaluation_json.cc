#include "json/json_writer.h"
#include "workbench/evaluation.h"
#include "workbench/interval.h"
#include "workbench/rule_index.h"

namespace quanhe {
namespace {

constexpr int kDecimals = 4;

void integer(JsonWriter& json, std::string_view key, std::uint64_t value) {
  json.key(key);
  json.integer(static_cast<std::int64_t>(value));
}

void decimal(JsonWriter& json, std::string_view key, double value) {
  json.key(key);
  json.decimal(value, kDecimals);
}

void write_counts(JsonWriter& json, std::string_view key, const Counts& counts) {
  json.key(key);
  json.begin_object();
  decimal(json, "precision", counts.precision());
  decimal(json, "recall", counts.recall());
  decimal(json, "f1", counts.f1());
  integer(json, "tp", counts.found);
  integer(json, "fp", counts.false_alarms);
  integer(json, "fn", counts.missed);
  json.end_object();
}

void write_counts_by_name(JsonWriter& json, std::string_view key, const std::map<std::string, Counts>& by_name) {
  json.key(key);
  json.begin_object();
  for (const auto& [name, counts] : by_name) write_counts(json, name, counts);
  json.end_object();
}

void write_totals(JsonWriter& json, const Score& score, const Scoring& scoring) {
  const Counts edges = score.edges(scoring);
  decimal(json, "nodes_f1", score.nodes(scoring).f1());
  decimal(json, "edges_f1", edges.f1());
  decimal(json, "acts_f1", score.acts(scoring).f1());
  decimal(json, "edges_precision", edges.precision());
  decimal(json, "edges_recall", edges.recall());
  const std::uint64_t dates = score.dates_right + score.dates_wrong;
  json.key("dates_right");
  if (dates == 0) {
    json.null();
  } else {
    json.decimal(static_cast<double>(score.dates_right) / static_cast<double>(dates), kDecimals);
  }
}

void write_rule(JsonWriter& json, const std::string& rule, const RuleVerdicts& verdicts, const RuleSet& rules) {
  const std::uint64_t judged = verdicts.right + verdicts.wrong;
  const Interval interval = wilson_interval(verdicts.right, judged);
  json.begin_object();
  json.field("rule", rule);
  integer(json, "right", verdicts.right);
  integer(json, "wrong", verdicts.wrong);
  decimal(json, "precision", static_cast<double>(verdicts.right) / static_cast<double>(judged));
  decimal(json, "low", interval.low);
  decimal(json, "high", interval.high);
  json.key("declared");
  json.begin_array();
  for (const int confidence : declared_confidences(rules, rule)) json.decimal(confidence / 1000.0, kDecimals);
  json.end_array();
  json.end_object();
}

void write_list(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  json.key(key);
  json.begin_array();
  for (const std::string& text : texts) json.string(text);
  json.end_array();
}

void write_finding(JsonWriter& json, const std::string& document, const Finding& finding) {
  using Kind = Finding::Kind;
  const bool of_node = finding.kind == Kind::kFalseNode || finding.kind == Kind::kMissedNode;
  json.begin_object();
  json.field("document", document);
  json.field("kind", to_string(finding.kind));
  json.field(of_node ? JsonKey("type") : JsonKey("relation"), finding.what);
  json.field(of_node ? JsonKey("name") : JsonKey("from"), finding.from);
  if (!of_node) json.field("to", finding.to);
  if (!finding.rules.empty()) write_list(json, "rules", finding.rules);
  if (finding.kind == Kind::kWrongDate) {
    json.field("expected_date", finding.expected_date);
    write_list(json, "found_dates", finding.found_dates);
  }
  if (!finding.quote.empty()) json.field("quote", finding.quote);
  if (!finding.sentence.empty()) json.field("sentence", finding.sentence);
  json.end_object();
}

}  // namespace

std::string to_json(const EvaluationReport& report, const RuleSet& rules) {
  const Score& score = report.score;
  JsonWriter json;
  json.begin_object();
  write_totals(json, score, rules.scoring);
  write_counts(json, "nodes", score.nodes(rules.scoring));
  write_counts(json, "edges", score.edges(rules.scoring));
  write_counts(json, "acts", score.acts(rules.scoring));
  write_counts_by_name(json, "types", score.types);
  write_counts_by_name(json, "relations", score.relations);
  json.key("dates");
  json.begin_object();
  integer(json, "right", score.dates_right);
  integer(json, "wrong", score.dates_wrong);
  json.end_object();
  json.key("rules");
  json.begin_array();
  for (const auto& [rule, verdicts] : score.rules) write_rule(json, rule, verdicts, rules);
  json.end_array();
  json.key("findings");
  json.begin_array();
  for (const EvaluatedDocument& document : report.documents) {
    for (const Finding& finding : document.findings) write_finding(json, document.id, finding);
  }
  json.end_array();
  json.end_object();
  return json.take() + "\n";
}

}  // namespace quanhe
