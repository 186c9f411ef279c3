#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "match/syntax.h"
#include "oracle/language.h"

namespace quanhe::oracle {

// A pattern with its names looked up, its phrases put in and its coordinations written out.
struct Item {
  enum class Kind : std::uint8_t {
    kSequence,
    kAlternatives,
    kRepeat,
    kWord,   // text, in lower case
    kClass,  // text: its name
    kType,   // types
    kName,
    kUpper,
    kNumber,
    kYear,
    kCode,
    kGap,      // maximum; types: of the mentions that it does not pass
    kCapture,  // text: its name
    kTrigger,
    kNot,
    kStart,
    kEnd,
  };

  Kind kind = Kind::kSequence;
  std::string text;
  std::uint32_t minimum = 0;
  std::uint32_t maximum = 0;
  TypeMask types = 0;
  bool plural = false;  // kType: a plural reference will do
  std::vector<Item> children;
};

inline constexpr std::uint32_t kAnyDistance = UINT32_MAX;

// `pattern` uses names of the language only.
Item expand(const PatternNode& pattern, const Language& language);

}  // namespace quanhe::oracle
