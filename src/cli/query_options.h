#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

#include "base/result.h"
#include "cli/commands.h"
#include "corpus/selection.h"
#include "query/names.h"
#include "store/stored_graph.h"

namespace quanhe {

// What commands that ask a graph share: options, and the way from a question to an exit code.

// NAME, required; `title` is how the argument is called.
CLI::Option* add_name(CLI::App& command, std::string& name, const std::string& title = "NAME");
// --graph FILE
void add_graph(CLI::App& command, std::string& graph);
// --format F
void add_format(CLI::App& command, std::string& format);
// --relation R, which may be given again. `help` says what it narrows.
void add_relations(CLI::App& command, std::vector<std::string>& relations, const std::string& help);
// --status LIST, --on, --from, --to, --known-by
void add_selection(CLI::App& command, SelectionArguments& arguments);

// What add_selection() read. The Error says that the period ends before it begins.
Result<Selection> selection_of(const SelectionArguments& arguments);

// The graph in this file, or nullptr after the reason was printed. It stays open until the process ends, which is quicker
// than closing it: one graph for a process.
StoredGraph* open_graph_or_print(const std::string& path);

// Prints why a question has no answer, and gives the exit code.
int refuse(const Error& error, int code);

// Prints the answer and gives the exit code.
int print_answer(const std::string& text, bool is_found);

}  // namespace quanhe
