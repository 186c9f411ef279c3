#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <concepts>
#include <cstddef>
#include <set>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "export/edge_summary.h"
#include "export/escape.h"
#include "export/evidence_json.h"
#include "export/numbers.h"
#include "export/rdf.h"
#include "export/rdf_terms.h"
#include "facts/date.h"

namespace quanhe {

// Takes a graph as one resource after the other: begin(), its types, its properties, end(). Values of one property of a resource
// come one after the other.
template <typename Sink>
concept RdfSink = requires(Sink& sink, const Property& property, const Iri& iri, std::string_view text) {
  sink.begin(iri);
  sink.type(iri);
  sink.link(property, iri);
  // Of kind kLanguage, and its well-formed tag, which comes once for a property that is not `many`.
  sink.text(property, text, text);
  // Any other kind, and a name in XML Schema's namespace or "" for a plain string.
  sink.value(property, text, text);
  sink.end();
  // Nothing arrives any more: the giver may stop.
  { sink.failed() } -> std::same_as<bool>;
};

namespace rdf {

inline Iri thing(std::string_view lead, std::string_view name) { return {Prefix::kThing, lead, name, ""}; }
// Of what is a piece of an IRI already.
inline Iri safe_thing(std::string_view name, std::string_view tail = "") { return {Prefix::kThing, name, "", tail}; }
constexpr Iri known(Prefix prefix, std::string_view name) { return {prefix, name, "", ""}; }
inline Iri absolute(std::string_view iri) { return {Prefix::kAbsolute, "", iri, ""}; }
inline Iri node_iri(const ViewNode& node) { return thing("", node.id); }
inline Iri document_iri(const ViewDocument& document) { return thing("document/", document.id); }
inline Iri pack_term(const std::string& type_or_relation) { return {Prefix::kPack, "", type_or_relation, ""}; }

inline std::string_view datatype_of(const PartialDate& date) {
  return date.day != 0 ? "date" : date.month != 0 ? "gYearMonth" : "gYear";
}

template <RdfSink Sink>
class Description {
 public:
  Description(const View& view, const ExportOptions& options, Sink& sink)
      : view_(view),
        options_(options),
        sink_(sink),
        detail_(options.evidence.value_or(EvidenceDetail::kFull)),
        language_(to_language_tag(view.ontology.language)),
        run_("run/" + to_iri_piece(view.pack.name + "-" + view.pack.hash)) {}

  void give() {
    give_run();
    give_vocabulary();
    for (const ViewDocument& document : view_.documents) give_document(document);
    give_nodes();
    for (std::size_t i = 0; i < view_.edges.size() && !sink_.failed(); ++i) {
      announce_edges_behind(view_, i);
      const ViewEdge& edge = view_.edges[i];
      if (is_exported(edge, options_)) give_relation(edge);
    }
  }

 private:
  static constexpr std::size_t kLongestDate = 10;  // 2021-06-07
  static constexpr std::ptrdiff_t kAnnounced = 12;  // how many edges before its turn one is fetched

  void date(const Property& property, const PartialDate& date) {
    sink_.value(property, to_iso(date), datatype_of(date));
  }
  [[gnu::always_inline]] void number(const Property& property, std::uint64_t value) {
    std::array<char, 20> digits;
    const char* const end = std::to_chars(digits.begin(), digits.end(), value).ptr;
    sink_.value(property, std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())),
                quanhe::datatype_of(property.kind));
  }
  void real(const Property& property, double value) {
    append_decimal(number_.begin(), value);
    sink_.value(property, number_.text(), "decimal");
  }

  // Two languages may come out as the same tag; the first stays.
  void labels(const Labels& labels) {
    std::set<std::string> written;
    for (const auto& [language, text] : labels) {
      const std::string tag = to_language_tag(language);
      if (written.insert(tag).second) sink_.text(kLabel, text, tag);
    }
  }

