#include "corpus/ledgers.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/strings.h"
#include "base/tab_separated.h"

namespace quanhe {
namespace {

constexpr std::array<std::string_view, 3> kMergeDecisions = {"accept", "reject", "undo"};
constexpr std::array<std::string_view, 3> kJudgements = {"undo", "confirm", "reject"};

template <typename Enumeration, std::size_t size>
std::optional<Enumeration> parse_word(const std::array<std::string_view, size>& words, const std::string& word) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<Enumeration>(found - words.begin());
}

// Rows of the ledger's width without its titles; a row of another width is a fault.
std::vector<SheetRow> rows_of(std::string_view bytes, const std::string& path, std::string_view titles,
                              Diagnostics& diagnostics) {
  const std::vector<std::string_view> columns = split(trim(titles), '\t');
  std::vector<SheetRow> rows;
  for (SheetRow& row : read_tab_separated(bytes, path, diagnostics)) {
    const bool is_titles = row.front().text == columns.front();
    if (!is_titles && row.size() != columns.size()) {
      diagnostics.error({path, row.front().line, 1}, std::to_string(row.size()) + " columns, expected " +
                                                         std::to_string(columns.size()) + ": " +
                                                         join(std::vector<std::string>(columns.begin(), columns.end()), ", "));
    } else if (!is_titles) {
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

void report_decision(const SheetCell& cell, const std::string& path, Diagnostics& diagnostics, std::string_view expected) {
  diagnostics.error({path, cell.line, cell.column},
                    "decision '" + cell.text + "', expected " + std::string(expected));
}

std::string line_of(std::initializer_list<std::string_view> cells) {
  std::string line;
  for (const std::string_view& cell : cells) {
    if (&cell != cells.begin()) line += '\t';
    line += tab_separated_cell(cell);
  }
  return line + '\n';
}

}  // namespace

std::vector<MergeLine> parse_merges(std::string_view bytes, const std::string& path, Diagnostics& diagnostics) {
  std::vector<MergeLine> lines;
  for (SheetRow& row : rows_of(bytes, path, kMergesTitles, diagnostics)) {
    const auto decision = parse_word<MergeDecision>(kMergeDecisions, row[0].text);
    if (!decision) {
      report_decision(row[0], path, diagnostics, "accept, reject or undo");
    } else if (row[1].text == row[2].text) {
      diagnostics.error({path, row[2].line, row[2].column}, "the same id twice, expected two nodes");
    } else {
      lines.push_back({*decision, std::move(row[1].text), std::move(row[2].text), std::move(row[3].text),
                       std::move(row[4].text), std::move(row[5].text)});
    }
  }
  return lines;
}

std::vector<JudgementLine> parse_judgements(std::string_view bytes, const std::string& path, Diagnostics& diagnostics) {
  std::vector<JudgementLine> lines;
  for (SheetRow& row : rows_of(bytes, path, kJudgementsTitles, diagnostics)) {
    const auto judgement = parse_word<Judgement>(kJudgements, row[0].text);
    if (!judgement) {
      report_decision(row[0], path, diagnostics, "confirm, reject or undo");
    } else {
      lines.push_back({*judgement, std::move(row[1].text), std::move(row[2].text), std::move(row[3].text),
                       std::move(row[4].text), std::move(row[5].text), std::move(row[6].text)});
    }
  }
  return lines;
}

std::string to_line(const MergeLine& line) {
  return line_of({kMergeDecisions[static_cast<std::size_t>(line.decision)], line.kept, line.other, line.who, line.when,
                  line.why});
}

std::string to_line(const JudgementLine& line) {
  return line_of({kJudgements[static_cast<std::size_t>(line.judgement)], line.from, line.relation, line.to, line.who,
                  line.when, line.because});
}

}  // namespace quanhe
