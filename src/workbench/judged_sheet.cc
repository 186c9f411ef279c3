#include "workbench/judged_sheet.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/strings.h"
#include "base/tab_separated.h"
#include "workbench/columns.h"
#include "workbench/interval.h"
#include "text/layout.h"

namespace quanhe {
namespace {

std::string lower_case(std::string_view text) {
  std::string lower(trim(text));
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

class SheetJudge {
 public:
  SheetJudge(const std::string& path, Diagnostics& diagnostics) : path_(path), diagnostics_(diagnostics) {}

  JudgedSheet run(const std::vector<SheetRow>& rows) {
    if (rows.empty()) {
      fault({path_, 0, 0}, "an empty sheet");
      return {};
    }
    judgement_ = column(rows.front(), "judgement");
    relation_ = column(rows.front(), "relation");
    rule_ = column(rows.front(), "rule");
    if (!judgement_ || !relation_ || !rule_) return {};
    for (std::size_t i = 1; i < rows.size(); ++i) add(rows[i]);
    return std::move(sheet_);
  }

 private:
  void fault(Place place, std::string message) const {
    diagnostics_.error(std::move(place), std::move(message), "'quanhe sample' writes such a sheet, with tabs");
  }

  std::optional<std::size_t> column(const SheetRow& titles, std::string_view title) const {
    for (std::size_t i = 0; i < titles.size(); ++i) {
      if (lower_case(titles[i].text) == title) return i;
    }
    fault({path_, titles.front().line, titles.front().column}, "no column \"" + std::string(title) + "\"");
    return std::nullopt;
  }

  void add(const SheetRow& row) {
    const SheetCell& first = row.front();
    const std::size_t needed = std::max({*judgement_, *relation_, *rule_}) + 1;
    if (row.size() < needed) {
      fault({path_, first.line, first.column},
            "a row of " + counted(row.size(), "cell", "cells") + ", expected " + std::to_string(needed) + " at least");
      return;
    }
    const SheetCell& cell = row[*judgement_];
    const auto member = judged(lower_case(cell.text));
    if (member == nullptr) {
      diagnostics_.error({path_, cell.line, cell.column},
                         "the judgement \"" + cell.text + "\", expected right, wrong or open");
      return;
    }
    ++(sheet_.all.*member);
    ++(sheet_.relations[row[*relation_].text].*member);
    ++(sheet_.rules[row[*rule_].text].*member);
  }

  static std::uint64_t Judgements::*judged(const std::string& word) {
    if (word.empty()) return &Judgements::missing;
    if (word == "right") return &Judgements::right;
    if (word == "wrong") return &Judgements::wrong;
    if (word == "open") return &Judgements::open;
    return nullptr;
  }

  const std::string& path_;
  Diagnostics& diagnostics_;
  std::optional<std::size_t> judgement_, relation_, rule_;
  JudgedSheet sheet_;
};

std::vector<std::string> row_of(const std::string& what, const std::string& name, const Judgements& judgements) {
  const std::uint64_t judged = judgements.right + judgements.wrong;
  return {what,
          printable(name),
          std::to_string(judgements.right),
          std::to_string(judgements.wrong),
          std::to_string(judgements.open),
          std::to_string(judgements.missing),
          as_share(judgements.right, judged),
          to_text(wilson_interval(judgements.right, judged))};
}

}  // namespace

JudgedSheet read_judged_sheet(std::string_view bytes, const std::string& path, Diagnostics& diagnostics) {
  const std::vector<SheetRow> rows = read_tab_separated(bytes, path, diagnostics);
  if (diagnostics.has_errors()) return {};
  return SheetJudge(path, diagnostics).run(rows);
}

std::string to_text(const JudgedSheet& sheet) {
  std::vector<std::vector<std::string>> rows = {
      {"", "", "right", "wrong", "open", "not judged", "precision", "95 % interval"}, row_of("all", "", sheet.all)};
  for (const auto& [name, judgements] : sheet.relations) rows.push_back(row_of("relation", name, judgements));
  for (const auto& [name, judgements] : sheet.rules) rows.push_back(row_of("rule", name, judgements));
  return in_columns(rows, 2);
}

}  // namespace quanhe
