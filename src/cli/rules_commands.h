#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

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
  const CLI::App* command = nullptr;  // "rules", whose subcommand says which of the following were given
  RulesCheckArguments check;
  RulesNewArguments make;
};

// "rules check", "rules new": what rule authors do with packs.
void add_rules_commands(CLI::App& program, RulesArguments& arguments, const std::string& exit_codes);

// Runs the subcommand that was given, and gives the exit code.
int run_rules(const RulesArguments& arguments);

}  // namespace quanhe
