#include <cstdio>
#include <iostream>

#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/text_style.h"
#include "workbench/pack_diff.h"

namespace quanhe {

int run_rules_diff(const RulesDiffArguments& arguments) {
  const auto old_rules = load_rules_or_print({arguments.old_pack});
  const auto new_rules = load_rules_or_print({arguments.new_pack});
  if (old_rules == nullptr || new_rules == nullptr) return kNothingDone;
  const TextStyle style = text_style(arguments.color);
  PackDiff packs(*old_rules, *new_rules);
  std::size_t lost = 0;
  std::size_t gained = 0;
  InputReader inputs(arguments.inputs, std::cin);
  const auto take = [&](const DocumentSource& source) -> Result<void> {
    const Result<DocumentDiff> diff = packs.compare(source);
    if (!diff) return diff.error();
    const std::string text = to_text(diff.value(), style);
    if (!text.empty()) std::printf("%s\n", text.c_str());
    lost += diff.value().lost.size();
    gained += diff.value().gained.size();
    return {};
  };
  const ExtractReport documents = for_each_document(inputs, {take, print_error});
  if (documents.done == 0) {
    print_error("no document could be read");
    return kNothingDone;
  }
  std::printf("%s lost, %zu gained in %s\n", counted(lost, "edge", "edges").c_str(), gained,
              counted(documents.done, "document", "documents").c_str());
  return finish_output(lost > 0 ? kAnswerIsNo : exit_code(documents.done, documents.refused));
}

}  // namespace quanhe
