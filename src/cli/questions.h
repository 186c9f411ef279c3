#pragma once

#include <optional>
#include <string>

#include "cli/command_line.h"
#include "cli/commands.h"

namespace quanhe {

// The commands that answer in words: cards, lists, quotations.
struct QuestionArguments {
  NodeArguments show;
  WhyArguments why;
  FactsArguments facts;
  NodeArguments timeline;
  SearchArguments search;
  WholeArguments contradictions;
  WholeArguments stats;
  SqlArguments sql;
};

// Adds `show`, `why`, `facts`, `timeline`, `search`, `contradictions`, `stats` and `sql`.
void add_questions(CommandLine& program, QuestionArguments& arguments);

// Runs the one that the command line names; nothing when it names another.
std::optional<int> run_question(const std::string& command, const QuestionArguments& arguments);

}  // namespace quanhe
