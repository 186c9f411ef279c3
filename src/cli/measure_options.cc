#include "cli/measure_options.h"

#include <string>

#include "cli/usage.h"

namespace quanhe {
namespace {

const std::string kExitCodes =
    "Exit codes:\n"
    "  0  done\n"
    "  2  wrong use\n"
    "  3  done, but some input was refused\n"
    "  4  nothing done: the rules or the gold cannot be used";

void add_eval(CLI::App& program, EvalArguments& arguments) {
  CLI::App& command = *program.add_subcommand("eval", "Score what is extracted against annotations that people made");
  command
      .add_option("GOLD_DIR", arguments.gold,
                  "Folder of annotations, a .json file for each document;\nsee docs/commands.md")
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
}

void default_to_shipped(std::vector<std::string>& packs) {
  if (packs.empty()) packs.emplace_back(QUANHE_DEFAULT_RULES);
}

}  // namespace

void add_measures(CLI::App& program, MeasureArguments& arguments) { add_eval(program, arguments.eval); }

std::optional<int> run_measure(const CLI::App& program, MeasureArguments& arguments) {
  default_to_shipped(arguments.eval.rules);
  if (program.got_subcommand("eval")) return run_eval(arguments.eval);
  return std::nullopt;
}

}  // namespace quanhe
