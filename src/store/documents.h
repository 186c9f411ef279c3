#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace quanhe {

// A document of a graph.db, as a list of them shows it.
struct StoredDocument {
  std::string id;
  std::string date;
  std::string date_basis;
  std::string title;
  std::string url;
  std::string origin;
  std::string place;
  std::string pack_hash;      // of the rules that read it
  std::string near_copy_of;   // id of the first document of its source group, or "" when it is that
  std::uint32_t statements = 0;
  std::uint32_t sentences = 0;
};

// All documents, by id. Errors as those of read_view().
Result<std::vector<StoredDocument>> list_documents(const std::filesystem::path& path);

}  // namespace quanhe
