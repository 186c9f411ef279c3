// Problem: draw n of the statements of many documents, each as likely as any other, without holding the documents or
// knowing how many statements will come, and draw the same ones again for the same seed.
//
// Idea: give each statement a number that looks random, the hash of the seed with all that makes the statement the one
// it is, and keep the n with the smallest numbers. Their order is then one of chance too, so that the first rows of the
// sheet are a sample of their own, for a person who marks only these.
//
// Works: another order of the documents, or one document more, leaves the other rows as they are. Does not: two
// statements that agree in document, place, rule, ends, relation and attributes are taken for one.
//
// Cost: statements × log n. Why not a reservoir: what it draws depends on the order in which documents come.
//
// Source: E. Cohen, H. Kaplan, "Summarizing data using bottom-k sketches" (2007).

#include "workbench/sample.h"

#include <optional>

#include "base/hash.h"
#include "base/tab_separated.h"
#include "workbench/sentence_texts.h"

namespace quanhe {
namespace {

std::string attributes_text(const Statement& statement) {
  std::string text;
  for (const auto& [name, value] : statement.attributes) text += (text.empty() ? "" : "; ") + name + ": " + value;
  return text;
}

// All that makes a statement the one it is.
std::string identity(const DocumentFacts& facts, const Statement& statement) {
  const Span span = statement.evidence.span;
  return std::to_string(span.start) + "\n" + std::to_string(span.end) + "\n" + facts.nodes[statement.from].id + "\n" +
         facts.nodes[statement.to].id + "\n" + statement.relation + "\n" + statement.evidence.rule + "\n" + facts.id +
         "\n" + attributes_text(statement);
}

std::string line_of(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) line += '\t';
    line += tab_separated_cell(cell);
  }
  return line + "\n";
}

std::string row_of(const DocumentFacts& facts, const Statement& statement, const SentenceTexts& sentences) {
  const Evidence& evidence = statement.evidence;
  return line_of({"", facts.nodes[statement.from].name, statement.relation, facts.nodes[statement.to].name,
                  std::string(to_string(statement.status)), attributes_text(statement),
                  sentences.at(evidence.span.start), evidence.quote, evidence.rule, facts.id});
}

}  // namespace

bool Sample::is_wanted(const Statement& statement) const {
  const Scoring& scoring = rules_.scoring;
  const std::string& relation = statement.relation;
  if (!is_shown(statement.status)) return false;
  if (!choice_.relations.empty() && !choice_.relations.contains(relation)) return false;
  if (!choice_.rules.empty() && !choice_.rules.contains(statement.evidence.rule)) return false;
  return !choice_.acts_only || (!scoring.not_acts.contains(relation) && !scoring.uncounted.contains(relation));
}

void Sample::add(const ReadFacts& read) {
  std::optional<SentenceTexts> sentences;
  for (const Statement& statement : read.facts.statements) {
    if (!is_wanted(statement)) continue;
    std::string own = identity(read.facts, statement);
    const std::uint64_t number = stable_hash(std::to_string(choice_.seed) + "\n" + own);
    auto key = std::pair(number, std::move(own));
    if (rows_.size() == choice_.size && key > rows_.rbegin()->first) continue;
    if (!sentences) sentences.emplace(read.document);
    rows_.emplace(std::move(key), row_of(read.facts, statement, *sentences));
    if (rows_.size() > choice_.size) rows_.erase(std::prev(rows_.end()));
  }
}

std::string Sample::to_sheet() const {
  std::string sheet =
      line_of({"judgement", "from", "relation", "to", "status", "attributes", "sentence", "quote", "rule", "document"});
  for (const auto& [key, row] : rows_) sheet += row;
  return sheet;
}

}  // namespace quanhe
