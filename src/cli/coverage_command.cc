#include <cstdio>
#include <iostream>

#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/text_style.h"
#include "workbench/coverage_run.h"
#include "workbench/coverage_text.h"
#include "workbench/documents.h"

namespace quanhe {

int run_rules_coverage(const RulesCoverageArguments& arguments) {
  const auto rules = load_rules_or_print(arguments.rules);
  if (rules == nullptr) return kNothingDone;
  CoverageRun run(*rules, arguments.time);
  InputReader inputs(arguments.inputs, std::cin);
  const auto take = [&](const DocumentSource& source) { return run.add(source); };
  const ExtractReport documents = for_each_document(inputs, {take, print_error});
  if (documents.done == 0) {
    print_error("no document could be read");
    return kNothingDone;
  }
  const TextStyle style = text_style(arguments.color);
  std::fputs(uses_text(run.coverage().uses(), arguments.time, style).c_str(), stdout);
  std::printf("\n%s", gaps_text(run.gaps(), arguments.gaps, style).c_str());
  return finish_output(exit_code(documents.done, documents.refused));
}

}  // namespace quanhe
