#include "workbench/coverage_run.h"

#include "workbench/read_text.h"

namespace quanhe {

Result<void> CoverageRun::add(const DocumentSource& source) {
  const auto read = read_text(source, rules_, ExtractStep::kDone);
  if (!read) return read.error();
  coverage_.add(read.value()->work);
  gaps_.add(read.value()->work);
  if (timed_) coverage_.measure(source);
  return {};
}

}  // namespace quanhe
