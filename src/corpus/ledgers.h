#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace quanhe {

// What a person decided, one decision a line, in plain text that can be read in a diff: tab-separated, with a line of
// titles first. Lines are only ever added; of the lines about the same pair or edge the last holds, and "undo" leaves
// things as if there were none. `when` is an ISO 8601 day and, like `who` and `why`, only for people.

enum class MergeDecision : std::uint8_t { kAccept, kReject, kUndo };

// Whether two nodes are one. merges.tsv: decision, kept, other, who, when, why.
struct MergeLine {
  MergeDecision decision = MergeDecision::kAccept;
  std::string kept;   // id of the node that stays
  std::string other;  // id of the node that becomes part of it
  std::string who;
  std::string when;
  std::string why;

  friend bool operator==(const MergeLine&, const MergeLine&) = default;
};

enum class Judgement : std::uint8_t { kNone, kConfirmed, kRejected };

// Whether an edge is right. judgements.tsv: decision (confirm, reject, undo), from, relation, to, who, when, because.
struct JudgementLine {
  Judgement judgement = Judgement::kNone;  // kNone is "undo"
  std::string from;
  std::string relation;
  std::string to;
  std::string who;
  std::string when;
  std::string because;

  friend bool operator==(const JudgementLine&, const JudgementLine&) = default;
};

struct Ledgers {
  std::vector<MergeLine> merges;
  std::vector<JudgementLine> judgements;

  bool empty() const { return merges.empty() && judgements.empty(); }
};

inline constexpr std::string_view kMergesTitles = "decision\tkept\tother\twho\twhen\twhy\n";
inline constexpr std::string_view kJudgementsTitles = "decision\tfrom\trelation\tto\twho\twhen\tbecause\n";

// The lines of a ledger; faults go to `diagnostics` with their places. Cost: linear.
std::vector<MergeLine> parse_merges(std::string_view bytes, const std::string& path, Diagnostics& diagnostics);
std::vector<JudgementLine> parse_judgements(std::string_view bytes, const std::string& path, Diagnostics& diagnostics);

// With its line break.
std::string to_line(const MergeLine& line);
std::string to_line(const JudgementLine& line);

}  // namespace quanhe
