#pragma once

#include "cli/command_line.h"
#include "cli/commands.h"

namespace quanhe {

// Adds `export`.
void add_export(CommandLine& program, ExportArguments& arguments);

}  // namespace quanhe
