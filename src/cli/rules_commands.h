#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/commands.h"

namespace quanhe {

struct RulesCheckArguments {
  std::vector<std::string> folders;
  bool strict = false;
  bool verbose = false;
};

struct RulesNewArguments {
  std::string folder;
};

struct RulesArguments {
  RulesCheckArguments check;
  RulesNewArguments make;
  RulesTestArguments test;
  RulesCoverageArguments coverage;
  RulesDiffArguments diff;
};

// Adds `rules` with its commands: what rule authors do with packs.
void add_rules_commands(CommandLine& program, RulesArguments& arguments, const std::string& exit_codes);

// Runs the one that the command line names; nothing when it names another.
std::optional<int> run_rules(const std::string& command, RulesArguments& arguments);

}  // namespace quanhe