  void give_run() {
    const Iri pack = thing("pack/", view_.pack.name);
    const Iri program = thing("program/", "quanhe");
    sink_.begin(pack);
    sink_.type(known(Prefix::kProv, "Entity"));
    sink_.type(known(Prefix::kOwn, "Pack"));
    sink_.value(kName, view_.pack.name, "");
    sink_.value(kVersion, view_.pack.version, "");
    sink_.value(kHash, view_.pack.hash, "");
    sink_.end();
    sink_.begin(program);
    sink_.type(known(Prefix::kProv, "SoftwareAgent"));
    sink_.value(kName, "quanhe", "");
    sink_.value(kSoftwareVersion, options_.program_version, "");
    sink_.end();
    sink_.begin(safe_thing(run_));
    sink_.type(known(Prefix::kProv, "Activity"));
    sink_.link(kUsed, pack);
    sink_.link(kAssociated, program);
    sink_.end();
  }

  // The types of the nodes and all that they are a kind of; the relations of the edges.
  void give_vocabulary() {
    std::set<std::string> used;
    for (const ViewNode& node : view_.nodes) {
      const NodeType* type = view_.ontology.find_type(node.type);
      while (type != nullptr && used.insert(type->name).second) type = view_.ontology.find_type(type->parent);
    }
    for (const NodeType& type : view_.ontology.types) {
      if (used.contains(type.name)) give_class(type);
    }
    used.clear();
    for (const ViewEdge& edge : view_.edges) {
      if (is_exported(edge, options_)) used.insert(edge.relation);
    }
    for (const Relation& relation : view_.ontology.relations) {
      if (used.contains(relation.name)) give_property(relation);
    }
  }

  void give_class(const NodeType& type) {
    sink_.begin(pack_term(type.name));
    sink_.type(known(Prefix::kRdfs, "Class"));
    labels(type.labels);
    sink_.link(kSubClassOf, type.parent.empty() ? known(Prefix::kOwn, "Entity") : pack_term(type.parent));
    for (const std::string& iri : type.iris) {
      if (is_absolute_iri(iri)) sink_.link(kSubClassOf, absolute(iri));
    }
    sink_.end();
  }

  void give_property(const Relation& relation) {
    sink_.begin(pack_term(relation.name));
    sink_.type(known(Prefix::kRdf, "Property"));
    sink_.type(known(Prefix::kOwn, relation.state ? "StateRelation" : "ActRelation"));
    if (relation.symmetric) sink_.type(known(Prefix::kOwl, "SymmetricProperty"));
    labels(relation.labels);
    if (is_absolute_iri(relation.iri)) sink_.link(kSubPropertyOf, absolute(relation.iri));
    sink_.end();
  }

  void give_document(const ViewDocument& document) {
    sink_.begin(document_iri(document));
    sink_.type(known(Prefix::kSchema, "NewsArticle"));
    sink_.type(known(Prefix::kProv, "Entity"));
    sink_.value(kIdentifier, document.id, "");
    if (!document.title.empty()) sink_.text(kLabel, document.title, language_);
    if (const auto published = parse_iso_date(document.date)) date(kPublished, *published);
    if (!document.date_basis.empty()) sink_.value(kDateBasis, document.date_basis, "");
    if (const std::string url = to_safe_url(document.url); !url.empty()) sink_.link(kUrl, absolute(url));
    sink_.value(kInLanguage, language_, "");
    number(kSourceGroup, document.source_group);
    sink_.end();
  }

  // Plain triples stand at their subject, so edges are needed by `from` here; elsewhere by relation.
  void give_nodes() {
    const std::vector<std::uint32_t> by_subject = edges_by_subject();
    auto edge = by_subject.cbegin();
    for (std::uint32_t i = 0; i < view_.nodes.size() && !sink_.failed(); ++i) {
      give_node(i);
      for (; edge != by_subject.cend() && view_.edges[*edge].from == i; ++edge) {
        if (by_subject.cend() - edge > kAnnounced) __builtin_prefetch(&view_.edges[edge[kAnnounced]]);
        const ViewEdge& relation = view_.edges[*edge];
        sink_.link({"", pack_term(relation.relation), ValueKind::kLink, true}, node_iri(view_.nodes[relation.to]));
      }
      sink_.end();
      if (const Location* location = location_of(view_.nodes[i])) give_location(view_.nodes[i], *location);
    }
  }

