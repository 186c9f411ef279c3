#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"

namespace quanhe {

// A text in Unicode's composed form (NFC) that knows where its bytes stood before. Most news is composed
// already: then the text is the original and the map is empty.
class NormalizedText {
 public:
  // `original` must be valid UTF-8 below 2 GiB. Cost: one pass; a second one over text that is not composed.
  explicit NormalizedText(std::string original);

  const std::string& text() const { return changes_.empty() ? original_ : normalized_; }
  const std::string& original() const { return original_; }

  // Bytes of text() → the bytes of original() that they come from. A span that cuts a composed sequence
  // grows to the whole sequence.
  Span to_original(Span span) const;

 private:
  struct Change {
    Span normalized;
    Span original;
  };

  std::string original_;
  std::string normalized_;
  std::vector<Change> changes_;  // the places where the texts differ, in order
};

}  // namespace quanhe
