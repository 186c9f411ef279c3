#include "workbench/score.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "base/strings.h"
#include "workbench/align_nodes.h"

namespace quanhe {
namespace {

double ratio(std::uint64_t part, std::uint64_t rest) {
  const std::uint64_t whole = part + rest;
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

// Between two nodes of the gold; in one order where the relation has none.
using EdgeKey = std::tuple<std::string, std::uint32_t, std::uint32_t>;

// Statements of the facts that are one edge.
struct FoundEdge {
  std::optional<EdgeKey> key;  // none where an end is no node of the gold
  std::vector<const Statement*> statements;
};

class DocumentScorer {
 public:
  DocumentScorer(const GoldDocument& gold, const DocumentFacts& facts, SentenceTexts* sentences, const RuleSet& rules,
                 Score& score)
      : gold_(gold), facts_(facts), sentences_(sentences), rules_(rules), score_(score) {}

  std::vector<Finding> run() {
    matches_ = align_nodes(facts_.nodes, gold_.nodes, rules_.scoring);
    score_nodes();
    score_edges();
    return std::move(findings_);
  }

 private:
  void score_nodes() {
    std::set<std::uint32_t> matched;
    for (std::size_t i = 0; i < facts_.nodes.size(); ++i) {
      const Node& node = facts_.nodes[i];
      if (matches_[i]) {
        matched.insert(*matches_[i]);
        ++score_.types[gold_.nodes[*matches_[i]].type].found;
      } else {
        ++score_.types[node.type].false_alarms;
        std::vector<std::string> forms = node.aliases;
        forms.insert(forms.begin(), node.name);
        add_node(Finding::Kind::kFalseNode, node.type, node.written_name(), forms);
      }
    }
    for (std::uint32_t i = 0; i < gold_.nodes.size(); ++i) {
      if (matched.contains(i)) continue;
      const GoldNode& node = gold_.nodes[i];
      ++score_.types[node.type].missed;
      std::vector<std::string> forms = node.aliases;
      forms.insert(forms.begin(), node.name);
      add_node(Finding::Kind::kMissedNode, node.type, node.name, forms);
    }
  }

  void add_node(Finding::Kind kind, const std::string& type, const std::string& name,
                const std::vector<std::string>& forms) {
    Finding finding;
    finding.kind = kind;
    finding.what = type;
    finding.from = name;
    if (sentences_ != nullptr) finding.sentence = sentences_->with(forms);
    findings_.push_back(std::move(finding));
  }

  EdgeKey key(const std::string& relation, std::uint32_t from, std::uint32_t to) const {
    const Relation* known = rules_.ontology.find_relation(relation);
    if (known != nullptr && known->symmetric && to < from) std::swap(from, to);
    return {relation, from, to};
  }

  void score_edges() {
    std::set<EdgeKey> hard;
    std::map<EdgeKey, const GoldEdge*> wanted;
    std::vector<EdgeKey> order;
    for (const GoldEdge& edge : gold_.edges) {
      const EdgeKey place = key(edge.relation, edge.from, edge.to);
      if (edge.hard) {
        hard.insert(place);
      } else {
        if (!wanted.contains(place)) order.push_back(place);
        wanted[place] = &edge;
      }
    }
    std::set<EdgeKey> seen;
    for (const FoundEdge& edge : found_edges()) {
      if (edge.key && hard.contains(*edge.key)) continue;
      if (edge.key) seen.insert(*edge.key);
      const auto match = edge.key ? wanted.find(*edge.key) : wanted.end();
      judge(edge, match == wanted.end() ? nullptr : match->second);
    }
    for (const EdgeKey& place : order) {
      if (!seen.contains(place)) miss(*wanted[place]);
    }
  }

  // In the order of their first statements.
  std::vector<FoundEdge> found_edges() const {
    std::vector<FoundEdge> edges;
    std::map<std::tuple<bool, EdgeKey>, std::size_t> places;
    for (const Statement& statement : facts_.statements) {
      if (!is_shown(statement.status)) continue;
      const auto& from = matches_[statement.from];
      const auto& to = matches_[statement.to];
      const bool known = from && to;
      const EdgeKey place =
          known ? key(statement.relation, *from, *to) : EdgeKey{statement.relation, statement.from, statement.to};
      const auto [number, is_new] = places.emplace(std::tuple(known, place), edges.size());
      if (is_new) edges.push_back({known ? std::optional(place) : std::nullopt, {}});
      edges[number->second].statements.push_back(&statement);
    }
    return edges;
  }

  void judge(const FoundEdge& edge, const GoldEdge* match) {
    const std::string& relation = edge.statements.front()->relation;
    Counts& counts = score_.relations[relation];
    ++(match != nullptr ? counts.found : counts.false_alarms);
    std::set<std::string> made_by;
    for (const Statement* statement : edge.statements) made_by.insert(statement->evidence.rule);
    for (const std::string& rule : made_by) {
      RuleVerdicts& verdicts = score_.rules[rule];
      ++(match != nullptr ? verdicts.right : verdicts.wrong);
    }
    if (match == nullptr) {
      findings_.push_back(of_edge(Finding::Kind::kFalseEdge, edge, made_by));
    } else if (!match->date.empty() && rules_.scoring.dated.contains(relation)) {
      compare_dates(edge, *match, made_by);
    }
  }

  void compare_dates(const FoundEdge& edge, const GoldEdge& match, const std::set<std::string>& made_by) {
    std::set<std::string> dates;
    for (const Statement* statement : edge.statements) {
      for (const auto& [name, value] : statement->attributes) {
        if (name == "date") dates.insert(value);
      }
    }
    const bool right = dates.contains(match.date);
    ++(right ? score_.dates_right : score_.dates_wrong);
    if (right) return;
    Finding finding = of_edge(Finding::Kind::kWrongDate, edge, made_by);
    finding.expected_date = match.date;
    finding.found_dates.assign(dates.begin(), dates.end());
    findings_.push_back(std::move(finding));
  }

  Finding of_edge(Finding::Kind kind, const FoundEdge& edge, const std::set<std::string>& made_by) const {
    const Statement& first = *edge.statements.front();
    Finding finding;
    finding.kind = kind;
    finding.what = first.relation;
    finding.from = facts_.nodes[first.from].written_name();
    finding.to = facts_.nodes[first.to].written_name();
    finding.rules.assign(made_by.begin(), made_by.end());
    finding.quote = collapse_blanks(first.evidence.quote);
    if (sentences_ != nullptr) finding.sentence = sentences_->at(first.evidence.span.start);
    return finding;
  }

  void miss(const GoldEdge& edge) {
    ++score_.relations[edge.relation].missed;
    Finding finding;
    finding.kind = Finding::Kind::kMissedEdge;
    finding.what = edge.relation;
    finding.from = gold_.nodes[edge.from].name;
    finding.to = gold_.nodes[edge.to].name;
    finding.quote = collapse_blanks(edge.quote);
    if (sentences_ != nullptr) finding.sentence = sentences_->with({edge.quote});
    findings_.push_back(std::move(finding));
  }

  const GoldDocument& gold_;
  const DocumentFacts& facts_;
  SentenceTexts* sentences_;
  const RuleSet& rules_;
  Score& score_;
  std::vector<std::optional<std::uint32_t>> matches_;  // by node of the facts
  std::vector<Finding> findings_;
};

template <typename IsCounted>
Counts sum(const std::map<std::string, Counts>& by_name, IsCounted is_counted) {
  Counts total;
  for (const auto& [name, counts] : by_name) {
    if (is_counted(name)) total += counts;
  }
  return total;
}

}  // namespace

Counts& Counts::operator+=(const Counts& other) {
  found += other.found;
  false_alarms += other.false_alarms;
  missed += other.missed;
  return *this;
}

double Counts::precision() const { return ratio(found, false_alarms); }

double Counts::recall() const { return ratio(found, missed); }

double Counts::f1() const {
  const double sum = precision() + recall();
  return sum == 0.0 ? 0.0 : 2 * precision() * recall() / sum;
}

Counts Score::nodes(const Scoring& scoring) const {
  return sum(types, [&](const std::string& name) { return !scoring.uncounted.contains(name); });
}

Counts Score::edges(const Scoring& scoring) const {
  return sum(relations, [&](const std::string& name) { return !scoring.uncounted.contains(name); });
}

Counts Score::acts(const Scoring& scoring) const {
  return sum(relations, [&](const std::string& name) {
    return !scoring.uncounted.contains(name) && !scoring.not_acts.contains(name);
  });
}

std::string_view to_string(Finding::Kind kind) {
  switch (kind) {
    case Finding::Kind::kFalseNode: return "false node";
    case Finding::Kind::kMissedNode: return "missed node";
    case Finding::Kind::kFalseEdge: return "false edge";
    case Finding::Kind::kMissedEdge: return "missed edge";
    case Finding::Kind::kWrongDate: break;
  }
  return "wrong date";
}

std::vector<Finding> score_document(const GoldDocument& gold, const DocumentFacts& facts, SentenceTexts* sentences,
                                    const RuleSet& rules, Score& score) {
  return DocumentScorer(gold, facts, sentences, rules, score).run();
}

}  // namespace quanhe
