#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "facts/ontology.h"

namespace quanhe {

// What the page says once of its graph.
struct PageAbout {
  // Of what a file holds.
  struct Part {
    std::uint64_t nodes = 0;
    std::uint64_t edges = 0;
  };

  std::string program_version;  // "0.1.0"
  PackInfo pack;
  Ontology ontology;
  std::uint64_t documents = 0;  // these three of the whole graph
  std::uint64_t nodes = 0;
  std::uint64_t edges = 0;
  std::optional<Part> file;  // nothing when the page is served
};

// "About" of docs/explorer.md, as JSON in one line. '<' is written \u003c.
std::string about_as_json(const PageAbout& about);

}  // namespace quanhe
