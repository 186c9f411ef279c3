#include "cli/workbench_options.h"

#include <string>

#include "cli/about.h"
#include "cli/usage.h"

namespace quanhe {
namespace {

const std::string kExitCodes =
    "Exit codes:\n"
    "  0  done\n"
    "  1  the answer is no: an example or a judged edge fails, an unknown rule\n"
    "  2  wrong use\n"
    "  3  done, but some input was refused\n"
    "  4  nothing done: the rules cannot be used";

void add_explain(CommandLine& program, ExplainArguments& arguments) {
  add_command(program, "explain", "Show why a text gives its edges: mentions, rules, words, references",
              [&arguments](CLI::App& command) {
    command.add_option("INPUT", arguments.inputs, "Files (.txt, .jsonl), folders with such files, or -\nfor one plain text from standard input")
        ->required()
        ->check(not_empty())
        ->option_text(" ");
    add_rules(command, arguments.rules);
    command.add_option("--rule", arguments.rule, "Show only what this rule had a part in")->check(not_empty())->option_text("ID");
    command.add_option("--html", arguments.html, "Write one page that stands alone instead")->check(not_empty())->option_text("FILE");
    add_color(command, arguments.color);
    command.footer(
        "Examples:\n"
        "  quanhe explain article.txt\n"
        "  echo \"Thủ tướng Phạm Minh Chính chúc mừng Lào.\" | quanhe explain -\n"
        "  quanhe explain news/ --rule met --html met.html\n\n" +
        kExitCodes);
  });
}

void add_why_not(CommandLine& program, WhyNotArguments& arguments) {
  add_command(program, "why-not", "Show how far a rule got in a sentence, and what stopped it",
              [&arguments](CLI::App& command) {
    command.add_option("RULE", arguments.rule, "Id of a rule: relation, entity, date, reference, frame or status")
        ->required()
        ->check(not_empty())
        ->option_text(" ");
    command.add_option("SENTENCE", arguments.sentence, "A sentence, or a text of several")
        ->required()
        ->check(not_empty())
        ->option_text(" ");
    add_rules(command, arguments.rules);
    add_color(command, arguments.color);
    command.footer(
        "Example:\n"
        "  quanhe why-not met \"Bộ trưởng Tô Lâm không gặp ai.\"\n\n" +
        kExitCodes);
  });
}

}  // namespace

void add_rules_test(CLI::App& rules_command, RulesTestArguments& arguments) {
  add_command(rules_command, "test", "Run the examples that stand inside rule files", [&arguments](CLI::App& command) {
    command.add_option("DIR", arguments.packs, "Folder of a pack; several are read together; when\nnot given:\n" + kDefaultRules)
        ->check(not_empty())
        ->option_text(" ");
    CLI::Option* rule = command.add_option("--rule", arguments.rule, "Run the examples of this rule only");
    rule->check(not_empty())->option_text("ID");
    CLI::Option* judgements = command.add_option(
        "--judgements", arguments.judgements,
        "Test as well the edges that people judged: the\njudgements.tsv of a graph, whose documents are read\nagain");
    judgements->check(not_empty())->option_text("FILE")->excludes(rule);
    command.add_option("--graph", arguments.graph, "The graph of the judgements; when not given: the\ngraph.db beside FILE")
        ->check(not_empty())
        ->option_text("DB")
        ->needs(judgements);
    command.add_flag("--watch", arguments.watch, "Run again whenever a file of the pack changes, until Ctrl-C");
    add_color(command, arguments.color);
    command.footer(
        "Examples:\n"
        "  quanhe rules test\n"
        "  quanhe rules test rules/vi-diplomacy --rule met --watch\n"
        "  quanhe rules test my-pack --judgements output/judgements.tsv\n\n" +
        kExitCodes);
  });
}

void add_workbench(CommandLine& program, WorkbenchArguments& arguments) {
  add_explain(program, arguments.explain);
  add_why_not(program, arguments.why_not);
}

std::optional<int> run_workbench(const std::string& command, WorkbenchArguments& arguments) {
  default_to_shipped(arguments.explain.rules);
  default_to_shipped(arguments.why_not.rules);
  if (command == "explain") return run_explain(arguments.explain);
  if (command == "why-not") return run_why_not(arguments.why_not);
  return std::nullopt;
}

}  // namespace quanhe
