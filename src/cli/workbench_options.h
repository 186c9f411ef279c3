#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

#include "cli/command_line.h"
#include "cli/commands.h"

namespace quanhe {

// The commands for authors of rules.
struct WorkbenchArguments {
  ExplainArguments explain;
  WhyNotArguments why_not;
};

// Adds `explain` and `why-not`.
void add_workbench(CommandLine& program, WorkbenchArguments& arguments);

// Adds `test` to the command `rules`.
void add_rules_test(CLI::App& rules_command, RulesTestArguments& arguments);

// Runs the one that the command line names; nothing when it names another.
std::optional<int> run_workbench(const std::string& command, WorkbenchArguments& arguments);

}  // namespace quanhe
