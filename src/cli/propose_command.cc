#include <unistd.h>

#include <cstdio>

#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "query/merge_candidates_text.h"
#include "query/vocabulary.h"

namespace quanhe {

int run_propose(const ProposeArguments& arguments) {
  Result<StoredGraph> graph = StoredGraph::open(arguments.graph);
  if (!graph) {
    print_error(graph.error().message);
    return kNothingDone;
  }
  const auto types = find_types(graph.value().ontology(), arguments.types);
  if (!types) {
    print_error(types.error().message);
    return kWrongUse;
  }
  const auto candidates = propose_merges(graph.value(), {types.value(), arguments.limit});
  if (!candidates) {
    print_error(candidates.error().message);
    return kNothingDone;
  }
  const Format format = parse_format(arguments.format).value_or(Format::kTable);
  std::fputs(format_merge_candidates(candidates.value(), format, terminal_width(STDOUT_FILENO)).c_str(), stdout);
  return finish_output(kDone);
}

}  // namespace quanhe
