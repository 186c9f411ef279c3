#include <algorithm>
#include <array>
#include <cstdio>

#include "base/strings.h"
#include "workbench/columns.h"
#include "workbench/edge_text.h"
#include "workbench/evaluation.h"
#include "workbench/interval.h"
#include "workbench/rule_index.h"

namespace quanhe {
namespace {

constexpr int kLabelColumns = 24;

std::string score_row(const std::string& label, const Counts& counts) {
  std::array<char, 200> numbers;
  std::snprintf(numbers.data(), numbers.size(), " %6.3f %6.3f %6.3f   tp %4llu fp %4llu fn %4llu\n", counts.precision(),
                counts.recall(), counts.f1(), static_cast<unsigned long long>(counts.found),
                static_cast<unsigned long long>(counts.false_alarms), static_cast<unsigned long long>(counts.missed));
  return padded(printable(label), kLabelColumns) + numbers.data();
}

std::string finding_text(const Finding& finding, const RuleSet& rules) {
  using Kind = Finding::Kind;
  if (finding.kind == Kind::kFalseNode || finding.kind == Kind::kMissedNode) {
    return finding.what + " " + quanhe::quoted(finding.from);
  }
  std::string text = edge_text(finding.from, finding.what, finding.to, rules.ontology);
  if (finding.kind == Kind::kWrongDate) {
    text += ": " + finding.expected_date + " expected, " +
            (finding.found_dates.empty() ? "none" : join(finding.found_dates, ", ")) + " found";
  }
  if (finding.kind != Kind::kMissedEdge) text += ", by " + join(finding.rules, ", ");
  return text;
}

std::string painted_kind(const Finding& finding, const TextStyle& style) {
  const std::string kind = padded(to_string(finding.kind), 13);
  const bool missed = finding.kind == Finding::Kind::kMissedNode || finding.kind == Finding::Kind::kMissedEdge;
  return missed ? style.bold(kind) : style.bad(kind);
}

std::string sentence_text(const Finding& finding, const TextStyle& style) {
  if (!finding.sentence.empty()) return wrapped(quanhe::quoted(finding.sentence), "    ", style.width);
  if (finding.quote.empty()) return "";
  return wrapped("not found in the text: " + quanhe::quoted(finding.quote), "    ", style.width);
}

}  // namespace

std::string score_table(const Score& score, const RuleSet& rules) {
  std::string text = padded("", kLabelColumns) + "      P      R     F1\n";
  text += score_row("nodes", score.nodes(rules.scoring));
  for (const auto& [type, counts] : score.types) text += score_row("  " + type, counts);
  text += score_row("edges", score.edges(rules.scoring));
  text += score_row("  (acts alone)", score.acts(rules.scoring));
  for (const auto& [relation, counts] : score.relations) text += score_row("  " + relation, counts);
  const std::uint64_t dates = score.dates_right + score.dates_wrong;
  if (dates > 0) {
    text += "dates on matched edges   " + std::to_string(score.dates_right) + " of " + std::to_string(dates) + "\n";
  }
  return text;
}

std::string rules_table(const Score& score, const RuleSet& rules) {
  if (score.rules.empty()) return "";
  std::vector<std::pair<std::string, RuleVerdicts>> ordered(score.rules.begin(), score.rules.end());
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& a, const auto& b) { return a.second.wrong > b.second.wrong; });
  std::vector<std::vector<std::string>> rows = {{"rule", "right", "wrong", "observed", "95 % interval", "declared"}};
  for (const auto& [rule, verdicts] : ordered) {
    const std::uint64_t judged = verdicts.right + verdicts.wrong;
    std::vector<std::string> declared;
    for (const int confidence : declared_confidences(rules, rule)) {
      declared.push_back(as_share(static_cast<std::uint64_t>(confidence), 1000));
    }
    rows.push_back({printable(rule), std::to_string(verdicts.right), std::to_string(verdicts.wrong),
                    as_share(verdicts.right, judged), to_text(wilson_interval(verdicts.right, judged)),
                    join(declared, ", ")});
  }
  return in_columns(rows, 1);
}

std::string findings_text(const EvaluationReport& report, const RuleSet& rules, const TextStyle& style) {
  std::string text;
  for (const EvaluatedDocument& document : report.documents) {
    if (document.findings.empty()) continue;
    text += (text.empty() ? "" : "\n") + style.bold(printable(document.id)) +
            (document.read ? "" : " is not among the inputs") + "\n";
    for (const Finding& finding : document.findings) {
      text += wrapped(printable(finding_text(finding, rules)), "  " + painted_kind(finding, style), style.width);
      text += sentence_text(finding, style);
    }
  }
  return text;
}

}  // namespace quanhe
