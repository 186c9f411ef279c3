#include "export/dot_lines.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/strings.h"
#include "export/edge_summary.h"
#include "export/escape.h"
#include "export/shown_text.h"
#include "export/words.h"

namespace quanhe {
namespace {

constexpr std::size_t kLabelWidth = 20;
constexpr std::size_t kLabelLines = 3;
constexpr std::size_t kMostLabels = 6;
constexpr std::size_t kLongestTooltip = 500;
constexpr std::size_t kLongestQuote = 160;
constexpr std::size_t kQuotesPerEdge = 2;

bool is_symmetric(const View& view, const ViewEdge& edge) {
  const Relation* relation = view.ontology.find_relation(edge.relation);
  return relation != nullptr && relation->symmetric;
}

bool is_state(const View& view, const ViewEdge& edge) {
  const Relation* relation = view.ontology.find_relation(edge.relation);
  return relation != nullptr && relation->state;
}

bool has_quotes(const ExportOptions& options) {
  return options.evidence != EvidenceDetail::kNone && options.evidence != EvidenceDetail::kOffsets;
}

std::string quote_line(const View& view, const ViewOccurrence& occurrence) {
  const ViewDocument& document = view.documents[occurrence.document];
  std::string line = "“" + shorten(occurrence.evidence.quote, kLongestQuote) + "” (";
  if (const auto date = date_of(occurrence)) line += to_iso(*date) + ", ";
  return line + shorten(document.title.empty() ? document.id : document.title, 60) + ")";
}

}  // namespace

std::vector<DotLine> lines_of(const View& view, const ExportOptions& options) {
  std::map<std::tuple<std::uint32_t, std::uint32_t, bool>, DotLine> lines;
  for (const ViewEdge& edge : view.edges) {
    if (!is_exported(edge, options)) continue;
    const bool symmetric = is_symmetric(view, edge);
    DotLine& line = lines[{edge.from, edge.to, symmetric}];
    line.from = edge.from;
    line.to = edge.to;
    line.symmetric = symmetric;
    line.state = line.state && is_state(view, edge);
    line.planned = line.planned && edge.status == Status::kPlanned;
    line.edges.push_back(&edge);
  }
  std::vector<DotLine> sorted;
  sorted.reserve(lines.size());
  for (auto& [key, line] : lines) sorted.push_back(std::move(line));
  return sorted;
}

std::string line_label(const View& view, const DotLine& line, const ExportOptions& options) {
  std::vector<std::string> rows;
  for (std::size_t i = 0; i < line.edges.size(); ++i) {
    if (i == kMostLabels) {
      rows.push_back("+" + std::to_string(line.edges.size() - i));
      break;
    }
    const std::size_t count = summarize(*line.edges[i], options).shown.size();
    std::string label = relation_label(view, line.edges[i]->relation);
    if (count > 1) label += " ×" + std::to_string(count);
    // A bullet shows where the next of several relations begins.
    auto wrapped = wrap(label, kLabelWidth, kLabelLines);
    if (line.edges.size() > 1) wrapped.front() = "• " + wrapped.front();
    rows.insert(rows.end(), wrapped.begin(), wrapped.end());
  }
  return join(rows, "\n");
}

std::string line_tooltip(const View& view, const DotLine& line, const ExportOptions& options) {
  std::string tooltip;
  for (const ViewEdge* edge : line.edges) {
    std::string part = shorten(view.nodes[edge->from].name, 60) + " – " + relation_label(view, edge->relation) + " – " +
                       shorten(view.nodes[edge->to].name, 60) + (edge->confirmed ? " ✓" : "");
    const EdgeSummary summary = summarize(*edge, options);
    const std::size_t quotes = has_quotes(options) ? std::min(summary.shown.size(), kQuotesPerEdge) : 0;
    for (std::size_t i = 0; i < quotes; ++i) {
      part += "\n" + quote_line(view, *summary.shown[i]);
    }
    // Whole entries only, so that no quote is cut twice; the first always fits.
    const bool fits = tooltip.size() + part.size() <= kLongestTooltip;
    if (!fits && !tooltip.empty()) return tooltip + "\n…";
    tooltip += (tooltip.empty() ? "" : "\n") + part;
  }
  return tooltip;
}

std::string line_url(const View& view, const DotLine& line, const ExportOptions& options) {
  for (const ViewEdge* edge : line.edges) {
    for (const ViewOccurrence* occurrence : summarize(*edge, options).shown) {
      std::string url = to_safe_url(view.documents[occurrence->document].url);
      if (!url.empty()) return url;
    }
  }
  return "";
}

}  // namespace quanhe
