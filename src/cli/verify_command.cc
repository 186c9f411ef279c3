#include <algorithm>
#include <cstdio>
#include <iostream>

#include "cli/about.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "pipeline/verify.h"

namespace quanhe {
namespace {

// The inputs that were named, or those of the graph; nothing after the reason was printed.
std::vector<std::string> inputs_of(const VerifyArguments& arguments) {
  if (!arguments.inputs.empty()) return arguments.inputs;
  const Result<std::vector<std::string>> origins = origins_of(arguments.graph);
  if (!origins) {
    print_error(origins.error().message);
    return {};
  }
  if (origins.value().empty()) print_error(arguments.graph + ": holds no document");
  if (std::find(origins.value().begin(), origins.value().end(), "-") == origins.value().end()) return origins.value();
  print_error(arguments.graph + ": some documents came from standard input, which cannot be read again; name the inputs");
  return {};
}

std::string lines(std::uint64_t count) { return std::to_string(count) + (count == 1 ? " line" : " lines"); }

}  // namespace

int run_verify(const VerifyArguments& arguments) {
  const std::vector<std::string> names = inputs_of(arguments);
  if (names.empty()) return kNothingDone;
  const auto rules = load_rules_or_print(arguments.rules);
  if (rules == nullptr) return kNothingDone;
  Progress progress;
  const BuildEvents events{[&](const std::string& refusal) {
                             progress.clear();
                             print_error(refusal);
                           },
                           [&](std::uint64_t done) { progress.show(std::to_string(done) + " documents read"); },
                           [&](const std::string& stage) { progress.show(stage + " ..."); }};
  InputReader inputs(names, std::cin);
  BuildOptions options;
  options.threads = thread_count(arguments.threads);
  options.program_version = kProgramVersion;
  const Result<VerifyReport> verified = verify_graph(arguments.graph, inputs, *rules, options, events);
  progress.clear();
  if (!verified) {
    print_error(verified.error().message);
    return kNothingDone;
  }
  const VerifyReport& report = verified.value();
  for (const std::string& example : report.examples) std::printf("%s\n", example.c_str());
  const bool same = report.only_stored == 0 && report.only_rebuilt == 0;
  if (same) {
    std::printf("the graph is that of its sources: %s\n",
                (std::to_string(report.documents.done) + (report.documents.done == 1 ? " document" : " documents")).c_str());
  } else {
    std::printf("the graph differs from its sources: %s only in the graph, %s only of the sources\n",
                lines(report.only_stored).c_str(), lines(report.only_rebuilt).c_str());
  }
  if (report.documents.done == 0) return finish_output(kNothingDone);
  return finish_output(!same ? kAnswerIsNo : exit_code(report.documents.done, report.documents.refused));
}

}  // namespace quanhe
