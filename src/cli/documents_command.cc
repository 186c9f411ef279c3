#include <unistd.h>

#include <cstdio>

#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "query/document_list.h"

namespace quanhe {

int run_documents(const DocumentsArguments& arguments) {
  const Result<std::vector<StoredDocument>> documents = list_documents(arguments.graph);
  if (!documents) {
    print_error(documents.error().message);
    return kNothingDone;
  }
  const Format format = parse_format(arguments.format).value_or(Format::kTable);
  std::fputs(format_documents(documents.value(), format, terminal_width(STDOUT_FILENO)).c_str(), stdout);
  return finish_output(kDone);
}

}  // namespace quanhe
