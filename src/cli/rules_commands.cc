#include "cli/rules_commands.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <filesystem>
#include <memory>

#include "base/diagnostics.h"
#include "base/file.h"
#include "cli/about.h"
#include "cli/commands.h"
#include "cli/measure_options.h"
#include "cli/messages.h"
#include "cli/usage.h"
#include "cli/workbench_options.h"
#include "rules/bounds.h"
#include "rules/load.h"
#include "rules/starter_pack.h"

namespace quanhe {
namespace {

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

void print_bounds(const RuleSet& rules) {
  for (const RuleBound& bound : rule_bounds(rules)) {
    std::printf("%-9s %s: %llu instructions, at most %llu steps an attempt\n", bound.kind.c_str(), bound.id.c_str(),
                static_cast<unsigned long long>(bound.instructions), static_cast<unsigned long long>(bound.steps));
  }
}

int run_check(const RulesCheckArguments& arguments) {
  const std::vector<std::filesystem::path> folders(arguments.folders.begin(), arguments.folders.end());
  Diagnostics diagnostics;
  const std::unique_ptr<const RuleSet> rules = check_rules(folders, diagnostics);
  const std::size_t errors = diagnostics.count(Severity::kError), warnings = diagnostics.count(Severity::kWarning);
  std::fputs(diagnostics.to_text().c_str(), stdout);
  if (rules != nullptr && arguments.verbose) print_bounds(*rules);
  std::printf("%s, %s\n", counted(errors, "error").c_str(), counted(warnings, "warning").c_str());
  if (const Result<void> written = flush_output(); !written) {
    print_error(written.error().message);
    return kNothingDone;
  }
  return errors > 0 || (arguments.strict && warnings > 0) ? kAnswerIsNo : kDone;
}

// A pack's name is its folder's, as far as that is a plain name.
std::string pack_name(const std::filesystem::path& folder) {
  std::error_code code;
  std::string name;
  for (const char c : std::filesystem::absolute(folder, code).lexically_normal().filename().string()) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (plain) name += c;
  }
  return name.empty() ? "my-pack" : name;
}

int run_new(const RulesNewArguments& arguments) {
  std::filesystem::path folder = arguments.folder;
  if (!folder.has_filename()) folder = folder.parent_path();
  std::error_code code;
  const bool exists = std::filesystem::exists(folder, code);
  if (exists && (!std::filesystem::is_directory(folder, code) || !std::filesystem::is_empty(folder, code))) {
    print_error(folder.string() + ": exists and is no empty folder");
    return kNothingDone;
  }
  for (const auto& [path, bytes] : starter_pack(pack_name(folder))) {
    if (const Result<void> written = write_file(folder / path, bytes); !written) {
      print_error(written.error().message);
      return kNothingDone;
    }
    std::printf("%s\n", (folder / path).c_str());
  }
  std::printf("\nTry: quanhe rules check %s\n     quanhe extract %s --rules %s\n", folder.c_str(),
              (folder / "first.txt").c_str(), folder.c_str());
  return kDone;
}

void add_check(CLI::App& rules, RulesCheckArguments& arguments, const std::string& exit_codes) {
  add_command(rules, "check", "Find all faults of a pack of rules", [&arguments, &exit_codes](CLI::App& command) {
    command
        .add_option("DIR", arguments.folders,
                    "Folder of a pack of rules; of several, later ones add to and\n"
                    "replace entries. When not given: " + kDefaultRules)
        ->check(not_empty())
        ->option_text(" ");
    command.add_flag("--strict", arguments.strict, "Warnings count like errors");
    command.add_flag("--verbose", arguments.verbose, "Print how much work each rule can be at most");
    command.footer("Examples:\n  quanhe rules check\n  quanhe rules check my-pack --strict\n\n" + exit_codes);
  });
}

void add_new(CLI::App& rules, RulesNewArguments& arguments, const std::string& exit_codes) {
  add_command(rules, "new", "Write a small pack of rules that runs, to begin with",
              [&arguments, &exit_codes](CLI::App& command) {
    command.add_option("DIR", arguments.folder, "Folder to write to, made when missing; it must be empty")
        ->required()
        ->check(not_empty())
        ->option_text(" ");
    command.footer("Example:\n  quanhe rules new my-pack\n\n" + exit_codes);
  });
}

}  // namespace

void add_rules_commands(CommandLine& program, RulesArguments& arguments, const std::string& exit_codes) {
  add_command(program, "rules", "Check and test packs of rules, or begin a new one",
              [&arguments, &exit_codes](CLI::App& command) {
    command.require_subcommand(1);
    command.footer("'quanhe rules COMMAND --help' explains a command.\n\n" + exit_codes);
    add_check(command, arguments.check, exit_codes);
    add_new(command, arguments.make, exit_codes);
    add_rules_test(command, arguments.test);
    add_rules_coverage(command, arguments.coverage);
    add_rules_diff(command, arguments.diff);
  });
}

std::optional<int> run_rules(const std::string& command, RulesArguments& arguments) {
  default_to_shipped(arguments.check.folders);
  default_to_shipped(arguments.test.packs);
  default_to_shipped(arguments.coverage.rules);
  if (command == "rules check") return run_check(arguments.check);
  if (command == "rules new") return run_new(arguments.make);
  if (command == "rules test") return run_rules_test(arguments.test);
  if (command == "rules coverage") return run_rules_coverage(arguments.coverage);
  if (command == "rules diff") return run_rules_diff(arguments.diff);
  return std::nullopt;
}

}  // namespace quanhe
