#pragma once

#include <string>
#include <vector>

#include "query/format.h"
#include "store/documents.h"

namespace quanhe {

// The documents of a graph, as `quanhe documents` prints them.
std::string format_documents(const std::vector<StoredDocument>& documents, Format format, int width);

}  // namespace quanhe