  // The exported edges by their `from`, and those of one by their number, which keeps a relation's together.
  std::vector<std::uint32_t> edges_by_subject() const {
    std::vector<std::uint32_t> begins(view_.nodes.size() + 1);
    for (const ViewEdge& edge : view_.edges) {
      if (is_exported(edge, options_)) ++begins[edge.from + 1];
    }
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    std::vector<std::uint32_t> sorted(begins.back());
    for (std::uint32_t i = 0; i < view_.edges.size(); ++i) {
      if (is_exported(view_.edges[i], options_)) sorted[begins[view_.edges[i].from]++] = i;
    }
    return sorted;
  }

  const Location* location_of(const ViewNode& node) const { return view_.ontology.find_location(node.id); }
  static Iri location_iri(const ViewNode& node) { return thing("location/", node.id); }

  void give_location(const ViewNode& node, const Location& location) {
    sink_.begin(location_iri(node));
    sink_.type(known(Prefix::kSchema, "GeoCoordinates"));
    append_exact(number_.begin(), location.latitude);
    sink_.value(kLatitude, number_.text(), "decimal");
    append_exact(number_.begin(), location.longitude);
    sink_.value(kLongitude, number_.text(), "decimal");
    sink_.end();
  }

  // All but its relations, and without its end.
  void give_node(std::size_t index) {
    const ViewNode& node = view_.nodes[index];
    sink_.begin(node_iri(node));
    sink_.type(known(Prefix::kOwn, "Entity"));
    sink_.type(pack_term(node.type));
    const NodeType* type = view_.ontology.find_type(node.type);
    if (type != nullptr) {
      for (const std::string& iri : type->iris) {
        if (is_absolute_iri(iri)) sink_.type(absolute(iri));
      }
    }
    sink_.text(kLabel, node.name, language_);
    for (const std::string& alias : node.aliases) sink_.text(kAltLabel, alias, language_);
    number(kDocumentCount, node.document_count);
    if (location_of(node) != nullptr) sink_.link(kGeo, location_iri(node));
    const NodeFigures& figures = options_.figures;
    if (!figures.ranks.empty()) real(kRank, figures.ranks[index]);
    if (!figures.positions.empty()) {
      real(kX, figures.positions[index].x);
      real(kY, figures.positions[index].y);
    }
  }

  void give_relation(const ViewEdge& edge) {
    const EdgeSummary summary = summarize(edge, options_);
    const std::string name = edge.relation + "-" + to_hex(stable_hash(edge_id(view_, edge)));
    name_evidence(name, summary);
    sink_.begin(thing("relation/", name));
    sink_.type(known(Prefix::kRdf, "Statement"));
    sink_.type(known(Prefix::kOwn, "Relation"));
    sink_.link(kSubject, node_iri(view_.nodes[edge.from]));
    sink_.link(kPredicate, pack_term(edge.relation));
    sink_.link(kObject, node_iri(view_.nodes[edge.to]));
    sink_.value(kStatus, to_string(edge.status), "");
    sink_.value(kConfidence, thousandths_to_decimal(edge.confidence), "decimal");
    number(kCount, summary.shown.size());
    number(kSourceCount, edge.source_count);
    if (edge.confirmed) sink_.value(kJudgement, judgement_of(edge), "");
    if (summary.start) date(kStartDate, *summary.start);
    if (summary.end) date(kEndDate, *summary.end);
    for (const std::string& each : evidence_) sink_.link(kEvidence, safe_thing(each));
    sink_.end();
    for (std::size_t i = 0; i < evidence_.size(); ++i) give_evidence(evidence_[i], *summary.shown[i]);
  }

  // Numbered within their document, so that another document does not change them.
  void name_evidence(const std::string& relation, const EdgeSummary& summary) {
    evidence_.clear();
    if (detail_ == EvidenceDetail::kNone) return;
    const std::size_t most = detail_ == EvidenceDetail::kShort ? kMostShortEvidence : summary.shown.size();
    int number = 0;
    for (std::size_t i = 0; i < std::min(most, summary.shown.size()); ++i) {
      // Occurrences are sorted by document.
      const std::uint32_t document = summary.shown[i]->document;
      number = i > 0 && summary.shown[i - 1]->document == document ? number + 1 : 1;
      hashed_ = relation;
      hashed_.append(1, '\n').append(view_.documents[document].id).append(1, '\n').append(std::to_string(number));
      evidence_.push_back("evidence/" + to_hex(stable_hash(hashed_)));
    }
  }

