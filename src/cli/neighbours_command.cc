#include <unistd.h>

#include "cli/commands.h"
#include "cli/query_options.h"
#include "cli/terminal.h"
#include "query/neighbours_text.h"
#include "query/vocabulary.h"

namespace quanhe {

int run_neighbours(const NeighboursArguments& arguments) {
  std::optional<StoredGraph> graph = open_graph_or_print(arguments.graph);
  if (!graph) return kNothingDone;
  const auto relations = find_relations(graph->ontology(), arguments.relations);
  const auto types = find_types(graph->ontology(), arguments.types);
  for (const auto& words : {relations, types}) {
    if (!words) return refuse(words.error(), kWrongUse);
  }
  NeighbourQuestion question;
  question.name = arguments.name;
  question.hops = arguments.hops;
  question.relations = relations.value();
  question.types = types.value();
  const Result<NeighbourAnswer> answer = find_neighbours(*graph, question);
  if (!answer) return refuse(answer.error(), kNothingDone);
  const Format format = parse_format(arguments.format).value_or(Format::kTable);
  return print_answer(format_neighbours(answer.value(), format, terminal_width(STDOUT_FILENO)),
                      answer.value().name.outcome == NameOutcome::kFound);
}

}  // namespace quanhe
