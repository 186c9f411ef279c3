#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <vector>

#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/text_style.h"
#include "cli/watch.h"
#include "pipeline/ledger_files.h"
#include "workbench/examples.h"
#include "workbench/judged_edges.h"
#include "workbench/rule_index.h"

namespace quanhe {
namespace {

// The edges that the ledger judges, or nothing after the reason was printed.
std::optional<std::vector<JudgedEdge>> judged_edges_of(const RuleSet& rules, const RulesTestArguments& arguments) {
  const std::filesystem::path ledger = arguments.judgements;
  const Result<std::vector<JudgementLine>> lines = read_judgements(ledger);
  if (!lines) {
    print_error(lines.error().message);
    return std::nullopt;
  }
  const std::filesystem::path graph =
      arguments.graph.empty() ? ledger.parent_path() / "graph.db" : std::filesystem::path(arguments.graph);
  Result<std::vector<JudgedEdge>> edges = run_judgements(rules, lines.value(), graph);
  if (!edges) {
    print_error(edges.error().message);
    return std::nullopt;
  }
  return std::move(edges).value();
}

int test_once(const RulesTestArguments& arguments) {
  const auto rules = load_rules_or_print(arguments.packs);
  if (rules == nullptr) return kNothingDone;
  if (!arguments.rule.empty()) {
    if (const std::optional<std::string> unknown = unknown_rule(*rules, arguments.rule)) {
      print_error(*unknown);
      return kAnswerIsNo;
    }
  }
  const std::vector<ExampleOutcome> outcomes = run_examples(*rules, arguments.rule);
  std::optional<std::vector<JudgedEdge>> judged;
  if (!arguments.judgements.empty()) {
    judged = judged_edges_of(*rules, arguments);
    if (!judged) return kNothingDone;
  }
  const TextStyle style = text_style(arguments.color);
  std::fputs(to_text(outcomes, style).c_str(), stdout);
  if (judged) std::fputs(to_text(*judged, style).c_str(), stdout);
  if (const Result<void> printed = flush_output(); !printed) {
    print_error(printed.error().message);
    return kNothingDone;
  }
  const bool pass = std::all_of(outcomes.begin(), outcomes.end(), [](const auto& outcome) { return outcome.passed(); });
  const bool hold = !judged || std::all_of(judged->begin(), judged->end(), [](const auto& edge) { return edge.holds(); });
  return pass && hold ? kDone : kAnswerIsNo;
}

}  // namespace

int run_rules_test(const RulesTestArguments& arguments) {
  if (!arguments.watch) return test_once(arguments);
  const std::vector<std::filesystem::path> folders(arguments.packs.begin(), arguments.packs.end());
  for (;;) {
    // Taken first, so that a change during the test is not missed.
    const std::uint64_t state = folder_state(folders);
    test_once(arguments);
    std::fputs("waiting for a change; Ctrl-C ends\n", stderr);
    wait_for_change(folders, state);
    std::fputs("\n", stdout);
  }
}

}  // namespace quanhe
