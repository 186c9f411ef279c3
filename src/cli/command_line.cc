#include "cli/command_line.h"

namespace quanhe {

bool CommandLine::has_commands() const {
  return !get_subcommands([](const CLI::App*) { return true; }).empty();
}

std::string CommandLine::used() const {
  std::string name;
  for (const CLI::App* command = this; !command->get_subcommands().empty();) {
    command = command->get_subcommands().front();
    if (!name.empty()) name += ' ';
    name += command->get_name();
  }
  return name;
}

}  // namespace quanhe
