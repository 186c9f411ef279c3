#include <cstdio>
#include <iostream>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "workbench/judged_sheet.h"
#include "workbench/rule_index.h"
#include "workbench/sample.h"

namespace quanhe {
namespace {

constexpr std::uint64_t kLargestSheet = 64ULL << 20;

int score_sheet(const std::string& path) {
  const Result<std::string> bytes = read_file(path, kLargestSheet);
  if (!bytes) {
    print_error(bytes.error().message);
    return kNothingDone;
  }
  Diagnostics diagnostics;
  const JudgedSheet sheet = read_judged_sheet(bytes.value(), path, diagnostics);
  std::fputs(diagnostics.to_text().c_str(), stderr);
  if (diagnostics.has_errors()) {
    print_error("the sheet cannot be scored");
    return kNothingDone;
  }
  std::fputs(to_text(sheet).c_str(), stdout);
  return finish_output(kDone);
}

bool names_are_known(const SampleArguments& arguments, const RuleSet& rules) {
  bool known = true;
  const auto check = [&](const std::optional<std::string>& unknown) {
    if (unknown) print_error(*unknown);
    known &= !unknown;
  };
  for (const std::string& relation : arguments.relations) check(unknown_relation(rules, relation));
  for (const std::string& rule : arguments.only_rules) check(unknown_rule(rules, rule));
  return known;
}

}  // namespace

int run_sample(const SampleArguments& arguments) {
  if (!arguments.sheet.empty()) return score_sheet(arguments.sheet);
  const auto rules = load_rules_or_print(arguments.rules);
  if (rules == nullptr) return kNothingDone;
  if (!names_are_known(arguments, *rules)) return kAnswerIsNo;

  Sample sample({{arguments.relations.begin(), arguments.relations.end()},
                 {arguments.only_rules.begin(), arguments.only_rules.end()},
                 arguments.acts,
                 arguments.size,
                 arguments.seed},
                *rules);
  FactsReader reader(*rules);
  InputReader inputs(arguments.inputs, std::cin);
  const auto take = [&](DocumentSource source) -> Result<void> {
    const Result<ReadFacts> read = reader.read(std::move(source));
    if (!read) return read.error();
    sample.add(read.value());
    return {};
  };
  const ExtractReport documents = for_each_document(inputs, {take, print_error});
  if (documents.done == 0) {
    print_error("no document could be read");
    return kNothingDone;
  }
  if (sample.drawn() < arguments.size) {
    print_warning("there are only " + std::to_string(sample.drawn()) + " such statements");
  }
  std::fputs(sample.to_sheet().c_str(), stdout);
  return finish_output(exit_code(documents.done, documents.refused));
}

}  // namespace quanhe
