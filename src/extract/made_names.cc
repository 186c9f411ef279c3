#include "extract/made_names.h"

namespace quanhe {
namespace {

std::optional<std::uint32_t> look_up(const std::string& name, const RuleSet& rules) {
  std::vector<std::uint32_t> words;
  for (const Token& token : tokenize(name)) {
    words.push_back(rules.words->find_exact(std::string_view(name).substr(token.bytes.start, token.bytes.length())));
    if (words.back() == WordTable::kUnknown || !rules.lexicon.exact.may_begin_with(words[0])) return std::nullopt;
  }
  return rules.lexicon.exact.number_of(words);
}

}  // namespace

std::optional<std::uint32_t> MadeNames::entry_of(const std::string& name, const RuleSet& rules) {
  constexpr std::size_t kMost = std::size_t{1} << 14;
  if (const auto found = known_.find(name); found != known_.end()) return found->second;
  if (known_.size() == kMost) known_.clear();
  return known_.emplace(name, look_up(name, rules)).first->second;
}

}  // namespace quanhe
