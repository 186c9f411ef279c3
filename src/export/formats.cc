#include "export/formats.h"

#include <array>

#include "base/check.h"
#include "export/dot.h"
#include "export/gexf.h"
#include "export/graphml.h"
#include "export/json_ld.h"
#include "export/n_quads.h"
#include "export/node_link.h"

namespace quanhe {
namespace {

using Write = Result<void> (*)(const View&, const ExportOptions&, ByteSink&);

struct Entry {
  std::string_view name;
  ExportFormat format;
  ExportShape shape;
  Write write;  // of the shape kText, else nullptr
};

constexpr std::array kFormats = {
    Entry{"graphml", ExportFormat::kGraphml, ExportShape::kText, write_graphml},
    Entry{"gexf", ExportFormat::kGexf, ExportShape::kText, write_gexf},
    Entry{"jsonld", ExportFormat::kJsonLd, ExportShape::kText, write_json_ld},
    Entry{"nquads", ExportFormat::kNQuads, ExportShape::kText, write_n_quads},
    Entry{"csv", ExportFormat::kCsv, ExportShape::kTables, nullptr},
    Entry{"tsv", ExportFormat::kTsv, ExportShape::kTables, nullptr},
    Entry{"node-link", ExportFormat::kNodeLink, ExportShape::kText, write_node_link},
    Entry{"dot", ExportFormat::kDot, ExportShape::kText, write_dot},
    Entry{"svg", ExportFormat::kSvg, ExportShape::kPicture, nullptr},
    Entry{"png", ExportFormat::kPng, ExportShape::kPicture, nullptr},
    Entry{"pdf", ExportFormat::kPdf, ExportShape::kPicture, nullptr},
    Entry{"html", ExportFormat::kHtml, ExportShape::kPage, nullptr},
};

const Entry& entry_of(ExportFormat format) { return kFormats[static_cast<std::size_t>(format)]; }

}  // namespace

std::vector<std::string> export_format_names() {
  std::vector<std::string> names;
  for (const Entry& entry : kFormats) names.emplace_back(entry.name);
  return names;
}

std::string_view to_string(ExportFormat format) { return entry_of(format).name; }

std::optional<ExportFormat> parse_export_format(std::string_view name) {
  for (const Entry& entry : kFormats) {
    if (entry.name == name) return entry.format;
  }
  return std::nullopt;
}

ExportShape shape_of(ExportFormat format) { return entry_of(format).shape; }

Result<void> write_text(ExportFormat format, const View& view, const ExportOptions& options, ByteSink& sink) {
  QUANHE_CHECK(entry_of(format).write != nullptr);
  return entry_of(format).write(view, options, sink);
}

}  // namespace quanhe
