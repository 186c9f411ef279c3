#include "workbench/coverage_text.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/strings.h"
#include "workbench/columns.h"

namespace quanhe {
namespace {

constexpr int kKindColumns = 12;

std::string milliseconds(std::chrono::nanoseconds time) {
  std::array<char, 64> text;
  std::snprintf(text.data(), text.size(), "%.3f", static_cast<double>(time.count()) / 1e6);
  return text.data();
}

// Kinds in the order in which they first come.
std::vector<std::string> kinds_of(const std::vector<RuleUse>& uses) {
  std::vector<std::string> kinds;
  for (const RuleUse& use : uses) {
    if (std::find(kinds.begin(), kinds.end(), use.kind) == kinds.end()) kinds.push_back(use.kind);
  }
  return kinds;
}

bool makes_edges(const RuleUse& use) {
  return use.kind == "relation" || use.kind == "entity" || use.kind == "derivation";
}

std::string table_of_fired(const std::vector<RuleUse>& uses, bool with_time) {
  std::vector<std::vector<std::string>> rows = {{"kind", "rule", "fired", "edges"}};
  if (with_time) rows.front().emplace_back("ms");
  for (const std::string& kind : kinds_of(uses)) {
    std::vector<const RuleUse*> of_kind;
    for (const RuleUse& use : uses) {
      if (use.kind == kind && (use.fired > 0 || with_time)) of_kind.push_back(&use);
    }
    std::stable_sort(of_kind.begin(), of_kind.end(),
                     [](const RuleUse* a, const RuleUse* b) { return a->fired > b->fired; });
    for (const RuleUse* use : of_kind) {
      rows.push_back(
          {kind, printable(use->id), std::to_string(use->fired), makes_edges(*use) ? std::to_string(use->edges) : ""});
      if (with_time) rows.back().push_back(kind == "derivation" ? "" : milliseconds(use->time));
    }
  }
  return in_columns(rows, 2);
}

}  // namespace

std::string uses_text(const std::vector<RuleUse>& uses, bool with_time, const TextStyle& style) {
  std::string text = table_of_fired(uses, with_time);
  std::size_t silent = 0;
  std::string lists;
  for (const std::string& kind : kinds_of(uses)) {
    std::vector<std::string> ids;
    for (const RuleUse& use : uses) {
      if (use.kind == kind && use.fired == 0) ids.push_back(printable(use.id));
    }
    silent += ids.size();
    if (!ids.empty()) lists += wrapped(join(ids, ", "), "  " + padded(kind, kKindColumns), style.width);
  }
  text += "\n" + style.bold("never fired: " + std::to_string(silent) + " of " + counted(uses.size(), "rule", "rules")) +
          "\n";
  return text + lists;
}

std::string gaps_text(const GapFinder& finder, std::size_t most, const TextStyle& style) {
  std::string text =
      style.bold("gaps in " + std::to_string(finder.sentences_with_gaps()) + " of " +
                 counted(finder.sentences(), "sentence", "sentences") + ": two mentions or more, no edge") +
      "\n";
  for (const Gap& gap : finder.gaps(most)) {
    text +=
        wrapped(style.bold(quanhe::quoted(gap.words)), padded("  " + std::to_string(gap.count), 6) + " ", style.width);
    text += wrapped(printable(gap.document + ": " + gap.example), "         ", style.width);
  }
  return text;
}

}  // namespace quanhe
