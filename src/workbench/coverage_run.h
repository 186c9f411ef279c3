#pragma once

#include "base/result.h"
#include "workbench/coverage.h"
#include "workbench/gap_finder.h"

namespace quanhe {

// What the rules of a pack do over documents, and what none of them reads.
class CoverageRun {
 public:
  // `rules` outlives the run. With `timed`, the time of each rule is measured, too.
  CoverageRun(const RuleSet& rules, bool timed) : rules_(rules), timed_(timed), coverage_(rules) {}

  // An Error where the text is no document.
  Result<void> add(const DocumentSource& source);

  const Coverage& coverage() const { return coverage_; }
  const GapFinder& gaps() const { return gaps_; }

 private:
  const RuleSet& rules_;
  bool timed_;
  Coverage coverage_;
  GapFinder gaps_;
};

}  // namespace quanhe
