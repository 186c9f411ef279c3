#pragma once

#include <CLI/CLI.hpp>

#include <optional>

#include "cli/commands.h"

namespace quanhe {

// The commands for authors of rules.
struct WorkbenchArguments {
  RulesTestArguments rules_test;
  ExplainArguments explain;
  WhyNotArguments why_not;
};

// Adds `explain`, `why-not` and, below `rules_command`, `test`.
void add_workbench(CLI::App& program, CLI::App& rules_command, WorkbenchArguments& arguments);

// Runs the one that the command line names; nothing when it names another.
std::optional<int> run_workbench(const CLI::App& program, const CLI::App& rules_command,
                                 WorkbenchArguments& arguments);

}  // namespace quanhe
