#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>

#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "facts/date.h"
#include "pipeline/change_graph.h"
#include "query/format.h"
#include "query/names.h"
#include "query/vocabulary.h"

namespace quanhe {
namespace {

std::string today() {
  const auto days = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()).time_since_epoch().count();
  return to_iso(plus_days({1970, 1, 1}, static_cast<int>(days)));
}

std::string decider(const std::string& named) {
  if (!named.empty()) return named;
  const char* user = std::getenv("USER");
  return user == nullptr ? "" : user;
}

// The id of the node that the name means, or nothing after the candidates or the error were printed; `code` is then the exit
// code.
std::optional<std::string> id_of(StoredGraph& graph, const std::string& name, int& code) {
  const Result<NameAnswer> answer = find_node(graph, name);
  if (!answer) {
    print_error(answer.error().message);
    code = kNothingDone;
    return std::nullopt;
  }
  if (answer.value().outcome == NameOutcome::kFound) return answer.value().candidates.front().node.id;
  std::fputs(format_name_answer(answer.value(), Format::kTable, terminal_width(STDOUT_FILENO)).c_str(), stdout);
  code = finish_output(kAnswerIsNo);
  return std::nullopt;
}

// Takes the decision and says so.
template <typename Line>
int carry_out(const std::string& graph, const Line& line, const std::string& what) {
  if (const Result<void> decided = decide(graph, line); !decided) {
    print_error(decided.error().message);
    return kNothingDone;
  }
  std::printf("%s\n", what.c_str());
  return finish_output(kDone);
}

// The last line of the ledger about these two, by ids or by the names that they have of their own.
const MergeLine* find_line(StoredGraph& graph, const Ledgers& ledgers, const MergeArguments& arguments) {
  const auto is = [&](const std::string& id, const std::string& asked) {
    const auto ids = graph.own_ids_named(asked);
    return id == asked || (ids && std::find(ids.value().begin(), ids.value().end(), id) != ids.value().end());
  };
  for (auto line = ledgers.merges.rbegin(); line != ledgers.merges.rend(); ++line) {
    const bool same = (is(line->kept, arguments.kept) && is(line->other, arguments.other)) ||
                      (is(line->kept, arguments.other) && is(line->other, arguments.kept));
    if (same) return &*line;
  }
  return nullptr;
}

int undo_merge(StoredGraph& graph, const MergeArguments& arguments) {
  const Result<Ledgers> ledgers = graph.ledgers();
  if (!ledgers) {
    print_error(ledgers.error().message);
    return kNothingDone;
  }
  const MergeLine* line = find_line(graph, ledgers.value(), arguments);
  if (line == nullptr || line->decision == MergeDecision::kUndo) {
    print_error("nothing was decided about '" + arguments.kept + "' and '" + arguments.other + "'");
    return kAnswerIsNo;
  }
  return carry_out(
      arguments.graph,
      MergeLine{MergeDecision::kUndo, line->kept, line->other, decider(arguments.by), today(), arguments.because},
      "undone: " + line->kept + " and " + line->other);
}

}  // namespace

int run_merge(const MergeArguments& arguments) {
  Result<StoredGraph> graph = StoredGraph::open(arguments.graph);
  if (!graph) {
    print_error(graph.error().message);
    return kNothingDone;
  }
  if (arguments.decision == "undo") return undo_merge(graph.value(), arguments);
  int code = kDone;
  const std::optional<std::string> kept = id_of(graph.value(), arguments.kept, code);
  if (!kept) return code;
  const std::optional<std::string> other = id_of(graph.value(), arguments.other, code);
  if (!other) return code;
  if (*kept == *other) {
    print_error("'" + arguments.kept + "' and '" + arguments.other + "' are one already: " + *kept);
    return kAnswerIsNo;
  }
  const bool accept = arguments.decision == "accept";
  return carry_out(arguments.graph,
                   MergeLine{accept ? MergeDecision::kAccept : MergeDecision::kReject, *kept, *other,
                             decider(arguments.by), today(), arguments.because},
                   *other + (accept ? " is now part of " : " is not ") + *kept);
}

int run_judge(const JudgeArguments& arguments, Judgement judgement) {
  Result<StoredGraph> graph = StoredGraph::open(arguments.graph);
  if (!graph) {
    print_error(graph.error().message);
    return kNothingDone;
  }
  const auto relations = find_relations(graph.value().ontology(), {arguments.relation});
  if (!relations) {
    print_error(relations.error().message);
    return kWrongUse;
  }
  int code = kDone;
  const std::optional<std::string> from = id_of(graph.value(), arguments.from, code);
  if (!from) return code;
  const std::optional<std::string> to = id_of(graph.value(), arguments.to, code);
  if (!to) return code;
  for (const std::string& relation : relations.value()) {
    const Result<bool> there = graph.value().has_edge(*from, relation, *to);
    if (!there) {
      print_error(there.error().message);
      return kNothingDone;
    }
    if (!there.value()) continue;
    const char* done = judgement == Judgement::kNone ? "undone" : judgement == Judgement::kConfirmed ? "confirmed" : "rejected";
    return carry_out(
        arguments.graph,
        JudgementLine{judgement, *from, relation, *to, decider(arguments.by), today(), arguments.because},
        std::string(done) + ": " + *from + ' ' + relation + ' ' + *to);
  }
  print_error("no document says so: " + *from + " " + arguments.relation + " " + *to);
  return kAnswerIsNo;
}

}  // namespace quanhe
