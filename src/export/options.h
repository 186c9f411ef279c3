#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quanhe {

// How much of the reasons for an edge an export carries.
enum class EvidenceDetail : std::uint8_t {
  kNone,
  kOffsets,  // every occurrence with its document, offsets, rule and attributes, without words
  kShort,    // the first 20 occurrences, quotes cut to 300 code points
  kFull      // every occurrence with its whole quote
};

enum class GexfVersion : std::uint8_t { k12, k13 };

struct Position {
  double x = 0;
  double y = 0;
};

// What is computed of nodes on request, each by index into View::nodes; empty when it was not asked for.
struct NodeFigures {
  std::vector<double> ranks;
  std::vector<Position> positions;
  std::vector<std::uint32_t> degrees;  // edges of the whole graph
};

// What every export takes besides the view.
struct ExportOptions {
  std::string program_version;  // "0.1.0": written once into each file
  // Begins every IRI that is made here; absolute, ASCII, ends in '/'.
  std::string base_iri = "https://example.org/quanhe/";
  // When not given: kShort where evidence is a column of its edge, kFull where each occurrence stands alone.
  std::optional<EvidenceDetail> evidence = std::nullopt;
  bool every_status = false;  // with what was denied or only asked for
  GexfVersion gexf_version = GexfVersion::k13;
  NodeFigures figures = {};
};

}  // namespace quanhe
