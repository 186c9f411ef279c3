#include "cli/query_options.h"

#include <cstdio>
#include <limits>
#include <new>
#include <vector>

#include "base/strings.h"
#include "cli/messages.h"
#include "cli/usage.h"
#include "facts/date.h"
#include "query/format.h"

namespace quanhe {
namespace {

constexpr std::string_view kAllStatuses = "all";

// "happened", "reported", ... , the most real first.
std::vector<std::string> status_names() {
  std::vector<std::string> names;
  for (int status = static_cast<int>(Status::kHappened); status >= 0; --status) {
    names.emplace_back(to_string(static_cast<Status>(status)));
  }
  return names;
}

CLI::Validator status_list() {
  return {[](std::string& text) -> std::string {
            if (text == kAllStatuses) return "";
            for (const std::string_view name : split(text, ',')) {
              if (parse_status(trim(name))) continue;
              return "'" + std::string(name) + "' came, expected " + std::string(kAllStatuses) + " or some of: " +
                     join(status_names(), ",");
            }
            return "";
          },
          ""};
}

CLI::Validator iso_date() {
  return {[](std::string& text) -> std::string {
            if (parse_iso_date(text)) return "";
            return "'" + text + "' came, expected a date that exists, as 2021, 2021-06 or 2021-06-07";
          },
          ""};
}

void add_date(CLI::App& command, const std::string& name, std::string& date, const std::string& help) {
  command.add_option(name, date, help)->check(iso_date())->option_text("D");
}

// The days that a date of iso_date() covers; nothing for "".
std::optional<DaySpan> days_of_date(const std::string& text) {
  const std::optional<PartialDate> date = parse_iso_date(text);
  if (!date) return std::nullopt;
  return DaySpan{first_day_number(*date), last_day_number(*date)};
}

}  // namespace

CLI::Option* add_name(CLI::App& command, std::string& name, const std::string& title) {
  return command
      .add_option(title, name, "Name, alias or id; letter case never matters, and\ndiacritics may be left out")
      ->required()
      ->check(not_empty())
      ->option_text(" ");
}

void add_graph(CLI::App& command, std::string& graph) {
  command.add_option("--graph", graph, "Graph to ask; 'output/graph.db' when not given")
      ->check(not_empty())
      ->option_text("FILE");
}

void add_format(CLI::App& command, std::string& format) {
  command.add_option("--format", format, "table, json, jsonl, tsv or markdown; 'table' when\nnot given")
      ->check(one_of(format_names()))
      ->option_text("F");
}

void add_relations(CLI::App& command, std::vector<std::string>& relations, const std::string& help) {
  command.add_option("--relation", relations, help)->allow_extra_args(false)->option_text("R");
}

void add_selection(CLI::App& command, SelectionArguments& arguments) {
  command
      .add_option("--status", arguments.statuses,
                  "Statements of these only: happened, reported,\n"
                  "planned, requested, denied, with commas between,\n"
                  "or all; the first three when not given")
      ->check(status_list())
      ->option_text("LIST");
  add_date(command, "--on", arguments.on, "Only states, such as offices, that hold on this\nday; acts are left alone");
  add_date(command, "--from", arguments.from, "Acts dated on or after this day only");
  add_date(command, "--to", arguments.to, "Acts dated on or before this day only");
  add_date(command, "--known-by", arguments.known_by, "What documents up to this day say only");
}

Result<Selection> selection_of(const SelectionArguments& arguments) {
  Selection selection;
  if (!arguments.statuses.empty()) {
    selection.statuses.clear();
    const std::vector<std::string> all = status_names();
    const std::string list = arguments.statuses == kAllStatuses ? join(all, ",") : arguments.statuses;
    for (const std::string_view name : split(list, ',')) {
      if (const std::optional<Status> status = parse_status(trim(name))) selection.statuses.push_back(*status);
    }
  }
  selection.on = days_of_date(arguments.on);
  const std::optional<DaySpan> from = days_of_date(arguments.from);
  const std::optional<DaySpan> to = days_of_date(arguments.to);
  if (from || to) {
    selection.within = {from ? from->first : std::numeric_limits<int>::min(),
                        to ? to->last : std::numeric_limits<int>::max()};
    if (selection.within->last < selection.within->first) {
      return Error{"the period ends on " + arguments.to + ", before it begins on " + arguments.from};
    }
  }
  if (const std::optional<DaySpan> known_by = days_of_date(arguments.known_by)) selection.known_by = known_by->last;
  return selection;
}

StoredGraph* open_graph_or_print(const std::string& path) {
  // In memory whose end nobody hears of.
  union Kept {
    Kept() {}
    ~Kept() {}
    StoredGraph graph;
  };
  static Kept kept;
  Result<StoredGraph> opened = StoredGraph::open(path);
  if (opened) return new (&kept.graph) StoredGraph(std::move(opened).value());
  print_error(opened.error().message);
  return nullptr;
}

int refuse(const Error& error, int code) {
  print_error(error.message);
  return code;
}

int print_answer(const std::string& text, bool is_found) {
  std::fputs(text.c_str(), stdout);
  return finish_output(is_found ? kDone : kAnswerIsNo);
}

}  // namespace quanhe
