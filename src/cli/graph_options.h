#pragma once

#include <optional>
#include <string>

#include "cli/command_line.h"
#include "cli/commands.h"

namespace quanhe {

// The commands that look after a graph: what is in it, what is taken out, and what people decided about it.
struct GraphArguments {
  DocumentsArguments documents;
  DumpArguments dump;
  ForgetArguments forget;
  VerifyArguments verify;
  ProposeArguments propose;
  MergeArguments accept;
  MergeArguments reject_merge;
  MergeArguments undo_merge;
  JudgeArguments confirm;
  JudgeArguments reject;
  JudgeArguments undo;
};

// Adds `documents`, `forget`, `dump`, `verify`, `merge`, `confirm`, `reject` and `undo`.
void add_graph_commands(CommandLine& program, GraphArguments& arguments);

// Runs the one that the command line names; nothing when it names another.
std::optional<int> run_graph_command(const std::string& command, GraphArguments& arguments);

}  // namespace quanhe
