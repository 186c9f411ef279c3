#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace quanhe {

// How statements were judged. Open are those that a person could not decide.
struct Judgements {
  std::uint64_t right = 0;
  std::uint64_t wrong = 0;
  std::uint64_t open = 0;
  std::uint64_t missing = 0;  // not judged yet
};

struct JudgedSheet {
  Judgements all;
  std::map<std::string, Judgements> relations;
  std::map<std::string, Judgements> rules;
};

// Reads a sheet of Sample::to_sheet() whose column `judgement` was filled with right, wrong or open, in any letter
// case. Columns may stand in any order, and others beside them. Faults go into `diagnostics`: a column that is missing,
// another word in `judgement`, a row that is too short. `path` is for these.
JudgedSheet read_judged_sheet(std::string_view bytes, const std::string& path, Diagnostics& diagnostics);

// Precision with its 95 % interval over all rows, by relation and by rule.
std::string to_text(const JudgedSheet& sheet);

}  // namespace quanhe
