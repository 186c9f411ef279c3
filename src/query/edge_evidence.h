#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "json/json_writer.h"
#include "query/quotation.h"
#include "store/stored_evidence.h"

namespace quanhe {

// What decides when a statement of an edge is quoted.
struct Weight {
  Status status = Status::kHappened;
  int confidence = 0;  // thousandths
  std::string_view document_date;
  std::string_view document;  // its id
  std::int64_t number = 0;    // the order of the statements of one document
  std::int64_t source = 0;    // whichever way sources are numbered
};

// Positions in the order in which statements are quoted: the surest first, but one of each independent source before a
// second of any. Cost: n log n.
std::vector<std::size_t> order_of_quotation(std::span<const Weight> statements);

// "judgement" and its object, in an object that was begun; nothing where nobody judged.
void write_judgement(JsonWriter& json, const StoredJudgement& judgement);

// "Evidence" of docs/explorer.md, an object; `total` is how many quotations there are.
void write_evidence(JsonWriter& json, const StoredJudgement& judgement, std::span<const Quotation> quotations,
                    std::size_t total);

// "confirmed", "rejected", or "" where nobody judged.
std::string_view decision_name(Judgement judgement);

}  // namespace quanhe
