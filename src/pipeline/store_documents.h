#pragma once

#include "pipeline/build.h"
#include "store/graph_store.h"

namespace quanhe {

// Puts what the inputs say into the store, in batches that stay whatever happens, and with options.prune removes what has
// vanished from them. Fills the counts of documents in `report`.
Result<void> store_documents(InputReader& inputs, const RuleSet& rules, const BuildOptions& options,
                             const BuildEvents& events, GraphStore& store, BuildReport& report);

}  // namespace quanhe
