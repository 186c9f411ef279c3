#include <unistd.h>

#include <cstdio>

#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "query/format.h"
#include "query/neighbours.h"
#include "query/vocabulary.h"

namespace quanhe {

int run_neighbours(const NeighboursArguments& arguments) {
  const Format format = parse_format(arguments.format).value_or(Format::kTable);
  Result<StoredGraph> graph = StoredGraph::open(arguments.graph);
  if (!graph) {
    print_error(graph.error().message);
    return kNothingDone;
  }
  const Ontology& ontology = graph.value().ontology();
  const auto relations = find_relations(ontology, arguments.relations);
  const auto types = find_types(ontology, arguments.types);
  for (const auto& words : {relations, types}) {
    if (words) continue;
    print_error(words.error().message);
    return kWrongUse;
  }
  NeighbourQuestion question;
  question.name = arguments.name;
  question.hops = arguments.hops;
  question.relations = relations.value();
  question.types = types.value();
  const Result<NeighbourAnswer> answer = find_neighbours(graph.value(), question);
  if (!answer) {
    print_error(answer.error().message);
    return kNothingDone;
  }
  const int width = terminal_width(STDOUT_FILENO);
  std::fputs(format_neighbours(answer.value(), format, width).c_str(), stdout);
  if (const Result<void> written = flush_output(); !written) {
    print_error(written.error().message);
    return kNothingDone;
  }
  return answer.value().name.outcome == NameOutcome::kFound ? kDone : kAnswerIsNo;
}

}  // namespace quanhe
