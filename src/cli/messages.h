#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "rules/rule_set.h"

namespace quanhe {

// "quanhe: error: ..." and the like, on standard error.
void print_error(const std::string& message);
void print_warning(const std::string& message);

// Writes out what standard output still holds. The Error says that something printed there was lost, and why.
Result<void> flush_output();

// The exit code of a command that has printed its answer: `code`, or, where some of the answer was lost, the one that says
// so, after the reason was printed.
int finish_output(int code);

// The packs in these folders, or nullptr after all their faults were printed. Warnings are printed too.
std::unique_ptr<const RuleSet> load_rules_or_print(const std::vector<std::string>& folders);

// The number of threads for an argument where 0 means as many as the machine has.
unsigned thread_count(unsigned asked);

// The exit code for a run that did so many documents and refused so many.
int exit_code(std::uint64_t done, std::uint64_t refused);

}  // namespace quanhe
