#include "workbench/evaluation.h"

#include <utility>

namespace quanhe {

Evaluation::Evaluation(std::vector<GoldDocument> gold, const RuleSet& rules) : gold_(std::move(gold)), rules_(rules) {
  for (const GoldDocument& document : gold_) {
    numbers_.emplace(document.id, report_.documents.size());
    report_.documents.push_back({document.id, false, {}});
  }
}

void Evaluation::add(const ReadFacts& read) {
  const auto number = numbers_.find(read.facts.id);
  if (number == numbers_.end()) {
    ++report_.without_gold;
    return;
  }
  EvaluatedDocument& document = report_.documents[number->second];
  SentenceTexts sentences(read.document);
  document.read = true;
  document.findings = score_document(gold_[number->second], read.facts, &sentences, rules_, report_.score);
}

EvaluationReport Evaluation::finish() {
  for (std::size_t i = 0; i < gold_.size(); ++i) {
    EvaluatedDocument& document = report_.documents[i];
    if (!document.read) document.findings = score_document(gold_[i], {}, nullptr, rules_, report_.score);
  }
  return std::move(report_);
}

}  // namespace quanhe
