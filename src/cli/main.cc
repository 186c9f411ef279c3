#include <CLI/CLI.hpp>

#include <csignal>
#include <ios>
#include <optional>
#include <string>

#include "cli/about.h"
#include "cli/commands.h"
#include "cli/export_options.h"
#include "cli/graph_options.h"
#include "cli/graph_query_options.h"
#include "cli/measure_options.h"
#include "cli/messages.h"
#include "cli/query_options.h"
#include "cli/questions.h"
#include "cli/rules_commands.h"
#include "cli/usage.h"
#include "cli/workbench_options.h"

namespace {

using namespace quanhe;

const std::string kExitCodes =
    "Exit codes:\n"
    "  0  done\n"
    "  1  the answer is no: an unknown or ambiguous name, faulty rules\n"
    "  2  wrong use\n"
    "  3  done, but some input was refused\n"
    "  4  nothing done";

void add_threads(CLI::App& command, unsigned& threads) {
  command.add_option("--threads", threads, "Threads; as many as the machine has when not given")
      ->check(whole_number(1, 1024))
      ->option_text("N");
}

void add_build(CommandLine& program, BuildArguments& arguments) {
  add_command(program, "build", "Build the graph of documents and write it into a folder",
              [&arguments](CLI::App& command) {
    add_inputs(command, arguments.inputs);
    add_rules(command, arguments.rules);
    command.add_option("--output", arguments.output, "Folder to write to, made when missing; 'output'\nwhen not given")
        ->check(not_empty())
        ->option_text("DIR");
    add_threads(command, arguments.threads);
    command.add_flag("--no-export", arguments.no_export, "Write graph.db only, not the files for other\nprograms");
    command.add_flag("--prune", arguments.prune,
                     "Remove the documents that came from the named\nfiles and folders and are not there any more");
    command.footer(
        "Documents that graph.db holds already, and that have not changed, are not read\n"
        "again; others stay in it. Writes graph.db, which the other commands ask;\n"
        "graph.html to look at in a browser; graph.graphml, graph.gexf, graph.jsonld and\n"
        "graph.dot for other programs; and the pictures graph.svg and graph.png unless\n"
        "the graph is too big to draw.\n\n"
        "Examples:\n"
        "  quanhe build news/\n"
        "  quanhe build day.jsonl more/ --output graphs/today\n"
        "  zcat archive.jsonl.gz | quanhe build -\n\n" +
        kExitCodes);
  });
}

void add_extract(CommandLine& program, ExtractArguments& arguments) {
  add_command(program, "extract", "Print the facts of documents with evidence, as JSON lines",
              [&arguments](CLI::App& command) {
    add_inputs(command, arguments.inputs);
    add_rules(command, arguments.rules);
    add_threads(command, arguments.threads);
    command.footer(
        "Examples:\n"
        "  quanhe extract article.txt\n"
        "  quanhe extract news/ > facts.jsonl\n\n" +
        kExitCodes);
  });
}

void add_serve(CommandLine& program, ServeArguments& arguments) {
  add_command(program, "serve", "Show the graph in a browser, on this machine only", [&arguments](CLI::App& command) {
    add_graph(command, arguments.graph);
    command.add_option("--port", arguments.port, "Port to listen on; any that is free when not given")
        ->check(whole_number(0, 65535))
        ->option_text("N");
    command.add_flag("--open", arguments.open, "Open the browser of the desktop");
    command.footer(
        "Prints the address to open, which holds a password of its own, and answers until\n"
        "it is ended with Ctrl-C. The graph is only read, and may be built meanwhile.\n\n"
        "Examples:\n"
        "  quanhe serve --open\n"
        "  quanhe serve --graph graphs/today/graph.db --port 8080\n\n" +
        kExitCodes);
  });
}

struct Arguments {
  BuildArguments build;
  ExtractArguments extract;
  GraphQueryArguments graph_queries;
  ExportArguments exported;
  ServeArguments served;
  QuestionArguments questions;
  RulesArguments rules;
  WorkbenchArguments workbench;
  MeasureArguments measures;
  GraphArguments graph;
};

// In the order in which the help lists them.
void add_commands(CommandLine& program, Arguments& arguments) {
  add_build(program, arguments.build);
  add_extract(program, arguments.extract);
  add_graph_queries(program, arguments.graph_queries, kExitCodes);
  add_export(program, arguments.exported);
  add_serve(program, arguments.served);
  add_questions(program, arguments.questions);
  add_rules_commands(program, arguments.rules, kExitCodes);
  add_workbench(program, arguments.workbench);
  add_measures(program, arguments.measures);
  add_graph_commands(program, arguments.graph);
}

int run(const std::string& command, Arguments& arguments) {
  default_to_shipped(arguments.build.rules);
  default_to_shipped(arguments.extract.rules);
  if (command == "build") return run_build(arguments.build);
  if (command == "extract") return run_extract(arguments.extract);
  if (command == "export") return run_export(arguments.exported);
  if (command == "serve") return run_serve(arguments.served);
  if (const std::optional<int> code = run_rules(command, arguments.rules)) return *code;
  if (const std::optional<int> code = run_workbench(command, arguments.workbench)) return *code;
  if (const std::optional<int> code = run_measure(command, arguments.measures)) return *code;
  if (const std::optional<int> code = run_graph_query(command, arguments.graph_queries)) return *code;
  if (const std::optional<int> code = run_question(command, arguments.questions)) return *code;
  return run_graph_command(command, arguments.graph).value_or(kWrongUse);
}

}  // namespace

int main(int argc, char** argv) {
  // A reader that has seen enough ends the program quietly; a limit on the size of files is a write that fails.
  std::signal(SIGPIPE, SIG_DFL);
  std::signal(SIGXFSZ, SIG_IGN);
  // Apart from C's stdin, which nothing else reads, std::cin reads ahead and notices errors.
  std::ios::sync_with_stdio(false);
  CommandLine program("quanhe builds knowledge graphs from text with rules that people write.", "quanhe",
                      argc > 1 ? argv[1] : "");
  program.get_formatter()->label("SUBCOMMAND", "COMMAND");
  program.get_formatter()->label("Positionals", "Arguments");
  program.set_version_flag("--version", "quanhe " + kProgramVersion + " (" + kCommit + ")",
                           "Print the version and exit");
  program.set_help_flag();  // each command would take a copy; it is given its own when it is used
  program.footer("'quanhe COMMAND --help' explains a command.\n\n" + kExitCodes);
  program.require_subcommand(1);
  Arguments arguments;
  add_commands(program, arguments);
  if (!program.has_commands()) {
    program.want_all();
    add_commands(program, arguments);
  }
  add_help_flag(program);
  try {
    program.parse(argc, argv);
  } catch (const CLI::Success& answered) {
    return program.exit(answered);
  } catch (const CLI::ParseError& error) {
    print_error(wrong_use(program, error));
    return kWrongUse;
  }
  return run(program.used(), arguments);
}
