#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "oracle/answer.h"
#include "oracle/pattern.h"
#include "oracle/sentence.h"

namespace quanhe::oracle {

// The matcher's slow twin, written from docs/rules.md and from nothing else: it tries every way to match, one after
// another in the order in which the pattern is written, and stops at the first that matches the whole. It takes
// exponential time where the pattern does, and gives up after kMostSteps.
class NaiveMatcher {
 public:
  NaiveMatcher(const Language& language, const TestSentence& sentence) : language_(language), sentence_(sentence) {}

  // The match that begins at `position`, of a pattern without a trigger.
  std::optional<Answer> match_at(const Item& pattern, std::uint32_t position);
  // The match whose trigger begins there; of the alternatives the first that matches.
  std::optional<Answer> match_trigger(const Item& pattern, std::uint32_t position);

  // The last answer is no answer.
  bool gave_up() const { return steps_ >= kMostSteps; }

 private:
  static constexpr std::uint32_t kMostSteps = 20'000;

  // What remains to be matched, from a position on. True ends the search: the whole matches.
  using Rest = std::function<bool(std::uint32_t)>;
  enum class Reading { kForward, kBackward };

  bool match(const Item& item, std::uint32_t position, Reading reading, const Rest& rest);
  bool sequence(const std::vector<Item>& items, std::size_t done, std::uint32_t position, Reading reading,
                const Rest& rest);
  bool repeat(const Item& item, std::uint32_t done, std::uint32_t position, Reading reading, const Rest& rest);
  bool word(const Item& item, std::uint32_t position, Reading reading, const Rest& rest);
  bool word_class(const Item& item, std::uint32_t position, Reading reading, const Rest& rest);
  bool type(const Item& item, std::uint32_t position, Reading reading, const Rest& rest);
  bool kind(const Item& item, std::uint32_t position, Reading reading, const Rest& rest);
  bool gap(const Item& item, std::uint32_t position, Reading reading, const Rest& rest);
  bool capture(const Item& item, std::uint32_t position, Reading reading, const Rest& rest);
  bool excluded(const Item& item, std::uint32_t position);
  std::optional<Answer> match_alternative(const Item& alternative, std::uint32_t position);

  const Language& language_;
  const TestSentence& sentence_;
  std::map<std::string, Span> captures_;
  std::uint32_t steps_ = 0;
};

}  // namespace quanhe::oracle
