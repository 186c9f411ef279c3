#pragma once

#include <CLI/CLI.hpp>

#include "cli/commands.h"

namespace quanhe {

// Adds `export`.
void add_export(CLI::App& program, ExportArguments& arguments);

}  // namespace quanhe
