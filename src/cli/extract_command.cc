#include <cstdio>
#include <iostream>
#include <string>

#include "cli/commands.h"
#include "cli/messages.h"
#include "facts/facts_json.h"
#include "pipeline/extract_documents.h"

namespace quanhe {
namespace {

Result<void> print_facts(const ReadDocument& document) {
  bool written = true;
  write_json_line(document.facts, [&](const std::string& piece) {
    written = written && std::fwrite(piece.data(), 1, piece.size(), stdout) == piece.size();
  });
  written = written && std::fputc('\n', stdout) != EOF;
  return written ? Result<void>() : flush_output();
}

}  // namespace

int run_extract(const ExtractArguments& arguments) {
  const auto rules = load_rules_or_print(arguments.rules);
  if (rules == nullptr) return kNothingDone;
  const ExtractSinks sinks{print_facts, print_error, nullptr, Compared::kNo};
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
