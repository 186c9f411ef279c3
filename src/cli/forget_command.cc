#include <cstdio>

#include "base/strings.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "pipeline/change_graph.h"

namespace quanhe {

int run_forget(const ForgetArguments& arguments) {
  const Result<Forgotten> forgotten = forget_documents(arguments.graph, arguments.documents);
  if (!forgotten) {
    print_error(forgotten.error().message);
    return kNothingDone;
  }
  if (!forgotten.value().unknown.empty()) {
    print_error("no document has the id '" + join(forgotten.value().unknown, "', nor '") +
                "', so nothing was removed; 'quanhe documents' lists the ids");
    return kAnswerIsNo;
  }
  for (const std::string& id : forgotten.value().documents) std::printf("removed %s\n", id.c_str());
  return finish_output(kDone);
}

}  // namespace quanhe
