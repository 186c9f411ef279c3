#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"

namespace quanhe {

// What is wrong with a command line that `program` refused with `error`, and where to read on: the message to
// print after "error: ". Misspelt commands and options are named with the one that was likely meant.
std::string wrong_use(const CLI::App& program, const CLI::ParseError& error);

// Adds -h and --help.
void add_help_flag(CLI::App& command);

// Adds a command, which calls `declare` for its options and its examples as soon as it is used: declaring those of all
// commands took a fifth of a short question's time. Its flag for help is added then too. What `declare` refers to must outlive
// the parsing.
void add_command(CLI::App& parent, std::string_view name, std::string_view what,
                 std::function<void(CLI::App&)> declare);

// Does so when the program wants the command.
void add_command(CommandLine& program, std::string_view name, std::string_view what,
                 std::function<void(CLI::App&)> declare);

// A check of an option's value: a whole number from `least` to `most`.
CLI::Validator whole_number(unsigned least, unsigned most);

// A check that a value is one of these.
CLI::Validator one_of(std::vector<std::string> values);

// A check that a value is not "", which a shell gives for a variable that is not set.
CLI::Validator not_empty();

// INPUT... of the commands that read documents, required.
CLI::Option* add_inputs(CLI::App& command, std::vector<std::string>& inputs);

// --color WHEN of the commands for authors of rules.
void add_color(CLI::App& command, std::string& color);

// --rules DIR of the commands that read text.
void add_rules(CLI::App& command, std::vector<std::string>& rules);

// Adds the pack that is shipped where none is named.
void default_to_shipped(std::vector<std::string>& packs);

}  // namespace quanhe
