#pragma once

#include <vector>

#include "facts/facts.h"
#include "store/keys.h"

namespace quanhe {

// What a document's statement adds to its edge.
struct StoredClaim {
  EdgeKey edge = 0;
  EdgeKey said_edge = 0;  // between the document's own nodes, where that is another; else 0
  Status status = Status::kHappened;
  int confidence = 0;  // thousandths
  Standing standing = Standing::kWritten;
};

using Claims = std::vector<StoredClaim>;

}  // namespace quanhe
