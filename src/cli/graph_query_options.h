#pragma once

#include <optional>
#include <string>

#include "cli/command_line.h"
#include "cli/commands.h"

namespace quanhe {

// The questions about how the graph hangs together.
struct GraphQueryArguments {
  NeighboursArguments neighbours;
  PathArguments path;
  CommonArguments common;
  TopArguments top;
  CommunitiesArguments communities;
};

// Adds `neighbours`, `path`, `common`, `top` and `communities`.
void add_graph_queries(CommandLine& program, GraphQueryArguments& arguments, const std::string& exit_codes);

// Runs the one that the command line names; nothing when it names another.
std::optional<int> run_graph_query(const std::string& command, const GraphQueryArguments& arguments);

}  // namespace quanhe
