#include <cstdio>
#include <iostream>
#include <string>

#include "cli/commands.h"
#include "cli/messages.h"
#include "facts/facts_json.h"
#include "pipeline/extract_documents.h"

namespace quanhe {
namespace {

Result<void> print_line(const std::string& line) {
  const bool written =
      std::fwrite(line.data(), 1, line.size(), stdout) == line.size() && std::fputc('\n', stdout) != EOF;
  return written ? Result<void>() : flush_output();
}

}  // namespace

int run_extract(const ExtractArguments& arguments) {
  const auto rules = load_rules_or_print(arguments.rules);
  if (rules == nullptr) return kNothingDone;
  const ExtractSinks sinks{[](DocumentFacts facts) { return print_line(to_json_line(facts)); }, print_error};
  InputReader inputs(arguments.inputs, std::cin);
  const Result<ExtractReport> report = extract_documents(inputs, *rules, thread_count(arguments.threads), sinks);
  const Result<void> written = report ? flush_output() : report.error();
  if (!written) {
    print_error(written.error().message);
    return kNothingDone;
  }
  if (report.value().done == 0) print_error("no document could be read");
  return exit_code(report.value().done, report.value().refused);
}

}  // namespace quanhe
