#include <algorithm>

#include "base/decimal.h"
#include "extract/evaluate.h"

namespace quanhe {
namespace {

// Words of the text are numbers by the signs of its language; what a word class says is written as the pack's files
// are.
std::optional<Decimal> number_of(const WorkingDocument& work, const CaptureReference& reference,
                                 const FoundMatch& found, const CaptureValue& capture) {
  const bool class_says_it = !reference.feature.empty() || (capture.entry != nullptr && !reference.text);
  return Decimal::parse(capture_text(work, reference, found), class_says_it ? kPlainNumbers : work.rules.numbers);
}

}  // namespace

std::optional<AttributeValue> product_value(const WorkingDocument& work, const std::vector<Factor>& factors,
                                            const FoundMatch& found) {
  std::optional<Decimal> product;
  std::optional<Span> tokens;
  for (const Factor& factor : factors) {
    std::optional<Decimal> number = factor.number;
    if (factor.reference) {
      const std::optional<CaptureValue>& capture = found.captures[factor.reference->capture];
      if (!capture) return std::nullopt;
      const Span took = capture->tokens;
      tokens = tokens ? Span{std::min(tokens->start, took.start), std::max(tokens->end, took.end)} : took;
      number = number_of(work, *factor.reference, found, *capture);
    }
    if (!number) return std::nullopt;
    product = product ? product->times(*number) : number;
    if (!product) return std::nullopt;
  }
  if (!product) return std::nullopt;
  AttributeValue value;
  value.text = product->text();
  value.part.span = tokens;
  return value;
}

}  // namespace quanhe
