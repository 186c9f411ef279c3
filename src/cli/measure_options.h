#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

#include "cli/command_line.h"
#include "cli/commands.h"

namespace quanhe {

// The commands that measure how good a pack is.
struct MeasureArguments {
  EvalArguments eval;
  SampleArguments sample;
};

// Adds `eval` and `sample`.
void add_measures(CommandLine& program, MeasureArguments& arguments);

// Adds `coverage` and `diff` to the command `rules`.
void add_rules_coverage(CLI::App& rules_command, RulesCoverageArguments& arguments);
void add_rules_diff(CLI::App& rules_command, RulesDiffArguments& arguments);

// Runs the one that the command line names; nothing when it names another.
std::optional<int> run_measure(const std::string& command, MeasureArguments& arguments);

}  // namespace quanhe
