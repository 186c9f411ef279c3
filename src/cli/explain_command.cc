#include <algorithm>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <optional>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/text_style.h"
#include "pipeline/inputs.h"
#include "workbench/explain_html.h"
#include "workbench/explain_text.h"
#include "workbench/rule_index.h"

namespace quanhe {
namespace {

class ExplainRun {
 public:
  ExplainRun(const ExplainArguments& arguments, const RuleSet& rules) : arguments_(arguments), rules_(rules) {}

  int run() {
    const bool from_stream = std::find(arguments_.inputs.begin(), arguments_.inputs.end(), "-") != arguments_.inputs.end();
    std::vector<std::string> files = arguments_.inputs;
    std::erase(files, "-");
    if (!files.empty()) explain_files(files);
    if (from_stream) explain_stream();
    if (documents_.empty()) {
      print_error("no document could be read");
      return kNothingDone;
    }
    const Result<void> written = arguments_.html.empty() ? print() : write_file(arguments_.html, to_html(documents_, rules_));
    if (!written) {
      print_error(written.error().message);
      return kNothingDone;
    }
    if (!arguments_.html.empty()) std::printf("wrote %s\n", arguments_.html.c_str());
    return exit_code(documents_.size(), refused_);
  }

 private:
  void explain_files(const std::vector<std::string>& files) {
    InputReader inputs(files, std::cin);
    while (std::optional<Result<Input>> input = inputs.next()) {
      if (!*input) {
        refuse(input->error().message);
        continue;
      }
      const std::string place = input->value().place;
      add(place, std::move(input->value().source));
    }
  }

  void explain_stream() {
    DocumentSource source;
    source.id = "standard input";
    source.text.assign(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
    add("standard input", std::move(source));
  }

  void add(const std::string& place, DocumentSource source) {
    Result<ExplainedDocument> explained = explain(std::move(source), rules_, arguments_.rule);
    if (explained) {
      documents_.push_back(std::move(explained).value());
    } else {
      refuse(place + ": " + explained.error().message);
    }
  }

  void refuse(const std::string& message) {
    print_error(message);
    ++refused_;
  }

  Result<void> print() const {
    const TextStyle style = text_style(arguments_.color);
    for (const ExplainedDocument& document : documents_) {
      std::fputs(to_text(document, rules_, style).c_str(), stdout);
      if (&document != &documents_.back()) std::fputs("\n", stdout);
    }
    return flush_output();
  }

  const ExplainArguments& arguments_;
  const RuleSet& rules_;
  std::vector<ExplainedDocument> documents_;
  std::uint64_t refused_ = 0;
};

}  // namespace

int run_explain(const ExplainArguments& arguments) {
  const auto rules = load_rules_or_print(arguments.rules);
  if (rules == nullptr) return kNothingDone;
  if (!arguments.rule.empty()) {
    if (const std::optional<std::string> unknown = unknown_rule(*rules, arguments.rule)) {
      print_error(*unknown);
      return kAnswerIsNo;
    }
  }
  return ExplainRun(arguments, *rules).run();
}

}  // namespace quanhe
