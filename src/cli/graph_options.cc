#include "cli/graph_options.h"

#include <array>
#include <string>
#include <utility>

#include "cli/about.h"
#include "cli/query_options.h"
#include "cli/usage.h"

namespace quanhe {
namespace {

const std::string kExitCodes =
    "Exit codes:\n"
    "  0  done\n"
    "  1  the answer is no: an unknown name, document or edge, a graph that differs\n"
    "  2  wrong use\n"
    "  3  done, but some input was refused\n"
    "  4  nothing done: the graph cannot be read or changed";

void add_documents(CommandLine& program, DocumentsArguments& arguments) {
  add_command(program, "documents", "List the documents of the graph", [&arguments](CLI::App& command) {
    add_graph(command, arguments.graph);
    add_format(command, arguments.format);
    command.footer(
        "Examples:\n"
        "  quanhe documents\n"
        "  quanhe documents --format tsv > documents.tsv\n\n" +
        kExitCodes);
  });
}

void add_forget(CommandLine& program, ForgetArguments& arguments) {
  add_command(program, "forget", "Remove documents, and all that only they said", [&arguments](CLI::App& command) {
    command.add_option("DOCUMENT", arguments.documents, "Id, as 'quanhe documents' lists it")
        ->required()
        ->check(not_empty())
        ->option_text(" ");
    add_graph(command, arguments.graph);
    command.footer(
        "The files for other programs stay as they are until the next build, which reads\n"
        "the document again if it is still among its inputs.\n\n"
        "Examples:\n"
        "  quanhe forget 2021/06/07/bo-truong-gap\n\n" +
        kExitCodes);
  });
}

void add_dump(CommandLine& program, DumpArguments& arguments) {
  add_command(program, "dump", "Print everything that the graph holds, sorted, as JSON lines",
              [&arguments](CLI::App& command) {
    add_graph(command, arguments.graph);
    command.footer(
        "Two graphs hold the same if and only if their dumps are the same bytes, whatever\n"
        "the history of either.\n\n"
        "Examples:\n"
        "  quanhe dump | sha256sum\n"
        "  diff <(quanhe dump --graph a/graph.db) <(quanhe dump --graph b/graph.db)\n\n" +
        kExitCodes);
  });
}

void add_verify(CommandLine& program, VerifyArguments& arguments) {
  add_command(program, "verify", "Build the graph anew from its sources, aside, and compare",
              [&arguments](CLI::App& command) {
    add_inputs(command, arguments.inputs)->required(false);
    add_rules(command, arguments.rules);
    add_graph(command, arguments.graph);
    command.add_option("--threads", arguments.threads, "Threads; as many as the machine has when not given")
        ->check(whole_number(1, 1024))
        ->option_text("N");
    command.footer(
        "Without an INPUT it reads the files and folders that the documents came from.\n"
        "Lines that begin with - are in the graph only, those with + come of its sources\n"
        "only.\n\n"
        "Examples:\n"
        "  quanhe verify\n"
        "  quanhe verify news/ --graph graphs/today/graph.db\n\n" +
        kExitCodes);
  });
}

void add_decider(CLI::App& command, std::string& because, std::string& by) {
  command.add_option("--because", because, "Why, for those who read the ledger")->check(not_empty())->option_text("TEXT");
  command.add_option("--by", by, "Who decides; the user's name when not given")->check(not_empty())->option_text("NAME");
}

void add_decision(CLI::App& merge, MergeArguments& arguments, const std::string& decision, const std::string& what) {
  arguments.decision = decision;
  add_command(merge, decision, what, [&arguments](CLI::App& command) {
    command.add_option("KEPT", arguments.kept, "Name or id of the node that stays")
        ->required()
        ->check(not_empty())
        ->option_text(" ");
    command.add_option("OTHER", arguments.other, "Name or id of the node that becomes part of it")
        ->required()
        ->check(not_empty())
        ->option_text(" ");
    add_decider(command, arguments.because, arguments.by);
    add_graph(command, arguments.graph);
    command.footer(kExitCodes);
  });
}

void add_propose(CLI::App& merge, ProposeArguments& arguments) {
  add_command(merge, "propose", "List nodes that are likely one, with the reasons", [&arguments](CLI::App& command) {
    add_graph(command, arguments.graph);
    command.add_option("--type", arguments.types, "Of this type only, by name or label; may be given again")
        ->allow_extra_args(false)
        ->option_text("T");
    command.add_option("--limit", arguments.limit, "How many pairs at most; 50 when not given")
        ->check(whole_number(1, 1000000))
        ->option_text("N");
    add_format(command, arguments.format);
    command.footer(kExitCodes);
  });
}

void add_merge(CommandLine& program, GraphArguments& arguments) {
  add_command(program, "merge", "Decide which nodes are one", [&arguments](CLI::App& command) {
    command.require_subcommand(1);
    add_propose(command, arguments.propose);
    add_decision(command, arguments.accept, "accept", "Two nodes are one");
    add_decision(command, arguments.reject_merge, "reject", "Two nodes are not one, and are proposed no more");
    add_decision(command, arguments.undo_merge, "undo", "Take back what was decided about two nodes");
    command.footer(
        "Decisions are lines of merges.tsv beside the graph, and hold for every build.\n\n"
        "Examples:\n"
        "  quanhe merge propose --type Person\n"
        "  quanhe merge accept \"Prak Sokhonn\" \"Prắc Xô-khon\" --because \"same minister\"\n\n" +
        kExitCodes);
  });
}

void add_judgement(CommandLine& program, JudgeArguments& arguments, std::string_view name, std::string_view what,
                   bool needs_reason) {
  add_command(program, name, what, [&arguments, name, needs_reason](CLI::App& command) {
    for (const auto& [title, target] :
         {std::pair("FROM", &arguments.from), std::pair("RELATION", &arguments.relation), std::pair("TO", &arguments.to)}) {
      command
          .add_option(title, *target,
                      std::string_view(title) == "RELATION" ? "Name or label of the relation" : "Name, alias or id of a node")
          ->required()
          ->check(not_empty())
          ->option_text(" ");
    }
    add_decider(command, arguments.because, arguments.by);
    if (needs_reason) command.get_option("--because")->required();
    add_graph(command, arguments.graph);
    command.footer(
        "Judgements are lines of judgements.tsv beside the graph, and hold for every\n"
        "build.\n\n"
        "Examples:\n"
        "  quanhe " + std::string(name) + " \"Trùng Khánh\" located_in \"Trung Quốc\"" +
        (needs_reason ? " \\\n    --because \"the atlas says so\"" : "") + "\n\n" +
        kExitCodes);
  });
}

}  // namespace

void add_graph_commands(CommandLine& program, GraphArguments& arguments) {
  add_documents(program, arguments.documents);
  add_forget(program, arguments.forget);
  add_merge(program, arguments);
  add_judgement(program, arguments.confirm, "confirm", "Mark an edge as right", true);
  add_judgement(program, arguments.reject, "reject", "Take an edge out of the graph because it is wrong", true);
  add_judgement(program, arguments.undo, "undo", "Take back what was said of an edge with confirm or reject", false);
  add_dump(program, arguments.dump);
  add_verify(program, arguments.verify);
}

std::optional<int> run_graph_command(const std::string& command, GraphArguments& arguments) {
  if (arguments.verify.rules.empty()) arguments.verify.rules.emplace_back(kDefaultRules);
  if (command == "documents") return run_documents(arguments.documents);
  if (command == "forget") return run_forget(arguments.forget);
  if (command == "dump") return run_dump(arguments.dump);
  if (command == "verify") return run_verify(arguments.verify);
  if (command == "confirm") return run_judge(arguments.confirm, Judgement::kConfirmed);
  if (command == "reject") return run_judge(arguments.reject, Judgement::kRejected);
  if (command == "undo") return run_judge(arguments.undo, Judgement::kNone);
  if (command == "merge propose") return run_propose(arguments.propose);
  for (const MergeArguments* decision : {&arguments.accept, &arguments.reject_merge, &arguments.undo_merge}) {
    if (command == "merge " + decision->decision) return run_merge(*decision);
  }
  return std::nullopt;
}

}  // namespace quanhe
