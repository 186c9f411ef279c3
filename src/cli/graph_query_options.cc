#include "cli/graph_query_options.h"

#include <string>

#include "cli/query_options.h"
#include "cli/usage.h"
#include "query/neighbours.h"
#include "query/top.h"

namespace quanhe {
namespace {

void add_types(CLI::App& command, std::vector<std::string>& types) {
  command.add_option("--type", types, "Show nodes of this type only, by name or label;\nmay be given again")
      ->allow_extra_args(false)
      ->option_text("T");
}

void add_limit(CLI::App& command, unsigned& limit, const std::string& help) {
  command.add_option("--limit", limit, help)->check(whole_number(1, 1000000000))->option_text("N");
}

void add_neighbours(CommandLine& program, NeighboursArguments& arguments, const std::string& exit_codes) {
  add_command(program, "neighbours", "Show what stands next to a name in the graph",
              [&arguments, &exit_codes](CLI::App& command) {
    add_name(command, arguments.name);
    add_graph(command, arguments.graph);
    command.add_option("--hops", arguments.hops, "How many edges to go at most; 1 when not given")
        ->check(whole_number(1, 1000))
        ->option_text("N");
    add_relations(command, arguments.relations, "Go over this relation only, by name or label;\nmay be given again");
    add_types(command, arguments.types);
    command.add_option("--direction", arguments.direction, "Go along edges (out), against them (in) or both\nways; 'both' when not given")
        ->check(one_of({"out", "in", "both"}))
        ->option_text("D");
    command.add_option("--sort", arguments.sort, "hop, name, confidence, statements, sources or\ndate; 'hop' when not given")
        ->check(one_of(neighbour_order_names()))
        ->option_text("S");
    add_limit(command, arguments.limit, "Show so many rows at most");
    add_selection(command, arguments.selection);
    add_format(command, arguments.format);
    command.footer(
        "Examples:\n"
        "  quanhe neighbours \"bui thanh son\"\n"
        "  quanhe neighbours ASEAN --hops 2 --type Country\n"
        "  quanhe neighbours \"Việt Nam\" --relation \"cảm ơn\" --format tsv > thanks.tsv\n"
        "  quanhe neighbours \"Việt Nam\" --from 2021-06 --sort date --limit 10\n\n" +
        exit_codes);
  });
}

void add_path(CommandLine& program, PathArguments& arguments, const std::string& exit_codes) {
  add_command(program, "path", "Show the shortest ways from one name to another",
              [&arguments, &exit_codes](CLI::App& command) {
    add_name(command, arguments.from, "A");
    add_name(command, arguments.to, "B");
    add_graph(command, arguments.graph);
    command.add_option("-k,--count", arguments.count, "How many ways, the shortest first; 1 when not\ngiven")
        ->check(whole_number(1, 1000))
        ->option_text("K");
    add_relations(command, arguments.relations, "Go over this relation only, by name or label;\nmay be given again");
    add_selection(command, arguments.selection);
    add_format(command, arguments.format);
    command.footer(
        "A way meets nothing twice, and may go against the direction of edges.\n\n"
        "Examples:\n"
        "  quanhe path \"to lam\" ASEAN\n"
        "  quanhe path \"to lam\" ASEAN -k 5 --format json\n\n" +
        exit_codes);
  });
}

void add_common(CommandLine& program, CommonArguments& arguments, const std::string& exit_codes) {
  add_command(program, "common", "Show what stands next to both of two names",
              [&arguments, &exit_codes](CLI::App& command) {
    add_name(command, arguments.from, "A");
    add_name(command, arguments.to, "B");
    add_graph(command, arguments.graph);
    add_relations(command, arguments.relations, "Go over this relation only, by name or label;\nmay be given again");
    add_types(command, arguments.types);
    add_limit(command, arguments.limit, "Show so many nodes at most");
    add_selection(command, arguments.selection);
    add_format(command, arguments.format);
    command.footer(
        "Examples:\n"
        "  quanhe common \"Việt Nam\" Campuchia\n"
        "  quanhe common \"Việt Nam\" Campuchia --type Person\n\n" +
        exit_codes);
  });
}

void add_top(CommandLine& program, TopArguments& arguments, const std::string& exit_codes) {
  add_command(program, "top", "Show the most important nodes of the graph",
              [&arguments, &exit_codes](CLI::App& command) {
    add_graph(command, arguments.graph);
    command.add_option("--by", arguments.by, "pagerank or degree, the number of edges;\n'pagerank' when not given")
        ->check(one_of(top_order_names()))
        ->option_text("M");
    add_types(command, arguments.types);
    add_relations(command, arguments.relations, "Count edges of this relation only, by name or\nlabel; may be given again");
    add_limit(command, arguments.limit, "Show so many nodes at most; 20 when not given");
    add_selection(command, arguments.selection);
    add_format(command, arguments.format);
    command.footer(
        "Examples:\n"
        "  quanhe top\n"
        "  quanhe top --by degree --type Person --limit 5\n\n" +
        exit_codes);
  });
}

void add_communities(CommandLine& program, CommunitiesArguments& arguments, const std::string& exit_codes) {
  add_command(program, "communities", "Show groups of nodes that have most to do with each other",
              [&arguments, &exit_codes](CLI::App& command) {
    add_graph(command, arguments.graph);
    add_relations(command, arguments.relations, "Count edges of this relation only, by name or\nlabel; may be given again");
    add_limit(command, arguments.limit, "Show so many groups at most; 20 when not given");
    command.add_option("--members", arguments.members, "Show so many nodes of each at most; 10 when not\ngiven")
        ->check(whole_number(1, 1000000000))
        ->option_text("N");
    add_selection(command, arguments.selection);
    add_format(command, arguments.format);
    command.footer(
        "Examples:\n"
        "  quanhe communities\n"
        "  quanhe communities --members 1000000000 --format tsv > communities.tsv\n\n" +
        exit_codes);
  });
}

}  // namespace

void add_graph_queries(CommandLine& program, GraphQueryArguments& arguments, const std::string& exit_codes) {
  add_neighbours(program, arguments.neighbours, exit_codes);
  add_path(program, arguments.path, exit_codes);
  add_common(program, arguments.common, exit_codes);
  add_top(program, arguments.top, exit_codes);
  add_communities(program, arguments.communities, exit_codes);
}

std::optional<int> run_graph_query(const std::string& command, const GraphQueryArguments& arguments) {
  if (command == "neighbours") return run_neighbours(arguments.neighbours);
  if (command == "path") return run_path(arguments.path);
  if (command == "common") return run_common(arguments.common);
  if (command == "top") return run_top(arguments.top);
  if (command == "communities") return run_communities(arguments.communities);
  return std::nullopt;
}

}  // namespace quanhe