  void give_evidence(const std::string& name, const ViewOccurrence& occurrence) {
    const Evidence& evidence = occurrence.evidence;
    const Iri document = document_iri(view_.documents[occurrence.document]);
    const Iri quote = safe_thing(name, "/quote");
    const Iri bytes = safe_thing(name, "/bytes");
    sink_.begin(safe_thing(name));
    sink_.type(known(Prefix::kOa, "SpecificResource"));
    sink_.type(known(Prefix::kOwn, "Evidence"));
    sink_.link(kHasSource, document);
    sink_.link(kDerivedFrom, document);
    sink_.link(kGeneratedBy, safe_thing(run_));
    sink_.value(kRule, evidence.rule, "");
    sink_.value(kStatus, to_string(occurrence.status), "");
    sink_.value(kConfidence, thousandths_to_decimal(evidence.confidence), "decimal");
    number(kOccurrence, occurrence.number);
    give_attributes(occurrence);
    if (detail_ != EvidenceDetail::kOffsets) sink_.link(kHasSelector, quote);
    sink_.link(kHasSelector, bytes);
    sink_.end();
    if (detail_ != EvidenceDetail::kOffsets) {
      sink_.begin(quote);
      sink_.type(known(Prefix::kOa, "TextQuoteSelector"));
      const bool whole = detail_ == EvidenceDetail::kFull;
      sink_.value(kExact,
                  whole ? std::string_view(evidence.quote) : first_code_points(evidence.quote, kLongestShortQuote), "");
      sink_.end();
    }
    sink_.begin(bytes);
    sink_.type(known(Prefix::kOa, "DataPositionSelector"));
    number(kStart, evidence.span.start);
    number(kEnd, evidence.span.end);
    sink_.end();
  }

  void give_attributes(const ViewOccurrence& occurrence) {
    const auto& attributes = occurrence.attributes;
    for (std::size_t i = 0; i < attributes.size(); ++i) {
      const auto& [name, value] = attributes[i];
      const auto is_named_so = [&](std::size_t other) {
        return other < attributes.size() && attributes[other].first == name;
      };
      const bool repeated = i > 0 && attributes[i] == attributes[i - 1];
      if (repeated) continue;
      const auto day = is_date_attribute(name) ? parse_iso_date(value) : std::nullopt;
      const Property property{"", Iri{Prefix::kAttribute, "", name, ""}, ValueKind::kText,
                              is_named_so(i + 1) || (i > 0 && is_named_so(i - 1))};
      // A date is the front of what may go on with a time.
      sink_.value(property, day ? std::string_view(value).substr(0, kLongestDate) : value, day ? datatype_of(*day) : "");
    }
  }

  const View& view_;
  const ExportOptions& options_;
  Sink& sink_;
  EvidenceDetail detail_;
  std::string language_;
  std::string run_;  // a piece of an IRI
  std::vector<std::string> evidence_;  // of the relation that is given, as pieces of IRIs
  std::string hashed_;
  TextSink number_;
};

}  // namespace rdf

// Gives the view to `sink`, in this order: pack, program and run (without a time), the types and relations in use,
// documents, nodes, and for each relation with a status that is shown its node of type qh:Relation (rdf:subject,
// rdf:predicate, rdf:object) followed by its evidence. Each such relation also stands as a plain triple at its subject;
// a symmetric one once, and its property is an owl:SymmetricProperty. There is no blank node, and each triple comes
// once.
//
// Evidence is an oa:SpecificResource with an oa:TextQuoteSelector and an oa:DataPositionSelector: the offsets of facts
// count bytes of the original (of a JSON line: of its decoded text in UTF-8), zero-based and half-open, and that is the
// selector of the Web Annotation model that counts bytes. An oa:TextPositionSelector would have to count characters,
// which the view cannot, as it does not hold the text. With kShort a quote is the first 300 code points.
//
// IRIs of relations and of evidence end in 64 bits of a hash of what they are made of: the relation with its ends, and
// for evidence the document and its number among those of the document. Memory: four bytes an edge and four a node.
//
// Made for each sink apart, so that what is known of a property when this is compiled costs nothing when it runs.
template <RdfSink Sink>
void describe(const View& view, const ExportOptions& options, Sink& sink) {
  rdf::Description(view, options, sink).give();
}

}  // namespace quanhe
