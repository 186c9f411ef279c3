#include "cli/usage.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "cli/about.h"

namespace quanhe {
namespace {

std::vector<std::string> commands_of(const CLI::App& program) {
  std::vector<std::string> names;
  for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

std::vector<std::string> options_of(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& names) {
  const std::string likely = nearest(word, names);
  return likely.empty() ? "expected one of: " + join(names, ", ") : "did you mean '" + likely + "'?";
}

bool is_option(const std::string& word) { return word.size() > 1 && word.front() == '-'; }

// The message without the line that says where to read on.
std::string fault(const CLI::App& command, const CLI::ParseError& error) {
  const std::vector<std::string> left = command.remaining();
  const auto option = std::find_if(left.begin(), left.end(), is_option);
  if (option != left.end()) {
    const std::string name = option->substr(0, option->find('='));
    return "unknown option '" + name + "', " + did_you_mean(name, options_of(command));
  }
  if (const std::vector<std::string> names = commands_of(command); !names.empty()) {
    if (left.empty()) return "no command, expected one of: " + join(names, ", ");
    return "unknown command '" + left.front() + "', " + did_you_mean(left.front(), names);
  }
  if (!left.empty()) {
    return "'" + left.front() + "' is one argument too many; a name of several words is written in quotes";
  }
  if (const auto* missing = dynamic_cast<const CLI::RequiredError*>(&error)) {
    const std::string message = missing->what();
    return message.substr(0, message.find(' ')) + " is missing";
  }
  if (const auto* mismatch = dynamic_cast<const CLI::ArgumentMismatch*>(&error)) {
    const std::string message = mismatch->what();
    return message.substr(0, message.find(':')) + " needs a value";
  }
  return error.what();
}

}  // namespace

std::string wrong_use(const CLI::App& program, const CLI::ParseError& error) {
  const CLI::App* command = &program;
  std::string name = "quanhe";
  while (!command->get_subcommands().empty()) {
    command = command->get_subcommands().front();
    name += " " + command->get_name();
  }
  return fault(*command, error) + "\nhelp: '" + name + " --help' shows how it is used";
}

void add_help_flag(CLI::App& command) { command.set_help_flag("-h,--help", "Print this help and exit"); }

void add_command(CLI::App& parent, std::string_view name, std::string_view what,
                 std::function<void(CLI::App&)> declare) {
  CLI::App& command = *parent.add_subcommand(std::string(name), std::string(what))->group("Commands");
  command.preparse_callback([&command, declare = std::move(declare)](std::size_t) {
    add_help_flag(command);
    declare(command);
  });
}

void add_command(CommandLine& program, std::string_view name, std::string_view what,
                 std::function<void(CLI::App&)> declare) {
  if (program.wants(name)) add_command(static_cast<CLI::App&>(program), name, what, std::move(declare));
}

CLI::Validator whole_number(unsigned least, unsigned most) {
  return {[=](std::string& text) -> std::string {
            unsigned number = 0;
            const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
            const bool whole = code == std::errc() && end == text.data() + text.size();
            if (whole && least <= number && number <= most) return "";
            return "'" + text + "' came, expected a whole number from " + std::to_string(least) + " to " +
                   std::to_string(most);
          },
          ""};
}

CLI::Validator one_of(std::vector<std::string> values) {
  return {[values = std::move(values)](std::string& text) -> std::string {
            if (std::find(values.begin(), values.end(), text) != values.end()) return "";
            return "'" + text + "' came, expected one of: " + join(values, ", ");
          },
          ""};
}

CLI::Validator not_empty() {
  return {[](std::string& text) -> std::string { return text.empty() ? "an empty text came" : ""; }, ""};
}

CLI::Option* add_inputs(CLI::App& command, std::vector<std::string>& inputs) {
  return command
      .add_option("INPUT", inputs,
                  "Files (.txt, .jsonl), folders with such files at\n"
                  "any depth, or - for JSON lines on standard input:\n"
                  "{\"id\", \"text\", \"date\"?, \"url\"?, \"title\"?}")
      ->required()
      ->check(not_empty())
      ->option_text(" ");
}

void add_color(CLI::App& command, std::string& color) {
  command.add_option("--color", color, "auto (colours on a terminal), always or never;\n'auto' when not given")
      ->check(one_of({"auto", "always", "never"}))
      ->option_text("WHEN");
}

// Only one word follows an option that may be given again, so that an input can stand behind it.
void add_rules(CLI::App& command, std::vector<std::string>& rules) {
  command
      .add_option("--rules", rules,
                  "Folder of a pack of rules; given again, a later\n"
                  "pack adds to and replaces entries; when not given:\n" + kDefaultRules)
      ->check(not_empty())
      ->allow_extra_args(false)
      ->option_text("DIR");
}

void default_to_shipped(std::vector<std::string>& packs) {
  if (packs.empty()) packs.emplace_back(kDefaultRules);
}

}  // namespace quanhe
