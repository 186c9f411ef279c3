#include <cstdio>

#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/text_style.h"
#include "workbench/why_not.h"

namespace quanhe {

int run_why_not(const WhyNotArguments& arguments) {
  const auto rules = load_rules_or_print(arguments.rules);
  if (rules == nullptr) return kNothingDone;
  const Result<std::vector<WhyNot>> answers = why_not(arguments.rule, arguments.sentence, *rules);
  if (!answers) {
    print_error(answers.error().message);
    return kAnswerIsNo;
  }
  const TextStyle style = text_style(arguments.color);
  for (const WhyNot& answer : answers.value()) {
    std::fputs(to_text(answer, style).c_str(), stdout);
    if (&answer != &answers.value().back()) std::fputs("\n", stdout);
  }
  if (const Result<void> printed = flush_output(); !printed) {
    print_error(printed.error().message);
    return kNothingDone;
  }
  return kDone;
}

}  // namespace quanhe
