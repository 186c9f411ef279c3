#pragma once

#include "cli/commands.h"
#include "cli/command_line.h"

namespace quanhe {

// Adds `export`.
void add_export(CommandLine& program, ExportArguments& arguments);

}  // namespace quanhe
