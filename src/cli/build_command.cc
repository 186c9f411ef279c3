#include <cstdio>
#include <iostream>
#include <string>
#include <utility>

#include "cli/about.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "facts/ontology.h"
#include "pipeline/build.h"

namespace quanhe {
namespace {

std::string counted(std::uint64_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

void print_counts(const std::string& title, const std::vector<Count>& counts) {
  std::string line;
  for (const Count& count : counts) line += (line.empty() ? "" : ", ") + count.name + " " + std::to_string(count.count);
  if (!line.empty()) std::printf("  %s: %s\n", title.c_str(), line.c_str());
}

// "3 new, 1 changed, 2 removed, 40 unchanged": what is none is left out.
std::string changes(const BuildReport& report) {
  std::string text;
  for (const auto& [count, what] : {std::pair(report.added, "new"), std::pair(report.changed, "changed"),
                                    std::pair(report.removed, "removed"),
                                    std::pair(report.documents.skipped, "unchanged")}) {
    if (count > 0) text += (text.empty() ? "" : ", ") + std::to_string(count) + ' ' + what;
  }
  return text.empty() ? "none" : text;
}

void print_report(const BuildReport& report) {
  for (const auto& path : report.written) std::printf("wrote %s\n", path.string().c_str());
  for (const std::string& note : report.notes) print_warning(note);
  std::printf("documents: %s\n", changes(report).c_str());
  const Figures& figures = report.figures;
  if (figures.documents == 0) return;
  std::printf("%s from %s\n", counted(figures.documents, "document", "documents").c_str(),
              counted(figures.sources, "independent source", "independent sources").c_str());
  std::printf("%s in %s\n", counted(figures.nodes, "node", "nodes").c_str(),
              counted(figures.components, "connected part", "connected parts").c_str());
  print_counts("by type", figures.nodes_by_type);
  std::printf("%s from %s\n", counted(figures.edges, "relation", "relations").c_str(),
              counted(figures.statements, "statement", "statements").c_str());
  print_counts("by kind", figures.edges_by_relation);
  if (figures.hidden_edges > 0) {
    std::printf("  kept but not shown, because denied or only asked for: %s\n",
                std::to_string(figures.hidden_edges).c_str());
  }
}

}  // namespace

int run_build(const BuildArguments& arguments) {
  const auto rules = load_rules_or_print(arguments.rules);
  if (rules == nullptr) return kNothingDone;
  Progress progress;
  const BuildEvents events{[&](const std::string& refusal) {
                             progress.clear();
                             print_error(refusal);
                           },
                           [&](std::uint64_t done) { progress.show(counted(done, "document", "documents") + " read"); },
                           [&](const std::string& stage) { progress.show(stage + " ..."); }};
  InputReader inputs(arguments.inputs, std::cin);
  const Result<BuildReport> report =
      build_graph(inputs, *rules,
                  {arguments.output, thread_count(arguments.threads), kProgramVersion, !arguments.no_export,
                   arguments.prune},
                  events);
  progress.clear();
  if (!report) {
    print_error(report.error().message);
    return kNothingDone;
  }
  const ExtractReport& documents = report.value().documents;
  if (report.value().written.empty()) {
    print_error("no document could be read, so nothing was written");
  } else {
    print_report(report.value());
    // The graph is there all the same.
    if (const Result<void> printed = flush_output(); !printed) print_warning(printed.error().message);
  }
  if (documents.refused > 0) print_warning(counted(documents.refused, "input", "inputs") + " refused");
  return exit_code(documents.done + documents.skipped, documents.refused);
}

}  // namespace quanhe
