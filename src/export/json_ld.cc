#include "export/json_ld.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/edge_summary.h"
#include "export/escape.h"
#include "export/json_ld_context.h"
#include "json/json_writer.h"

namespace quanhe {
namespace {

class JsonLdWriter {
 public:
  JsonLdWriter(const View& view, const ExportOptions& options, ByteSink& sink)
      : view_(view), options_(options), sink_(sink), language_(to_language_tag(view.ontology.language)) {}

  void write() {
    write_context(json_, view_, options_);
    sink_.append("{\"@context\": " + json_.take() + ",\n\"@graph\": [");
    write_vocabulary(json_, view_, options_, [this] { give(); });
    for (const ViewDocument& document : view_.documents) write_document(document);
    write_nodes();
    for (const ViewEdge& edge : view_.edges) {
      if (sink_.failed()) return;
      if (is_exported(edge)) write_relation(edge);
    }
    sink_.append("\n]}\n");
  }

 private:
  // Hands on the object that is complete in `json_`.
  void give() {
    sink_.append(first_ ? "\n" : ",\n");
    sink_.append(json_.take());
    first_ = false;
  }

  void types(std::initializer_list<std::string_view> names) {
    json_.key("@type");
    json_.begin_array();
    for (const std::string_view name : names) json_.string(name);
    json_.end_array();
  }

  void integer(std::string_view key, std::size_t value) {
    json_.key(key);
    json_.integer(static_cast<std::int64_t>(value));
  }

  void write_document(const ViewDocument& document) {
    json_.begin_object();
    json_.field("@id", document_iri(document));
    types({"schema:NewsArticle", "prov:Entity"});
    json_.field("schema:identifier", document.id);
    if (!document.title.empty()) write_labels(json_, "label", {{language_, document.title}});
    if (const auto date = parse_iso_date(document.date)) write_date(json_, "schema:datePublished", *date);
    if (!document.date_basis.empty()) json_.field("qh:dateBasis", document.date_basis);
    if (const std::string url = to_safe_url(document.url); !url.empty()) json_.field("url", url);
    json_.field("schema:inLanguage", language_);
    integer("qh:sourceGroup", document.source_group);
    json_.end_object();
    give();
  }

  // Plain triples stand at their subject, so edges are needed by `from` here; elsewhere by relation.
  void write_nodes() {
    std::vector<std::uint32_t> by_subject;
    for (std::uint32_t i = 0; i < view_.edges.size(); ++i) {
      if (is_exported(view_.edges[i])) by_subject.push_back(i);
    }
    std::stable_sort(by_subject.begin(), by_subject.end(),
                     [this](std::uint32_t a, std::uint32_t b) { return view_.edges[a].from < view_.edges[b].from; });
    auto begin = by_subject.cbegin();
    for (std::uint32_t i = 0; i < view_.nodes.size() && !sink_.failed(); ++i) {
      const auto end =
          std::find_if(begin, by_subject.cend(), [&](std::uint32_t e) { return view_.edges[e].from != i; });
      write_node(view_.nodes[i], {begin, end});
      begin = end;
    }
  }

  void write_node(const ViewNode& node, std::span<const std::uint32_t> edges) {
    json_.begin_object();
    json_.field("@id", node_iri(node));
    json_.key("@type");
    json_.begin_array();
    json_.string("qh:Entity");
    json_.string(term_iri(node.type));
    write_public_types(node);
    json_.end_array();
    write_labels(json_, "label", {{language_, node.name}});
    if (!node.aliases.empty()) write_aliases(node);
    integer("documentCount", node.document_count);
    // Edges are sorted by relation, so those of one relation stand together.
    for (auto edge = edges.begin(); edge != edges.end();) {
      const std::string& relation = view_.edges[*edge].relation;
      json_.key(term_iri(relation));
      json_.begin_array();
      for (; edge != edges.end() && view_.edges[*edge].relation == relation; ++edge) {
        json_.begin_object();
        json_.field("@id", node_iri(view_.nodes[view_.edges[*edge].to]));
        json_.end_object();
      }
      json_.end_array();
    }
    json_.end_object();
    give();
  }

