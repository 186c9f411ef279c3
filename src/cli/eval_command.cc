#include <cstdio>
#include <iostream>

#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/text_style.h"
#include "workbench/evaluation.h"

namespace quanhe {
namespace {

void print_report(const EvaluationReport& report, const RuleSet& rules, const EvalArguments& arguments) {
  if (arguments.json) {
    std::fputs(to_json(report, rules).c_str(), stdout);
    return;
  }
  std::fputs(score_table(report.score, rules).c_str(), stdout);
  if (arguments.summary) return;
  for (const std::string& part :
       {findings_text(report, rules, text_style(arguments.color)), rules_table(report.score, rules)}) {
    if (!part.empty()) std::printf("\n%s", part.c_str());
  }
}

// What the numbers cannot show: that documents are not where they are looked for.
void warn_of_strangers(const EvaluationReport& report) {
  for (const EvaluatedDocument& document : report.documents) {
    if (!document.read) print_warning("\"" + document.id + "\" of the gold is not among the inputs and scores zero");
  }
  if (report.without_gold > 0) {
    print_warning(std::to_string(report.without_gold) + " of the documents have no gold and are left out");
  }
}

}  // namespace

int run_eval(const EvalArguments& arguments) {
  const auto rules = load_rules_or_print(arguments.rules);
  if (rules == nullptr) return kNothingDone;
  std::vector<Error> faults;
  std::vector<GoldDocument> gold = read_gold(arguments.gold, faults);
  for (const Error& fault : faults) print_error(fault.message);
  if (!faults.empty()) return kNothingDone;

  Evaluation evaluation(std::move(gold), *rules);
  FactsReader reader(*rules);
  InputReader inputs(arguments.inputs, std::cin);
  const auto take = [&](DocumentSource source) -> Result<void> {
    const Result<ReadFacts> read = reader.read(std::move(source));
    if (!read) return read.error();
    evaluation.add(read.value());
    return {};
  };
  const ExtractReport documents = for_each_document(inputs, {take, print_error});
  if (documents.done == 0) {
    print_error("no document could be read");
    return kNothingDone;
  }
  const EvaluationReport report = evaluation.finish();
  warn_of_strangers(report);
  print_report(report, *rules, arguments);
  return finish_output(exit_code(documents.done, documents.refused));
}

}  // namespace quanhe
