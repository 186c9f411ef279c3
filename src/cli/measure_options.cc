#include "cli/measure_options.h"

#include <string>

#include "cli/about.h"
#include "cli/usage.h"

namespace quanhe {
namespace {

const std::string kExitCodes =
    "Exit codes:\n"
    "  0  done\n"
    "  1  the answer is no: an unknown rule or relation, an edge lost\n"
    "  2  wrong use\n"
    "  3  done, but some input was refused\n"
    "  4  nothing done: the rules, the gold or the sheet cannot be used";

void add_eval(CommandLine& program, EvalArguments& arguments) {
  add_command(program, "eval", "Score what is extracted against annotations that people made",
              [&arguments](CLI::App& command) {
    command
        .add_option("GOLD_DIR", arguments.gold, "Folder of annotations, a .json file a document;\nsee docs/commands.md")
        ->required()
        ->check(not_empty())
        ->option_text(" ");
    add_inputs(command, arguments.inputs);
    add_rules(command, arguments.rules);
    CLI::Option* summary = command.add_flag("--summary", arguments.summary, "Print the table of scores only");
    command.add_flag("--json", arguments.json, "Print everything as one JSON object")->excludes(summary);
    add_color(command, arguments.color);
    command.footer(
        "Examples:\n"
        "  quanhe eval gold/ news/\n"
        "  quanhe eval gold/ news/ --summary\n\n" +
        kExitCodes);
  });
}

void add_sample(CommandLine& program, SampleArguments& arguments) {
  add_command(program, "sample", "Draw statements to judge by hand, and score the judged sheet",
              [&arguments](CLI::App& command) {
    CLI::Option* inputs = add_inputs(command, arguments.inputs)->required(false);
    add_rules(command, arguments.rules);
    command.add_option("--relation", arguments.relations, "Draw from this relation only; may be given again")
        ->check(not_empty())
        ->allow_extra_args(false)
        ->option_text("R");
    command.add_option("--rule", arguments.only_rules, "Draw from what this rule made only;\nmay be given again")
        ->check(not_empty())
        ->allow_extra_args(false)
        ->option_text("ID");
    command.add_flag("--acts", arguments.acts, "Draw from acts only: what the pack's scoring has\nas such");
    command.add_option("-n,--number", arguments.size, "How many statements; 50 when not given")
        ->check(whole_number(1, 1000000))
        ->option_text("N");
    command.add_option("--seed", arguments.seed, "Another seed draws others; 1 when not given")
        ->check(whole_number(0, 4294967295))
        ->option_text("S");
    command.add_option("--score", arguments.sheet, "Score this judged sheet, and draw none")
        ->check(not_empty())
        ->excludes(inputs)
        ->option_text("SHEET");
    command.callback([&arguments] {
      if (arguments.inputs.empty() && arguments.sheet.empty()) throw CLI::RequiredError("INPUT");
    });
    command.footer(
        "Examples:\n"
        "  quanhe sample news/ -n 100 > sheet.tsv\n"
        "  quanhe sample news/ --relation met --seed 7 > met.tsv\n"
        "  quanhe sample --score sheet.tsv\n\n" +
        kExitCodes);
  });
}

}  // namespace

void add_rules_coverage(CLI::App& rules_command, RulesCoverageArguments& arguments) {
  add_command(rules_command, "coverage", "Show which rules fire over documents, and what none reads",
              [&arguments](CLI::App& command) {
    add_inputs(command, arguments.inputs);
    add_rules(command, arguments.rules);
    command.add_flag("--time", arguments.time, "Print the time that each rule's patterns take, too");
    command.add_option("--gaps", arguments.gaps, "How many gaps to show at most; 20 when not given")
        ->check(whole_number(0, 1000000))
        ->option_text("N");
    add_color(command, arguments.color);
    command.footer(
        "Examples:\n"
        "  quanhe rules coverage news/\n"
        "  quanhe rules coverage news/ --rules my-pack --gaps 50\n\n" +
        kExitCodes);
  });
}

void add_rules_diff(CLI::App& rules_command, RulesDiffArguments& arguments) {
  add_command(rules_command, "diff", "Show the edges that a new version of a pack gains and loses",
              [&arguments](CLI::App& command) {
    command.add_option("OLD", arguments.old_pack, "Folder of the pack as it was")
        ->required()
        ->check(not_empty())
        ->option_text(" ");
    command.add_option("NEW", arguments.new_pack, "Folder of the pack as it is now")
        ->required()
        ->check(not_empty())
        ->option_text(" ");
    add_inputs(command, arguments.inputs);
    add_color(command, arguments.color);
    command.footer(
        "Examples:\n"
        "  git worktree add ../before HEAD~1\n"
        "  quanhe rules diff ../before/my-pack my-pack news/\n\n" +
        kExitCodes);
  });
}

void add_measures(CommandLine& program, MeasureArguments& arguments) {
  add_eval(program, arguments.eval);
  add_sample(program, arguments.sample);
}

std::optional<int> run_measure(const std::string& command, MeasureArguments& arguments) {
  default_to_shipped(arguments.eval.rules);
  default_to_shipped(arguments.sample.rules);
  if (command == "eval") return run_eval(arguments.eval);
  if (command == "sample") return run_sample(arguments.sample);
  return std::nullopt;
}

}  // namespace quanhe
