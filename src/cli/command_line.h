#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace quanhe {

// The whole command line. Only the command that is asked for is declared: all of them together took a tenth of a short
// question's time.
class CommandLine : public CLI::App {
 public:
  // `asked` is the first argument.
  CommandLine(std::string description, std::string name, std::string_view asked)
      : CLI::App(std::move(description), std::move(name)), asked_(asked) {}

  // Whether a command of this name is to be declared.
  bool wants(std::string_view command) const { return wants_all_ || command == asked_; }

  // From now on all are: the first argument names none of them.
  void want_all() { wants_all_ = true; }

  bool has_commands() const;

  // The command that was used, after parsing: "neighbours", "rules test".
  std::string used() const;

 private:
  std::string_view asked_;
  bool wants_all_ = false;
};

}  // namespace quanhe
