#pragma once

#include <filesystem>
#include <memory>
#include <span>

#include "base/diagnostics.h"
#include "rules/rule_set.h"

namespace quanhe {

// Reads, checks and compiles packs of rules; where several are named, later ones add to and replace entries of
// earlier ones by id. nullptr when `diagnostics` got an error: then all faults are there that can be found without
// guessing at what a faulty file meant.
std::unique_ptr<const RuleSet> load_rules(std::span<const std::filesystem::path> packs, Diagnostics& diagnostics);

}  // namespace quanhe
