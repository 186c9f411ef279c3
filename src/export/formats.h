#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "corpus/view.h"
#include "export/byte_sink.h"
#include "export/options.h"

namespace quanhe {

enum class ExportFormat : std::uint8_t {
  kGraphml,
  kGexf,
  kJsonLd,
  kNQuads,
  kCsv,
  kTsv,
  kNodeLink,
  kDot,
  kSvg,
  kPng,
  kPdf,
  kHtml
};

// What comes out: one text, a folder with two tables, a picture that the renderer draws, or a page that quotes documents.
enum class ExportShape : std::uint8_t { kText, kTables, kPicture, kPage };

// "graphml", "gexf", "jsonld", "nquads", "csv", "tsv", "node-link", "dot", "svg", "png", "pdf", "html".
std::vector<std::string> export_format_names();
std::string_view to_string(ExportFormat format);
std::optional<ExportFormat> parse_export_format(std::string_view name);
ExportShape shape_of(ExportFormat format);

// Writes a format of the shape kText.
Result<void> write_text(ExportFormat format, const View& view, const ExportOptions& options, ByteSink& sink);

}  // namespace quanhe
