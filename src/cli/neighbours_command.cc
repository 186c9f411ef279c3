#include <unistd.h>

#include <cstdio>

#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "query/format.h"
#include "query/neighbours.h"

namespace quanhe {

int run_neighbours(const NeighboursArguments& arguments) {
  const Format format = parse_format(arguments.format).value_or(Format::kTable);
  Result<StoredGraph> graph = StoredGraph::open(arguments.graph);
  if (!graph) {
    print_error(graph.error().message);
    return kNothingDone;
  }
  NeighbourQuestion question;
  question.name = arguments.name;
  question.hops = arguments.hops;
  question.relations = arguments.relations;
  question.types = arguments.types;
  const Result<NeighbourAnswer> answer = find_neighbours(graph.value(), question);
  if (!answer) {
    print_error(answer.error().message);
    return kWrongUse;
  }
  const int width = terminal_width(STDOUT_FILENO);
  std::fputs(format_neighbours(answer.value(), format, width).c_str(), stdout);
  return answer.value().name.outcome == NameOutcome::kFound ? kDone : kAnswerIsNo;
}

}  // namespace quanhe
