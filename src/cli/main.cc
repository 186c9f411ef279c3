#include <CLI/CLI.hpp>

#ifdef QUANHE_MIMALLOC
#include <mimalloc.h>
#endif

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

void add_build(CLI::App& program, BuildArguments& arguments) {
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

void add_extract(CLI::App& program, ExtractArguments& arguments) {
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

void add_serve(CLI::App& program, ServeArguments& arguments) {
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

// A long document comes after the tables that read the rules, and must not come on top of what these left behind.
void give_back_freed_memory_at_once() {
#ifdef QUANHE_MIMALLOC
#if MI_MALLOC_VERSION >= 210
  mi_option_set(mi_option_purge_delay, 0);
#else
  mi_option_set(mi_option_decommit_delay, 0);
#endif
#endif
}

}  // namespace

int main(int argc, char** argv) {
  give_back_freed_memory_at_once();
  // A reader that has seen enough ends the program quietly; a limit on the size of files is a write that fails.
  std::signal(SIGPIPE, SIG_DFL);
  std::signal(SIGXFSZ, SIG_IGN);
  // Apart from C's stdin, which nothing else reads, std::cin reads ahead and notices errors.
  std::ios::sync_with_stdio(false);
  CLI::App program("quanhe builds knowledge graphs from text with rules that people write.", "quanhe");
  program.get_formatter()->label("SUBCOMMAND", "COMMAND");
  program.get_formatter()->label("Positionals", "Arguments");
  program.set_version_flag("--version", "quanhe " + kProgramVersion + " (" + kCommit + ")",
                           "Print the version and exit");
  program.set_help_flag();  // each command would take a copy; it is given its own when it is used
  program.footer("'quanhe COMMAND --help' explains a command.\n\n" + kExitCodes);
  program.require_subcommand(1);
  BuildArguments build;
  ExtractArguments extract;
  ExportArguments exported;
  GraphQueryArguments graph_queries;
  RulesArguments rules;
  add_build(program, build);
  add_extract(program, extract);
  add_graph_queries(program, graph_queries, kExitCodes);
  add_export(program, exported);
  ServeArguments served;
  add_serve(program, served);
  QuestionArguments questions;
  add_questions(program, questions);
  add_rules_commands(program, rules, kExitCodes);
  WorkbenchArguments workbench;
  add_workbench(program, *program.get_subcommand("rules"), workbench);
  MeasureArguments measures;
  add_measures(program, *program.get_subcommand("rules"), measures);
  GraphArguments graph;
  add_graph_commands(program, graph);
  add_help_flag(program);
  try {
    program.parse(argc, argv);
  } catch (const CLI::Success& answered) {
    return program.exit(answered);
  } catch (const CLI::ParseError& error) {
    print_error(wrong_use(program, error));
    return kWrongUse;
  }
  if (build.rules.empty()) build.rules.emplace_back(kDefaultRules);
  if (extract.rules.empty()) extract.rules.emplace_back(kDefaultRules);
  if (const std::optional<int> code = run_workbench(program, *rules.command, workbench)) return *code;
  if (const std::optional<int> code = run_measure(program, *rules.command, measures)) return *code;
  if (const std::optional<int> code = run_graph_command(program, graph)) return *code;
  if (const std::optional<int> code = run_graph_query(program, graph_queries)) return *code;
  if (const std::optional<int> code = run_question(program, questions)) return *code;
  if (program.got_subcommand("build")) return run_build(build);
  if (program.got_subcommand("extract")) return run_extract(extract);
  if (program.got_subcommand("export")) return run_export(exported);
  if (program.got_subcommand("serve")) return run_serve(served);
  return run_rules(rules);
}
