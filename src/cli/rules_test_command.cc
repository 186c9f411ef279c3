#include <cstdio>
#include <optional>

#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/text_style.h"
#include "cli/watch.h"
#include "workbench/examples.h"
#include "workbench/rule_index.h"

namespace quanhe {
namespace {

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
  std::fputs(to_text(outcomes, text_style(arguments.color)).c_str(), stdout);
  if (const Result<void> printed = flush_output(); !printed) {
    print_error(printed.error().message);
    return kNothingDone;
  }
  for (const ExampleOutcome& outcome : outcomes) {
    if (!outcome.passed()) return kAnswerIsNo;
  }
  return kDone;
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
