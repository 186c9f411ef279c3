#include "cli/questions.h"

#include <string>

#include "cli/query_options.h"
#include "cli/usage.h"

namespace quanhe {
namespace {

const std::string kExitCodes =
    "Exit codes:\n"
    "  0  done\n"
    "  1  the answer is no: an unknown or ambiguous name, nothing found\n"
    "  2  wrong use\n"
    "  4  nothing done: the graph cannot be read";

void add_limit(CLI::App& command, unsigned& limit, const std::string& help) {
  command.add_option("--limit", limit, help)->check(whole_number(1, 1000000000))->option_text("N");
}

void add_why(CLI::App& program, WhyArguments& arguments) {
  CLI::App& command = *program.add_subcommand("why", "Show the words that link two names in the graph");
  add_name(command, arguments.from, "A");
  add_name(command, arguments.to, "B");
  add_relations(command, arguments.relations, "This relation only, by name or label; may be\ngiven again");
  add_limit(command, arguments.limit, "How many quotations of each edge at most; one of\neach source comes first");
  add_selection(command, arguments.selection);
  add_graph(command, arguments.graph);
  add_format(command, arguments.format);
  add_color(command, arguments.color);
  command.footer(
      "Examples:\n"
      "  quanhe why \"bui thanh son\" \"prak sokhonn\"\n"
      "  quanhe why \"Việt Nam\" Campuchia --relation \"hợp tác với\" --limit 3\n"
      "  quanhe why \"Tô Lâm\" \"Sar Kheng\" --format markdown > notes.md\n\n" +
      kExitCodes);
}

}  // namespace

void add_questions(CLI::App& program, QuestionArguments& arguments) { add_why(program, arguments.why); }

std::optional<int> run_question(const CLI::App& program, const QuestionArguments& arguments) {
  if (program.got_subcommand("why")) return run_why(arguments.why);
  return std::nullopt;
}

}  // namespace quanhe
