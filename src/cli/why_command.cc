#include "cli/commands.h"
#include "cli/query_options.h"
#include "cli/text_style.h"
#include "query/vocabulary.h"
#include "query/why.h"

namespace quanhe {

int run_why(const WhyArguments& arguments) {
  const Result<Selection> selection = selection_of(arguments.selection);
  if (!selection) return refuse(selection.error(), kWrongUse);
  std::optional<StoredGraph> graph = open_graph_or_print(arguments.graph);
  if (!graph) return kNothingDone;
  const auto relations = find_relations(graph->ontology(), arguments.relations);
  if (!relations) return refuse(relations.error(), kWrongUse);
  WhyQuestion question;
  question.from = arguments.from;
  question.to = arguments.to;
  question.relations = relations.value();
  question.limit = arguments.limit;
  question.selection = selection.value();
  const Result<WhyAnswer> answer = find_why(*graph, question);
  if (!answer) return refuse(answer.error(), kNothingDone);
  const Format format = parse_format(arguments.format).value_or(Format::kTable);
  return print_answer(format_why(answer.value(), format, text_style(arguments.color)), answer.value().is_found());
}

}  // namespace quanhe
