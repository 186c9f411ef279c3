#include <cstdio>

#include "cli/about.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "explorer/serve.h"

namespace quanhe {

int run_serve(const ServeArguments& arguments) {
  bool is_printed = true;
  const auto ready = [&](const std::string& address) {
    std::printf("%s\n", address.c_str());
    is_printed = flush_output().ok();
    if (!arguments.open) return;
    if (const Result<void> opened = open_in_browser(address); !opened) print_warning(opened.error().message);
  };
  const Result<void> served =
      serve({arguments.graph, static_cast<std::uint16_t>(arguments.port), kProgramVersion}, ready);
  if (served) return is_printed ? kDone : kNothingDone;
  print_error(served.error().message);
  return kNothingDone;
}

}  // namespace quanhe
