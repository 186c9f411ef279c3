#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "rules/rule_set.h"

namespace quanhe {

// Which entry of the lexicon has the name that a rule made, if one has. Remembers the answers of one pack, since documents
// name the same things again and again; that changes no answer, and stays at some 2 MiB. One a thread.
class MadeNames {
 public:
  std::optional<std::uint32_t> entry_of(const std::string& name, const RuleSet& rules);

 private:
  std::unordered_map<std::string, std::optional<std::uint32_t>> known_;
};

}  // namespace quanhe