  void write_public_types(const ViewNode& node) {
    const NodeType* type = view_.ontology.find_type(node.type);
    if (type == nullptr) return;
    for (const std::string& iri : type->iris) {
      if (is_absolute_iri(iri)) json_.string(iri);
    }
  }

  void write_aliases(const ViewNode& node) {
    json_.key("altLabel");
    json_.begin_object();
    json_.key(language_);
    json_.begin_array();
    for (const std::string& alias : node.aliases) json_.string(alias);
    json_.end_array();
    json_.end_object();
  }

  void write_relation(const ViewEdge& edge) {
    const EdgeSummary summary = summarize(edge);
    const std::string iri = "kg:relation/" + to_iri_piece(edge_id(view_, edge));
    const std::vector<std::string> evidence = evidence_iris(iri, summary);
    json_.begin_object();
    json_.field("@id", iri);
    types({"rdf:Statement", "qh:Relation"});
    json_.field("subject", node_iri(view_.nodes[edge.from]));
    json_.field("predicate", term_iri(edge.relation));
    json_.field("object", node_iri(view_.nodes[edge.to]));
    json_.field("status", to_string(edge.status));
    json_.field("confidence", thousandths_to_decimal(edge.confidence));
    integer("count", summary.shown.size());
    integer("sourceCount", edge.source_count);
    if (summary.start) write_date(json_, "schema:startDate", *summary.start);
    if (summary.end) write_date(json_, "schema:endDate", *summary.end);
    json_.key("evidence");
    json_.begin_array();
    for (const std::string& each : evidence) json_.string(each);
    json_.end_array();
    json_.end_object();
    give();
    for (std::size_t i = 0; i < evidence.size(); ++i) write_evidence(evidence[i], *summary.shown[i]);
  }

  // Numbered within their document, so that another document does not change them.
  std::vector<std::string> evidence_iris(const std::string& relation, const EdgeSummary& summary) const {
    std::map<std::uint32_t, int> counts;
    std::vector<std::string> iris;
    for (const ViewOccurrence* occurrence : summary.shown) {
      const std::string document = to_iri_piece(view_.documents[occurrence->document].id);
      iris.push_back(relation + "/" + document + "/" + std::to_string(++counts[occurrence->document]));
    }
    return iris;
  }

  void write_evidence(const std::string& iri, const ViewOccurrence& occurrence) {
    const Evidence& evidence = occurrence.evidence;
    const std::string document = document_iri(view_.documents[occurrence.document]);
    json_.begin_object();
    json_.field("@id", iri);
    types({"oa:SpecificResource", "qh:Evidence"});
    json_.field("hasSource", document);
    json_.field("derivedFrom", document);
    json_.field("generatedBy", run_iri(view_));
    json_.field("rule", evidence.rule);
    json_.field("status", to_string(occurrence.status));
    json_.field("confidence", thousandths_to_decimal(evidence.confidence));
    integer("qh:occurrence", occurrence.number);
    write_attributes(occurrence);
    json_.key("hasSelector");
    json_.begin_array();
    write_selectors(iri, evidence);
    json_.end_array();
    json_.end_object();
    give();
  }

  void write_attributes(const ViewOccurrence& occurrence) {
    for (const auto& [name, value] : occurrence.attributes) {
      const auto date = is_date_attribute(name) ? parse_iso_date(value) : std::nullopt;
      if (date) {
        write_date(json_, attribute_iri(name), *date);
      } else {
        json_.field(attribute_iri(name), value);
      }
    }
  }

  void write_selectors(const std::string& iri, const Evidence& evidence) {
    json_.begin_object();
    json_.field("@id", iri + "/quote");
    json_.field("@type", "oa:TextQuoteSelector");
    json_.field("exact", evidence.quote);
    json_.end_object();
    json_.begin_object();
    json_.field("@id", iri + "/bytes");
    json_.field("@type", "oa:DataPositionSelector");
    integer("start", evidence.span.start);
    integer("end", evidence.span.end);
    json_.end_object();
  }

  const View& view_;
  const ExportOptions& options_;
  ByteSink& sink_;
  std::string language_;
  JsonWriter json_;
  bool first_ = true;
};

}  // namespace

Result<void> write_json_ld(const View& view, const ExportOptions& options, ByteSink& sink) {
  JsonLdWriter(view, options, sink).write();
  return sink.finish();
}

}  // namespace quanhe
