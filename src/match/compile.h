#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "match/program.h"
#include "match/syntax.h"
#include "text/word_table.h"

namespace quanhe {

// How a language joins equals. Each entry is a word or a sign: "," ";" | "và" | "-".
struct Coordination {
  std::vector<std::string> between;
  std::vector<std::string> last;
  std::vector<std::string> pair;
};

// What the names in patterns mean. Everything in it outlives the compiled patterns.
struct PatternScope {
  std::map<std::string, TypeMask, std::less<>> types;  // types (their kinds included) and groups
  std::map<std::string, WordClass, std::less<>> classes;
  std::map<std::string, PatternNode, std::less<>> phrases;
  Coordination coordination;
  WordTable* words = nullptr;  // grows by the words of the patterns
  std::shared_ptr<Guards> guards = std::make_shared<Guards>();  // of the patterns that are compiled next; grows by theirs

  // All names of a sort, for "did you mean".
  std::vector<std::string> type_names() const;
  std::vector<std::string> class_and_phrase_names() const;
};

enum class TriggerUse : std::uint8_t { kNone, kRequired };

// The variants of a pattern: one without a trigger; with one, a variant for each top-level alternative, which
// must be tried in order. Appends what is wrong to `faults`; the result is then not to be used. A program has
// at most 2,000 instructions, a bounded gap counted as its length; phrases nest at most 20 deep.
std::vector<CompiledPattern> compile_pattern(const PatternNode& root, const PatternScope& scope, TriggerUse trigger,
                                             std::vector<PatternFault>& faults);

}  // namespace quanhe
