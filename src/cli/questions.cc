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

const std::string kOneRelation = "This relation only, by name or label; may be\ngiven again";

void add_show(CommandLine& program, NodeArguments& arguments) {
  add_command(program, "show", "Show the card of a name: aliases, offices, relations", [&arguments](CLI::App& command) {
    add_name(command, arguments.name);
    add_selection(command, arguments.selection);
    add_graph(command, arguments.graph);
    add_format(command, arguments.format);
    add_color(command, arguments.color);
    command.footer(
        "Examples:\n"
        "  quanhe show \"bui thanh son\"\n"
        "  quanhe show \"Việt Nam\" --known-by 2021-06 --format json\n\n" +
        kExitCodes);
  });
}

void add_why(CommandLine& program, WhyArguments& arguments) {
  add_command(program, "why", "Show the words that link two names in the graph", [&arguments](CLI::App& command) {
    add_name(command, arguments.from, "A");
    add_name(command, arguments.to, "B");
    add_relations(command, arguments.relations, kOneRelation);
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
  });
}

void add_facts(CommandLine& program, FactsArguments& arguments) {
  add_command(program, "facts", "List facts by name, ends, relation, time and status", [&arguments](CLI::App& command) {
    add_name(command, arguments.name)->required(false);
    command.add_option("--from-node", arguments.from, "Facts that lead from this name only")
        ->check(not_empty())
        ->option_text("NAME");
    command.add_option("--to-node", arguments.to, "Facts that lead to this name only")
        ->check(not_empty())
        ->option_text("NAME");
    add_relations(command, arguments.relations, kOneRelation);
    add_limit(command, arguments.limit, "How many facts at most");
    add_selection(command, arguments.selection);
    add_graph(command, arguments.graph);
    add_format(command, arguments.format);
    command.footer(
        "Examples:\n"
        "  quanhe facts \"bui thanh son\" --from 2021-06 --to 2021-08\n"
        "  quanhe facts --relation met --format tsv > meetings.tsv\n"
        "  quanhe facts --to-node ASEAN --status all\n\n" +
        kExitCodes);
  });
}

void add_timeline(CommandLine& program, NodeArguments& arguments) {
  add_command(program, "timeline", "List what is dated about a name, the earliest first",
              [&arguments](CLI::App& command) {
    add_name(command, arguments.name);
    add_relations(command, arguments.relations, kOneRelation);
    add_selection(command, arguments.selection);
    add_graph(command, arguments.graph);
    add_format(command, arguments.format);
    command.footer(
        "Examples:\n"
        "  quanhe timeline \"Tô Lâm\"\n"
        "  quanhe timeline ASEAN --from 2020 --format markdown\n\n" +
        kExitCodes);
  });
}

void add_search(CommandLine& program, SearchArguments& arguments) {
  add_command(program, "search", "Find names and sentences that hold some words", [&arguments](CLI::App& command) {
    command
        .add_option("TEXT", arguments.text,
                    "Words, all of which are to be found; diacritics\nmay be left out, and what has them comes first")
        ->required()
        ->check(not_empty())
        ->option_text(" ");
    add_limit(command, arguments.limit, "How many names and sentences at most; 20 when not\ngiven");
    add_selection(command, arguments.selection);
    add_graph(command, arguments.graph);
    add_format(command, arguments.format);
    add_color(command, arguments.color);
    command.footer(
        "Examples:\n"
        "  quanhe search \"hop tac quoc phong\"\n"
        "  quanhe search COVID-19 --limit 5 --format jsonl\n\n" +
        kExitCodes);
  });
}

void add_contradictions(CommandLine& program, WholeArguments& arguments) {
  add_command(program, "contradictions", "Show what is said and cannot be true at once",
              [&arguments](CLI::App& command) {
    add_relations(command, arguments.relations, kOneRelation);
    add_selection(command, arguments.selection);
    add_graph(command, arguments.graph);
    add_format(command, arguments.format);
    add_color(command, arguments.color);
    command.footer(
        "The rules say what cannot be: see 'exclusive' and 'date_of' in docs/rules.md.\n\n"
        "Examples:\n"
        "  quanhe contradictions\n"
        "  quanhe contradictions --relation \"giữ chức tại\" --format markdown\n\n" +
        kExitCodes);
  });
}

void add_stats(CommandLine& program, WholeArguments& arguments) {
  add_command(program, "stats", "Count documents, nodes, edges and statements", [&arguments](CLI::App& command) {
    add_selection(command, arguments.selection);
    add_graph(command, arguments.graph);
    add_format(command, arguments.format);
    command.footer(
        "Examples:\n"
        "  quanhe stats\n"
        "  quanhe stats --status all --known-by 2021 --format tsv\n\n" +
        kExitCodes);
  });
}

void add_sql(CommandLine& program, SqlArguments& arguments) {
  add_command(program, "sql", "Ask the graph's tables with a SELECT, for reading only",
              [&arguments](CLI::App& command) {
    command.add_option("SELECT", arguments.statement, "One statement of SQLite; docs/store.md has the\ntables")
        ->required()
        ->check(not_empty())
        ->option_text(" ");
    command.add_option("--timeout", arguments.timeout, "Seconds after which to give up; 30 when not given")
        ->check(whole_number(1, 86400))
        ->option_text("S");
    add_graph(command, arguments.graph);
    add_format(command, arguments.format);
    command.footer(
        "Examples:\n"
        "  quanhe sql \"SELECT relation, count(*) FROM connections GROUP BY 1\"\n"
        "  quanhe sql \"SELECT * FROM entities\" --format tsv > entities.tsv\n\n" +
        kExitCodes);
  });
}

}  // namespace

void add_questions(CommandLine& program, QuestionArguments& arguments) {
  add_show(program, arguments.show);
  add_why(program, arguments.why);
  add_facts(program, arguments.facts);
  add_timeline(program, arguments.timeline);
  add_search(program, arguments.search);
  add_contradictions(program, arguments.contradictions);
  add_stats(program, arguments.stats);
  add_sql(program, arguments.sql);
}

std::optional<int> run_question(const std::string& command, const QuestionArguments& arguments) {
  if (command == "show") return run_show(arguments.show);
  if (command == "why") return run_why(arguments.why);
  if (command == "facts") return run_facts(arguments.facts);
  if (command == "timeline") return run_timeline(arguments.timeline);
  if (command == "search") return run_search(arguments.search);
  if (command == "contradictions") return run_contradictions(arguments.contradictions);
  if (command == "stats") return run_stats(arguments.stats);
  if (command == "sql") return run_sql(arguments.sql);
  return std::nullopt;
}

}  // namespace quanhe
