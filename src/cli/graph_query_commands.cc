#include <unistd.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/query_options.h"
#include "cli/terminal.h"
#include "query/common.h"
#include "query/communities.h"
#include "query/neighbours_text.h"
#include "query/path.h"
#include "query/top.h"
#include "query/vocabulary.h"

namespace quanhe {
namespace {

// Where the name stands among the names.
template <typename Enum>
Enum named(const std::vector<std::string>& names, const std::string& name) {
  return static_cast<Enum>(std::find(names.begin(), names.end(), name) - names.begin());
}

// What is wrong with words of a question that the graph's ontology must know.
std::optional<Error> unknown_word(const Ontology& ontology, const std::vector<std::string>& relations,
                                  const std::vector<std::string>& types) {
  for (const auto& words : {find_relations(ontology, relations), find_types(ontology, types)}) {
    if (!words) return words.error();
  }
  return std::nullopt;
}

// Opens the graph, reads what the questions share, asks and prints. `ask(graph, selection)` gives a Result of an answer,
// `format(answer, format, width)` its text, `is_found(answer)` whether it is one.
template <typename Arguments, typename Ask, typename Format_, typename IsFound>
int answer_question(const Arguments& arguments, const std::vector<std::string>& types, const Ask& ask,
                    const Format_& format, const IsFound& is_found) {
  const Result<Selection> selection = selection_of(arguments.selection);
  if (!selection) return refuse(selection.error(), kWrongUse);
  StoredGraph* graph = open_graph_or_print(arguments.graph);
  if (graph == nullptr) return kNothingDone;
  const std::optional<Error> unknown = unknown_word(graph->ontology(), arguments.relations, types);
  if (unknown) return refuse(*unknown, kWrongUse);
  const auto answer = ask(*graph, selection.value());
  if (!answer) return refuse(answer.error(), kNothingDone);
  const Format form = parse_format(arguments.format).value_or(Format::kTable);
  return print_answer(format(answer.value(), form, terminal_width(STDOUT_FILENO)), is_found(answer.value()));
}

std::optional<std::size_t> limit_of(unsigned limit) {
  return limit == 0 ? std::nullopt : std::optional<std::size_t>(limit);
}

}  // namespace

int run_neighbours(const NeighboursArguments& arguments) {
  const auto ask = [&](StoredGraph& graph, const Selection& selection) {
    NeighbourQuestion question;
    question.name = arguments.name;
    question.hops = arguments.hops;
    question.relations = arguments.relations;
    question.types = arguments.types;
    question.direction = named<Direction>({"out", "in", "both"}, arguments.direction);
    question.order = named<NeighbourOrder>(neighbour_order_names(), arguments.sort);
    question.limit = limit_of(arguments.limit);
    question.selection = selection;
    return find_neighbours(graph, question);
  };
  return answer_question(arguments, arguments.types, ask, format_neighbours,
                         [](const NeighbourAnswer& answer) { return answer.name.outcome == NameOutcome::kFound; });
}

int run_path(const PathArguments& arguments) {
  const auto ask = [&](StoredGraph& graph, const Selection& selection) {
    return find_paths(graph, {arguments.from, arguments.to, arguments.count, arguments.relations, selection});
  };
  return answer_question(arguments, {}, ask, format_paths,
                         [](const PathAnswer& answer) { return !answer.paths.empty(); });
}

int run_common(const CommonArguments& arguments) {
  const auto ask = [&](StoredGraph& graph, const Selection& selection) {
    return find_common(graph, {arguments.from, arguments.to, arguments.relations, arguments.types,
                               limit_of(arguments.limit), selection});
  };
  return answer_question(arguments, arguments.types, ask, format_common,
                         [](const CommonAnswer& answer) { return answer.names.is_found(); });
}

int run_top(const TopArguments& arguments) {
  const auto ask = [&](StoredGraph& graph, const Selection& selection) {
    return find_top(graph, {named<TopOrder>(top_order_names(), arguments.by), arguments.limit, arguments.relations,
                            arguments.types, selection});
  };
  return answer_question(arguments, arguments.types, ask, format_top, [](const TopAnswer&) { return true; });
}

int run_communities(const CommunitiesArguments& arguments) {
  const auto ask = [&](StoredGraph& graph, const Selection& selection) {
    return list_communities(graph, {arguments.limit, arguments.members, arguments.relations, selection});
  };
  return answer_question(arguments, {}, ask, format_communities, [](const CommunityAnswer&) { return true; });
}

}  // namespace quanhe
