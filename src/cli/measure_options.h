#pragma once

#include <CLI/CLI.hpp>

#include <optional>

#include "cli/commands.h"

namespace quanhe {

// The commands that measure how good a pack is.
struct MeasureArguments {
  EvalArguments eval;
  SampleArguments sample;
  RulesCoverageArguments coverage;
  RulesDiffArguments diff;
};

// Adds `eval`, `sample` and, below `rules_command`, `coverage` and `diff`.
void add_measures(CLI::App& program, CLI::App& rules_command, MeasureArguments& arguments);

// Runs the one that the command line names; nothing when it names another.
std::optional<int> run_measure(const CLI::App& program, const CLI::App& rules_command, MeasureArguments& arguments);

}  // namespace quanhe
