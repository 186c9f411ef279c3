#include "text/normalize.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/stringpiece.h>

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "text/icu.h"

namespace quanhe {

NormalizedText::NormalizedText(std::string original) : original_(std::move(original)) {
  const icu::StringPiece source(original_.data(), static_cast<std::int32_t>(original_.size()));
  UErrorCode code = U_ZERO_ERROR;
  if (icu_nfc().isNormalizedUTF8(source, code)) return;
  icu::Edits edits;
  icu::StringByteSink<std::string> sink(&normalized_);
  icu_nfc().normalizeUTF8(0, source, sink, &edits, code);
  QUANHE_CHECK(U_SUCCESS(code));
  icu::Edits::Iterator change = edits.getFineChangesIterator();
  while (change.next(code)) {
    const auto to = static_cast<std::uint32_t>(change.destinationIndex());
    const auto from = static_cast<std::uint32_t>(change.sourceIndex());
    changes_.push_back({{to, to + static_cast<std::uint32_t>(change.newLength())},
                        {from, from + static_cast<std::uint32_t>(change.oldLength())}});
  }
  QUANHE_CHECK(U_SUCCESS(code));
}

Span NormalizedText::to_original(Span span) const {
  if (changes_.empty()) return span;
  const auto locate = [this](std::uint32_t offset, bool is_end) {
    // The last change that begins before the offset decides: the offset lies within it or after it.
    const auto after = std::partition_point(changes_.begin(), changes_.end(), [&](const Change& change) {
      return is_end ? change.normalized.start < offset : change.normalized.start <= offset;
    });
    if (after == changes_.begin()) return offset;
    const Change& change = *std::prev(after);
    const bool within = is_end ? offset <= change.normalized.end : offset < change.normalized.end;
    if (within) return is_end ? change.original.end : change.original.start;
    return change.original.end + (offset - change.normalized.end);
  };
  return {locate(span.start, false), locate(span.end, true)};
}

}  // namespace quanhe
