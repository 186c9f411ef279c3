#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace quanhe {

// What the parser makes of a pattern; the language is described in docs/rules.md.
struct PatternNode {
  enum class Kind : std::uint8_t {
    kSequence,      // children in order; none matches the empty stretch
    kAlternatives,  // children, the earlier preferred
    kRepeat,        // one child, minimum to maximum times, as often as possible
    kWord,          // text: one word or sign, or several glued ones
    kNamed,         // text: a word class or a phrase
    kUpperName,     // text: a type, a group of types or a token kind; a plain word when it is none of them
    kMany,          // one child: a coordination of that type, or a plural reference
    kGap,           // at most `maximum` steps; kUnbounded for "..."
    kCapture,       // text: its name; one child
    kTrigger,       // one child
    kNot,           // one child: it does not follow here; of itself, what must follow and is not taken
    kStart,         // the sentence starts here
    kEnd,           // the sentence ends here
  };

  static constexpr std::uint32_t kUnbounded = UINT32_MAX;
  static constexpr std::uint32_t kDefaultGap = 20;
  static constexpr std::uint32_t kDefaultRepetitions = 8;
  static constexpr std::uint32_t kMostRepetitions = 32;
  static constexpr std::uint32_t kLongestBoundedGap = 100;

  Kind kind = Kind::kSequence;
  std::string text;
  std::uint32_t minimum = 0;
  std::uint32_t maximum = 0;
  std::uint32_t offset = 0;  // byte of the pattern's source where the item begins
  std::vector<PatternNode> children;
};

// What is wrong with a pattern, and at which byte of its source.
struct PatternFault {
  std::uint32_t offset = 0;
  std::string message;
  std::string help;
};

// The tree, or the first fault. Patterns nest at most 40 deep.
std::variant<PatternNode, PatternFault> parse_pattern(std::string_view source);

}  // namespace quanhe
