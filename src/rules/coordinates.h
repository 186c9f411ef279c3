#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "rules/loading.h"

namespace quanhe {

// A latitude or a longitude as an entry of the lexicon gives it.
struct WrittenNumber {
  std::string_view text;
  const PackFile* file = nullptr;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

// Gathers where entries are and puts them into the ontology. What is no place on the earth is reported, and
// so is a second one of a node within a pack; of two packs the one that comes first here keeps its own. Within this folder
// only.
class Coordinates {
 public:
  explicit Coordinates(Loading& loading) : loading_(loading) {}

  void add(std::string_view type, std::string_view name, const WrittenNumber& latitude, const WrittenNumber& longitude);

  void finish();

 private:
  struct Given {
    Location location;
    const PackFile* file = nullptr;
    std::uint32_t line = 0;
  };

  Loading& loading_;
  std::map<std::string, Given> given_;  // by node
};

}  // namespace quanhe
