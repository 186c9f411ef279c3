#include <cstdio>

#include "cli/commands.h"
#include "cli/messages.h"
#include "store/dump.h"

namespace quanhe {

int run_dump(const DumpArguments& arguments) {
  const Result<void> dumped = dump_store(arguments.graph, [](const std::string& piece) {
    std::fwrite(piece.data(), 1, piece.size(), stdout);
  });
  const Result<void> written = dumped ? flush_output() : dumped;
  if (written) return kDone;
  print_error(written.error().message);
  return kNothingDone;
}

}  // namespace quanhe
