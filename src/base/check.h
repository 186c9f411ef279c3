#pragma once

namespace quanhe {

// Prints what was violated and where, then aborts. For our own mistakes only: a state that no input,
// rule file or system failure can bring about.
[[noreturn]] void fail_check(const char* condition, const char* file, int line);

}  // namespace quanhe

// Stays on in release builds.
#define QUANHE_CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::quanhe::fail_check(#condition, __FILE__, __LINE__))
