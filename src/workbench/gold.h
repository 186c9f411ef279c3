#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace quanhe {

struct GoldNode {
  std::string id;  // unique in its document, never empty
  std::string type;
  std::string name;
  std::vector<std::string> aliases;
};

struct GoldEdge {
  std::uint32_t from = 0;  // index into GoldDocument::nodes
  std::uint32_t to = 0;
  std::string relation;
  std::string date;   // ISO 8601, or ""
  std::string quote;  // words of the text that say so, or ""
  bool hard = false;  // counts neither for nor against
};

// What a person says that a document says. The format is described in docs/commands.md.
struct GoldDocument {
  std::string path;
  std::string id;  // of the document
  std::vector<GoldNode> nodes;
  std::vector<GoldEdge> edges;
};

// Every .json file of the folder, in the order of their names; ids are unique. What is wrong goes into `faults`, one
// for each file at most, and names the file and the place in it; the folder itself may be at fault too.
std::vector<GoldDocument> read_gold(const std::filesystem::path& folder, std::vector<Error>& faults);

}  // namespace quanhe
