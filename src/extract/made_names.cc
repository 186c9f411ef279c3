#include "extract/made_names.h"

namespace quanhe {

std::optional<std::uint32_t> entry_of_made_name(std::string_view name, const RuleSet& rules, WordReader& words) {
  std::vector<Token> tokens = tokenize(name);
  words.read(name, tokens);
  std::vector<std::uint32_t> numbers;
  for (const Token& token : tokens) {
    numbers.push_back(token.word.exact);
    if (numbers.back() == WordTable::kUnknown || !rules.lexicon.exact.may_begin_with(numbers[0])) return std::nullopt;
  }
  return rules.lexicon.exact.number_of(numbers);
}

}  // namespace quanhe
