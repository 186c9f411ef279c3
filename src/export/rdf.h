#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "corpus/view.h"
#include "export/byte_sink.h"
#include "export/options.h"

namespace quanhe {

// The beginnings of IRIs, and what JSON-LD calls them:
//
//   kg:  BASE id/            things: kg:person/bui-thanh-son-1f3a5c77, kg:document/..., kg:relation/...
//   pack: BASE vocab/PACK#   the pack's types and relations;  attr: its attributes
//   qh:  BASE vocab#         quanhe's own words: qh:Relation, qh:Evidence, qh:status, qh:sourceCount, ...
//
// and public vocabularies. kAbsolute has no beginning.
enum class Prefix : std::uint8_t {
  kThing,
  kOwn,
  kPack,
  kAttribute,
  kRdf,
  kRdfs,
  kOwl,
  kXsd,
  kSkos,
  kSchema,
  kProv,
  kOa,
  kAbsolute
};

inline constexpr std::size_t kPrefixes = static_cast<std::size_t>(Prefix::kAbsolute);

// What JSON-LD calls a prefix, and the IRI that it stands for.
std::string_view name_of(Prefix prefix);
std::string namespace_of(Prefix prefix, const View& view, const ExportOptions& options);

// An IRI in pieces: `lead` and `tail` are safe as they are, `name` still has to be made a piece of an IRI (unless the
// prefix is kAbsolute). Lives no longer than what it was made of.
struct Iri {
  Prefix prefix = Prefix::kAbsolute;
  std::string_view lead;
  std::string_view name;
  std::string_view tail;

  friend bool operator==(const Iri&, const Iri&) = default;
};

// Appends all of it but the prefix.
void append_local(ByteSink& out, const Iri& iri);

enum class ValueKind : std::uint8_t { kLink, kText, kLanguage, kDecimal, kCount, kInteger, kDate };

// The datatype of values of that kind, as a name in XML Schema's namespace; "" where they have none or each its own.
std::string_view datatype_of(ValueKind kind);

struct Property {
  std::string_view key;  // its term in JSON-LD's context, or "" for those that a pack declares
  Iri iri;
  ValueKind kind = ValueKind::kText;
  bool many = false;  // JSON-LD has its values in a list, also a single one
};

// Every property that has a term.
std::span<const Property> known_properties();

// Takes a graph as one resource after the other. Values of one property of a resource come one after the other.
class RdfSink {
 public:
  RdfSink() = default;
  RdfSink(const RdfSink&) = delete;
  RdfSink& operator=(const RdfSink&) = delete;
  virtual ~RdfSink() = default;

  virtual void begin(const Iri& subject) = 0;
  virtual void type(const Iri& iri) = 0;  // before any property
  virtual void link(const Property& property, const Iri& object) = 0;
  // Of kind kLanguage; the tag is well-formed, and comes once for a property that is not `many`.
  virtual void text(const Property& property, std::string_view value, std::string_view language) = 0;
  // Any other kind; `datatype` is a name in XML Schema's namespace, or "" for a plain string.
  virtual void value(const Property& property, std::string_view text, std::string_view datatype) = 0;
  virtual void end() = 0;

  // Nothing arrives any more: the giver may stop.
  virtual bool failed() const = 0;
};

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
// for evidence the document and its number among those of the document. Memory: four bytes an edge.
void describe(const View& view, const ExportOptions& options, RdfSink& sink);

}  // namespace quanhe
