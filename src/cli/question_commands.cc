#include <unistd.h>

#include <functional>

#include "cli/commands.h"
#include "cli/query_options.h"
#include "cli/terminal.h"
#include "cli/text_style.h"
#include "query/card.h"
#include "query/contradictions.h"
#include "query/facts_list.h"
#include "query/sql_text.h"
#include "query/stats.h"
#include "query/text_search.h"
#include "query/timeline.h"
#include "query/vocabulary.h"
#include "query/why.h"
#include "store/read_view.h"

namespace quanhe {
namespace {

int table_width() { return terminal_width(STDOUT_FILENO); }

// Opens the graph, puts the question and prints the answer. `Question` has a selection, which is filled in, and its
// `relations`, if it has some, are checked before it is put.
template <typename Arguments, typename Question, typename Find, typename Print>
int ask(const Arguments& arguments, Question question, const std::vector<std::string>& relations, const Find& find,
        const Print& print) {
  Result<Selection> selection = selection_of(arguments.selection);
  if (!selection) return refuse(selection.error(), kWrongUse);
  question.selection = std::move(selection).value();
  StoredGraph* graph = open_graph_or_print(arguments.graph);
  if (graph == nullptr) return kNothingDone;
  const auto known = find_relations(graph->ontology(), relations);
  if (!known) return refuse(known.error(), kWrongUse);
  const auto answer = find(*graph, question);
  if (!answer) return refuse(answer.error(), kNothingDone);
  const Format format = parse_format(arguments.format).value_or(Format::kTable);
  return print_answer(print(answer.value(), format), answer.value().is_found());
}

}  // namespace

int run_show(const NodeArguments& arguments) {
  return ask(arguments, CardQuestion{arguments.name}, {}, find_card, [&](const CardAnswer& answer, Format format) {
    return format_card(answer, format, text_style(arguments.color));
  });
}

int run_why(const WhyArguments& arguments) {
  return ask(arguments, WhyQuestion{arguments.from, arguments.to, arguments.relations, arguments.limit},
             arguments.relations, find_why, [&](const WhyAnswer& answer, Format format) {
               return format_why(answer, format, text_style(arguments.color));
             });
}

int run_facts(const FactsArguments& arguments) {
  return ask(arguments,
             FactsQuestion{arguments.name, arguments.from, arguments.to, arguments.relations, arguments.limit},
             arguments.relations, find_facts, [](const FactsAnswer& answer, Format format) {
               return format_facts(answer, format, table_width());
             });
}

int run_timeline(const NodeArguments& arguments) {
  return ask(arguments, TimelineQuestion{arguments.name, arguments.relations}, arguments.relations, find_timeline,
             [](const TimelineAnswer& answer, Format format) { return format_timeline(answer, format, table_width()); });
}

int run_search(const SearchArguments& arguments) {
  return ask(arguments, SearchQuestion{arguments.text, arguments.limit}, {}, find_text,
             [&](const SearchAnswer& answer, Format format) {
               return format_search(answer, format, text_style(arguments.color));
             });
}

int run_contradictions(const WholeArguments& arguments) {
  return ask(arguments, ContradictionsQuestion{arguments.relations}, arguments.relations, find_contradictions,
             [&](const ContradictionsAnswer& answer, Format format) {
               return format_contradictions(answer, format, text_style(arguments.color));
             });
}

int run_stats(const WholeArguments& arguments) {
  const Result<Selection> selection = selection_of(arguments.selection);
  if (!selection) return refuse(selection.error(), kWrongUse);
  Result<View> stored = read_view(arguments.graph);
  if (!stored) return refuse(stored.error(), kNothingDone);
  const View view = narrowed(std::move(stored).value(), selection.value());
  const Format format = parse_format(arguments.format).value_or(Format::kTable);
  return print_answer(format_stats(count_all(view), format, table_width()), true);
}

int run_sql(const SqlArguments& arguments) {
  const Result<SqlAnswer> answer = ask_sql(arguments.graph, arguments.statement, arguments.timeout);
  if (!answer) return refuse(answer.error(), kNothingDone);
  const Format format = parse_format(arguments.format).value_or(Format::kTable);
  return print_answer(format_sql(answer.value(), format, table_width()), true);
}

}  // namespace quanhe
