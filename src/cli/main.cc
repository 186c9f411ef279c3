#include <CLI/CLI.hpp>

#include <csignal>
#include <string>

#include "cli/commands.h"

namespace {

using namespace quanhe;

constexpr const char* kFooter =
    "Exit codes: 0 done; 1 the answer is no; 2 wrong use; 3 done, but some input was refused; 4 nothing done.";

void add_rules(CLI::App& command, std::vector<std::string>& rules) {
  command
      .add_option("--rules", rules, "Folder of a pack of rules; given again, a later pack adds to and replaces entries")
      ->type_name("DIR")
      ->default_str(QUANHE_DEFAULT_RULES);
}

void add_inputs(CLI::App& command, std::vector<std::string>& inputs) {
  command
      .add_option("INPUT", inputs,
                  "Files (.txt, .jsonl), folders with such files, or - for JSON lines: "
                  "{\"id\", \"text\", \"date\"?, \"url\"?, \"title\"?}")
      ->required();
}

void add_threads(CLI::App& command, unsigned& threads) {
  command.add_option("--threads", threads, "Threads; as many as the machine has when not given")
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U));
}

void add_build(CLI::App& program, BuildArguments& arguments) {
  CLI::App& command = *program.add_subcommand("build", "Build the graph of documents and write it into a folder");
  add_inputs(command, arguments.inputs);
  add_rules(command, arguments.rules);
  command.add_option("--output", arguments.output, "Folder to write to")->type_name("DIR")->capture_default_str();
  add_threads(command, arguments.threads);
}

void add_extract(CLI::App& program, ExtractArguments& arguments) {
  CLI::App& command =
      *program.add_subcommand("extract", "Print the facts of each document with their evidence, one JSON object a line");
  add_inputs(command, arguments.inputs);
  add_rules(command, arguments.rules);
  add_threads(command, arguments.threads);
}

void add_neighbours(CLI::App& program, NeighboursArguments& arguments) {
  CLI::App& command = *program.add_subcommand("neighbours", "Show what stands next to a name in the graph");
  command.add_option("NAME", arguments.name, "Name or alias, with or without diacritics")->required();
  command.add_option("--graph", arguments.graph, "The graph")->type_name("FILE")->capture_default_str();
  command.add_option("--hops", arguments.hops, "How far to go")
      ->type_name("N")
      ->check(CLI::Range(1U, 1000U))
      ->capture_default_str();
  command.add_option("--relation", arguments.relations, "Go over this relation only; may be given again")->type_name("R");
  command.add_option("--type", arguments.types, "Show nodes of this type only; may be given again")->type_name("T");
  command.add_option("--format", arguments.format, "table, json or tsv")
      ->type_name("F")
      ->check(CLI::IsMember({"table", "json", "tsv"}))
      ->capture_default_str();
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_DFL);
  CLI::App program("quanhe builds knowledge graphs from text with rules that people write.", "quanhe");
  program.set_version_flag("--version", std::string("quanhe ") + QUANHE_VERSION + " (" + QUANHE_COMMIT + ")");
  program.footer(kFooter);
  program.require_subcommand(1);
  BuildArguments build;
  ExtractArguments extract;
  NeighboursArguments neighbours;
  add_build(program, build);
  add_extract(program, extract);
  add_neighbours(program, neighbours);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? kDone : kWrongUse;
  }
  if (build.rules.empty()) build.rules.emplace_back(QUANHE_DEFAULT_RULES);
  if (extract.rules.empty()) extract.rules.emplace_back(QUANHE_DEFAULT_RULES);
  if (program.got_subcommand("build")) return run_build(build);
  if (program.got_subcommand("extract")) return run_extract(extract);
  return run_neighbours(neighbours);
}
