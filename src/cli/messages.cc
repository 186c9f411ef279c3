#include "cli/messages.h"

#include <malloc.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <thread>

#include "cli/commands.h"
#include "rules/load.h"

namespace quanhe {
namespace {

// A long document comes after the tables that read the rules, and must not come on top of what these left behind; nor must
// a list of it that grows come on top of all that it was before.
void give_back_freed_memory() {
#ifdef __GLIBC__
  malloc_trim(0);
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

}  // namespace

void print_error(const std::string& message) { std::fprintf(stderr, "quanhe: error: %s\n", message.c_str()); }

void print_warning(const std::string& message) { std::fprintf(stderr, "quanhe: warning: %s\n", message.c_str()); }

Result<void> flush_output() {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return {};
  return Error{std::string("cannot write to standard output: ") + std::strerror(errno)};
}

int finish_output(int code) {
  const Result<void> printed = flush_output();
  if (printed) return code;
  print_error(printed.error().message);
  return kNothingDone;
}

std::unique_ptr<const RuleSet> load_rules_or_print(const std::vector<std::string>& folders) {
  const std::vector<std::filesystem::path> paths(folders.begin(), folders.end());
  Diagnostics diagnostics;
  std::unique_ptr<const RuleSet> rules = load_rules(paths, diagnostics);
  std::fputs(diagnostics.to_text().c_str(), stderr);
  if (rules == nullptr) print_error("the rules cannot be used");
  give_back_freed_memory();
  return rules;
}

unsigned thread_count(unsigned asked) { return asked != 0 ? asked : std::max(1U, std::thread::hardware_concurrency()); }

int exit_code(std::uint64_t done, std::uint64_t refused) {
  if (done == 0) return kNothingDone;
  return refused == 0 ? kDone : kSomeRefused;
}

}  // namespace quanhe
