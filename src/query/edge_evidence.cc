#include "query/edge_evidence.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace quanhe {

std::vector<std::size_t> order_of_quotation(std::span<const Weight> statements) {
  std::vector<std::size_t> order(statements.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto key = [&](std::size_t place) {
    const Weight& weight = statements[place];
    return std::tuple(-static_cast<int>(weight.status), -weight.confidence, weight.document_date, weight.document,
                      weight.number);
  };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  std::map<std::int64_t, std::size_t> heard;
  std::vector<std::size_t> turns(statements.size());
  for (const std::size_t place : order) turns[place] = heard[statements[place].source]++;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return turns[a] < turns[b]; });
  return order;
}

void write_judgement(JsonWriter& json, const StoredJudgement& judgement) {
  if (judgement.judgement == Judgement::kNone) return;
  json.key("judgement");
  json.begin_object();
  json.field("decision", decision_name(judgement.judgement));
  json.field("because", judgement.because);
  json.field("who", judgement.who);
  json.field("when", judgement.when);
  json.end_object();
}

void write_evidence(JsonWriter& json, const StoredJudgement& judgement, std::span<const Quotation> quotations,
                    std::size_t total) {
  json.begin_object();
  write_judgement(json, judgement);
  json.key("evidence");
  json.begin_array();
  for (const Quotation& quotation : quotations) {
    json.begin_object();
    write_quotation(json, quotation);
    json.end_object();
  }
  json.end_array();
  json.key("total");
  json.integer(static_cast<std::int64_t>(total));
  json.end_object();
}

std::string_view decision_name(Judgement judgement) {
  switch (judgement) {
    case Judgement::kConfirmed: return "confirmed";
    case Judgement::kRejected: return "rejected";
    case Judgement::kNone: break;
  }
  return "";
}

}  // namespace quanhe
