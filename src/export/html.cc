#include "export/html.h"

#include <string>
#include <string_view>

#include "base/check.h"
#include "export/packed_text.h"
#include "export/page.h"
#include "export/page_about.h"
#include "export/page_columns.h"
#include "query/edge_evidence.h"
#include "store/texts_by_id.h"

namespace quanhe {
namespace {

constexpr std::size_t kFewQuotations = 20;

// The page around its data, with what a file may not do forbidden.
struct PageParts {
  std::string before;
  std::string_view after;
};

PageParts page_parts() {
  const std::string_view whole = page();
  const std::size_t data = whole.find(kPageData);
  const std::size_t connections = whole.find(kPageConnections);
  QUANHE_CHECK(data != std::string_view::npos && connections < data);
  std::string before(whole.substr(0, data));
  before.replace(connections, kPageConnections.size(), "connect-src 'none'");
  return {std::move(before), whole.substr(data + kPageData.size())};
}

// Writes the lines of evidence, an edge each.
class EvidenceWriter {
 public:
  EvidenceWriter(const View& view, StoredGraph& graph, std::size_t most, ByteSink& sink)
      : view_(view), graph_(graph), evidence_(graph), texts_(graph), most_(most), sink_(sink), packed_(sink) {}

  Result<void> write() {
    for (const ViewEdge& edge : view_.edges) {
      if (sink_.failed()) break;
      const Result<StoredJudgement> judgement = judgement_of(edge);
      if (!judgement) return judgement.error();
      write_evidence(json_, judgement.value(), quotations_of(edge), edge.occurrences.size());
      packed_.append(json_.take());
      packed_.append("\n");
    }
    packed_.finish();
    return graph_.database().status();
  }

 private:
  std::vector<Quotation> quotations_of(const ViewEdge& edge) {
    std::vector<Weight> weights;
    for (std::size_t i = 0; i < edge.occurrences.size(); ++i) {
      const ViewOccurrence& occurrence = edge.occurrences[i];
      const ViewDocument& document = view_.documents[occurrence.document];
      weights.push_back({occurrence.status, occurrence.evidence.confidence, document.date, document.id,
                         static_cast<std::int64_t>(i), document.source_group});
    }
    std::vector<Quotation> quotations;
    for (const std::size_t place : order_of_quotation(weights)) {
      if (quotations.size() == most_) break;
      const ViewOccurrence& occurrence = edge.occurrences[place];
      quotations.push_back(quotation_of(view_, occurrence, texts_.of(view_.documents[occurrence.document].id)));
    }
    return quotations;
  }

  // Few edges are judged, so they are looked up.
  Result<StoredJudgement> judgement_of(const ViewEdge& edge) {
    if (!edge.confirmed) return StoredJudgement();
    const Result<std::optional<StoredNode>> from = graph_.find_id(view_.nodes[edge.from].id);
    if (!from) return from.error();
    const Result<std::optional<StoredNode>> to = graph_.find_id(view_.nodes[edge.to].id);
    if (!to) return to.error();
    if (!from.value() || !to.value()) return StoredJudgement();
    const Result<std::vector<StoredEdge>> edges = evidence_.edges_between(from.value()->key, to.value()->key);
    if (!edges) return edges.error();
    for (const StoredEdge& stored : edges.value()) {
      if (stored.relation == edge.relation && stored.from == from.value()->key) return evidence_.judgement_of(stored);
    }
    return StoredJudgement();
  }

  const View& view_;
  StoredGraph& graph_;
  StoredEvidence evidence_;
  TextsById texts_;
  std::size_t most_;
  ByteSink& sink_;
  PackedText packed_;
  JsonWriter json_;
};

void write_graph(const View& view, const WholeGraph& whole, const ExportOptions& options, ByteSink& sink) {
  PageAbout about;
  about.program_version = options.program_version;
  about.pack = view.pack;
  about.ontology = complete_ontology(view);
  about.documents = whole.documents;
  about.nodes = whole.nodes;
  about.edges = whole.edges;
  about.file = PageAbout::Part{view.nodes.size(), view.edges.size()};
  sink.append("<script id=\"quanhe-graph\" type=\"application/json\">{\"format\":1,\"about\":");
  sink.append(about_as_json(about));
  sink.append(",\n\"nodes\":");
  write_node_columns(view, about.ontology, options.figures, sink);
  sink.append(",\n\"edges\":");
  write_edge_columns(view, about.ontology, sink);
  sink.append("}</script>\n");
}

}  // namespace

Result<void> write_html(const View& view, const WholeGraph& whole, const ExportOptions& options, StoredGraph& graph,
                        ByteSink& sink) {
  QUANHE_CHECK(options.figures.positions.size() == view.nodes.size());
  QUANHE_CHECK(options.figures.degrees.size() == view.nodes.size());
  const PageParts parts = page_parts();
  sink.append(parts.before);
  write_graph(view, whole, options, sink);
  sink.append("<script id=\"quanhe-evidence\" type=\"text/plain\">");
  const EvidenceDetail detail = options.evidence.value_or(EvidenceDetail::kShort);
  if (detail != EvidenceDetail::kNone) {
    const std::size_t most = detail == EvidenceDetail::kFull ? SIZE_MAX : kFewQuotations;
    const Result<void> written = EvidenceWriter(view, graph, most, sink).write();
    if (!written) return written;
  }
  sink.append("</script>");
  sink.append(parts.after);
  return sink.finish();
}

}  // namespace quanhe
