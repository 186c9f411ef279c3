#pragma once

#include <string>

namespace quanhe {

// What every export takes besides the view.
struct ExportOptions {
  std::string program_version;  // "0.1.0": written once into each file
  // Begins every IRI that is made here; absolute, ASCII, ends in '/'.
  std::string base_iri = "https://example.org/quanhe/";
};

}  // namespace quanhe
