#include "rules/lint.h"

namespace quanhe {
namespace {

void lint_acceptances(Loading& loading) {
  for (const Acceptance& acceptance : loading.acceptances) {
    if (acceptance.used) continue;
    report_at(loading.diagnostics, Severity::kWarning, *acceptance.file, acceptance.line, acceptance.column,
              "nothing here gives the warning \"" + acceptance.warning + "\"", "take it out of \"accept\"");
  }
}

}  // namespace

void lint(Loading& loading) {
  lint_lexicon(loading);
  lint_acceptances(loading);
}

}  // namespace quanhe
