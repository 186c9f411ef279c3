#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <variant>

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

std::string described(const MergeLine& line) { return line.kept + " and " + line.other; }
std::string described(const JudgementLine& line) { return line.from + ' ' + line.relation + ' ' + line.to; }

// A decision that cannot be made: the reason was printed, and this is the exit code.
struct Refusal {
  int code = kAnswerIsNo;
};

template <typename Line>
using Decision = std::variant<Line, Refusal>;

Refusal refused(const std::string& message, int code = kAnswerIsNo) {
  print_error(message);
  return {code};
}

// The id of the node that the name means, or a refusal after the candidates were printed.
std::variant<std::string, Refusal> id_of(StoredGraph& graph, const std::string& name) {
  const Result<NameAnswer> answer = find_node(graph, name);
  if (!answer) return refused(answer.error().message, kNothingDone);
  if (answer.value().outcome == NameOutcome::kFound) return answer.value().candidates.front().node.id;
  std::fputs(format_name_answer(answer.value(), Format::kTable, terminal_width(STDOUT_FILENO)).c_str(), stdout);
  return Refusal{finish_output(kAnswerIsNo)};
}

// Takes the decision, or passes the refusal on. The graph that was asked is closed by now: it would keep the change out.
template <typename Line>
int carry_out(const std::string& graph, const Decision<Line>& decision, const std::string& what) {
  if (const auto* refusal = std::get_if<Refusal>(&decision)) return refusal->code;
  const Line& line = std::get<Line>(decision);
  if (const Result<void> decided = decide(graph, line); !decided) {
    return refused(decided.error().message, kNothingDone).code;
  }
  std::printf("%s: %s\n", what.c_str(), described(line).c_str());
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

Decision<MergeLine> undone_merge(StoredGraph& graph, const MergeArguments& arguments) {
  const Result<Ledgers> ledgers = graph.ledgers();
  if (!ledgers) return refused(ledgers.error().message, kNothingDone);
  const MergeLine* line = find_line(graph, ledgers.value(), arguments);
  if (line == nullptr || line->decision == MergeDecision::kUndo) {
    return refused("nothing was decided about '" + arguments.kept + "' and '" + arguments.other + "'");
  }
  return MergeLine{MergeDecision::kUndo, line->kept, line->other, decider(arguments.by), today(), arguments.because};
}

Decision<MergeLine> merge_line(const MergeArguments& arguments) {
  Result<StoredGraph> graph = StoredGraph::open(arguments.graph);
  if (!graph) return refused(graph.error().message, kNothingDone);
  if (arguments.decision == "undo") return undone_merge(graph.value(), arguments);
  const auto kept = id_of(graph.value(), arguments.kept);
  if (const auto* refusal = std::get_if<Refusal>(&kept)) return *refusal;
  const auto other = id_of(graph.value(), arguments.other);
  if (const auto* refusal = std::get_if<Refusal>(&other)) return *refusal;
  const std::string& kept_id = std::get<std::string>(kept);
  const std::string& other_id = std::get<std::string>(other);
  if (kept_id == other_id) {
    return refused("'" + arguments.kept + "' and '" + arguments.other + "' are one already: " + kept_id);
  }
  return MergeLine{arguments.decision == "accept" ? MergeDecision::kAccept : MergeDecision::kReject, kept_id, other_id,
                   decider(arguments.by), today(), arguments.because};
}

Decision<JudgementLine> judgement_line(const JudgeArguments& arguments, Judgement judgement) {
  Result<StoredGraph> graph = StoredGraph::open(arguments.graph);
  if (!graph) return refused(graph.error().message, kNothingDone);
  const auto relations = find_relations(graph.value().ontology(), {arguments.relation});
  if (!relations) return refused(relations.error().message, kWrongUse);
  const auto from = id_of(graph.value(), arguments.from);
  if (const auto* refusal = std::get_if<Refusal>(&from)) return *refusal;
  const auto to = id_of(graph.value(), arguments.to);
  if (const auto* refusal = std::get_if<Refusal>(&to)) return *refusal;
  const std::string& start = std::get<std::string>(from);
  const std::string& end = std::get<std::string>(to);
  for (const std::string& relation : relations.value()) {
    const Result<bool> there = graph.value().has_edge(start, relation, end);
    if (!there) return refused(there.error().message, kNothingDone);
    if (there.value()) {
      return JudgementLine{judgement, start, relation, end, decider(arguments.by), today(), arguments.because};
    }
  }
  return refused("no document says so: " + start + ' ' + arguments.relation + ' ' + end);
}

}  // namespace

int run_merge(const MergeArguments& arguments) {
  const bool undo = arguments.decision == "undo";
  return carry_out(arguments.graph, merge_line(arguments),
                   undo ? "undone" : arguments.decision == "accept" ? "one from now on" : "two from now on");
}

int run_judge(const JudgeArguments& arguments, Judgement judgement) {
  return carry_out(arguments.graph, judgement_line(arguments, judgement),
                   judgement == Judgement::kNone        ? "undone"
                   : judgement == Judgement::kConfirmed ? "confirmed"
                                                        : "rejected");
}

}  // namespace quanhe
