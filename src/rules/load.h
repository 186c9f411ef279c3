#pragma once

#include <filesystem>
#include <memory>
#include <span>

#include "base/diagnostics.h"
#include "rules/rule_set.h"

namespace quanhe {

// Reads, checks and compiles packs of rules; where several are named, or one extends another, later ones add to and
// replace entries of earlier ones by id. nullptr when `diagnostics` got an error: then all faults are there that can
// be found without guessing at what a faulty file meant.
std::unique_ptr<const RuleSet> load_rules(std::span<const std::filesystem::path> packs, Diagnostics& diagnostics);

// The same, and all that a rule author should know though the rules would run: relation rules without examples,
// types of captures that nothing makes, equal entity rules (errors), names that stand for two things or differ by
// a diacritic only, captures that nothing reads (warnings, unless the entry accepts them).
std::unique_ptr<const RuleSet> check_rules(std::span<const std::filesystem::path> packs, Diagnostics& diagnostics);

}  // namespace quanhe
