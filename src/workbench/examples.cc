#include "workbench/examples.h"

#include <algorithm>
#include <set>

#include "rules/example_edge.h"
#include "workbench/read_text.h"

namespace quanhe {
namespace {

enum class Listing : std::uint8_t { kAllActs, kSome };

class ExampleRun {
 public:
  ExampleRun(const RuleSet& rules, std::string rule, Listing listing)
      : rules_(rules), rule_(std::move(rule)), listing_(listing) {}

  ExampleOutcome run(const RuleExample& example) const {
    ExampleOutcome outcome{rule_, &example, {}, {}, {}, ""};
    DocumentSource source;
    source.id = "example";
    source.text = example.text;
    const auto read = read_text(std::move(source), rules_, ExtractStep::kDone);
    if (!read) {
      outcome.error = read.error().message;
      return outcome;
    }
    compare(read.value()->work, outcome);
    return outcome;
  }

 private:
  // One order of the ends where the relation has none.
  ExampleEdge key(ExampleEdge edge) const {
    const bool symmetric = rules_.ontology.relations[edge.relation].symmetric;
    if (symmetric && edge.to < edge.from) std::swap(edge.from, edge.to);
    return edge;
  }

  // A state that another rule makes, as an office's, goes without saying.
  bool needs_mention(const Fact& fact) const {
    if (listing_ == Listing::kSome) return false;
    return !rules_.ontology.relations[fact.relation].state || fact.rule == rule_;
  }

  void compare(const WorkingDocument& work, ExampleOutcome& outcome) const {
    std::set<ExampleEdge> wanted;
    for (const ExampleEdge& edge : outcome.example->edges) wanted.insert(key(edge));
    std::set<ExampleEdge> got;
    std::set<ExampleEdge> unexpected;
    for (const Fact& fact : work.facts) {
      if (!is_shown(fact.status)) continue;
      const ExampleEdge edge = key({work.nodes[fact.from].name, fact.relation, work.nodes[fact.to].name});
      got.insert(edge);
      if (needs_mention(fact) && !wanted.contains(edge)) unexpected.insert(edge);
    }
    for (const ExampleEdge& edge : outcome.example->edges) {
      (got.contains(key(edge)) ? outcome.found : outcome.missing).push_back(to_text(edge, rules_.ontology));
    }
    for (const ExampleEdge& edge : unexpected) outcome.unexpected.push_back(to_text(edge, rules_.ontology));
  }

  const RuleSet& rules_;
  std::string rule_;
  Listing listing_;
};

constexpr int kMarkColumns = 12;  // of "unexpected" and what stands around it

// An edge in one of two columns, cut in lines that fit.
std::vector<std::string> cell(const std::string& edge, int columns) {
  std::vector<std::string> lines;
  std::string text = wrapped(printable(edge), "", columns);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string row(const std::string& mark, const std::string& expected, const std::string& got, int columns) {
  const std::vector<std::string> left = cell(expected, columns);
  const std::vector<std::string> right = cell(got, columns);
  std::string text;
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    std::string line = padded(i == 0 ? "  " + mark : "", kMarkColumns + 2);
    line += padded(i < left.size() ? left[i] : "", columns) + "  " + (i < right.size() ? right[i] : "");
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::string failure(const ExampleOutcome& outcome, const TextStyle& style) {
  const RuleExample& example = *outcome.example;
  std::string text = style.bold(printable(example.path) + ":" + std::to_string(example.line)) + ": example of \"" +
                     outcome.rule + "\" " + style.bad("fails") + "\n";
  text += wrapped(printable(example.text), "  ", style.width);
  if (!outcome.error.empty()) return text + wrapped(outcome.error, "  not read: ", style.width) + "\n";
  const int columns = (style.width - kMarkColumns - 4) / 2;
  text += row("", "expected", "got", columns);
  for (const std::string& edge : outcome.found) text += row("", edge, edge, columns);
  for (const std::string& edge : outcome.missing) text += row(style.bad("missing"), edge, "-", columns);
  for (const std::string& edge : outcome.unexpected) text += row(style.bad("unexpected"), "-", edge, columns);
  if (example.edges.empty() && outcome.unexpected.empty()) text += row("", "nothing", "nothing", columns);
  return text + "\n";
}

}  // namespace

std::vector<ExampleOutcome> run_examples(const RuleSet& rules, const std::string& rule) {
  std::vector<ExampleOutcome> outcomes;
  const auto run_all = [&](const std::string& id, const std::vector<RuleExample>& examples, Listing listing) {
    if (!rule.empty() && id != rule) return;
    for (const RuleExample& example : examples) outcomes.push_back(ExampleRun(rules, id, listing).run(example));
  };
  for (const EntityStep& step : rules.entity_steps) {
    for (const EntityRule& entity : step.rules) run_all(entity.id, entity.examples, Listing::kSome);
  }
  for (const RelationRule& relation : rules.relations) run_all(relation.id, relation.examples, Listing::kAllActs);
  return outcomes;
}

std::string to_text(const std::vector<ExampleOutcome>& outcomes, const TextStyle& style) {
  std::string text;
  std::set<std::string> rules;
  std::size_t failed = 0;
  for (const ExampleOutcome& outcome : outcomes) {
    rules.insert(outcome.rule);
    if (outcome.passed()) continue;
    ++failed;
    text += failure(outcome, style);
  }
  text += counted(outcomes.size(), "example", "examples") + " of " + counted(rules.size(), "rule", "rules") + ": ";
  if (failed == 0) return text + style.good("all pass") + "\n";
  return text + std::to_string(outcomes.size() - failed) + " pass, " +
         style.bad(std::to_string(failed) + (failed == 1 ? " fails" : " fail")) + "\n";
}

}  // namespace quanhe
