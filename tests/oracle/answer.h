#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/span.h"

namespace quanhe::oracle {

// What a pattern makes of a position, in terms of the reference. Positions are those of the sentence.
struct Answer {
  Span range;
  Span trigger;                          // equal ends without one
  std::map<std::string, Span> captures;  // by name; those that took part

  friend bool operator==(const Answer&, const Answer&) = default;
};

inline std::string to_string(const std::optional<Answer>& answer) {
  if (!answer) return "no match";
  const auto show = [](Span span) { return std::to_string(span.start) + ".." + std::to_string(span.end); };
  std::string text = show(answer->range) + " trigger " + show(answer->trigger);
  for (const auto& [name, span] : answer->captures) text += " " + name + "=" + show(span);
  return text;
}

}  // namespace quanhe::oracle
