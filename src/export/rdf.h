#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "corpus/view.h"
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
inline constexpr std::array<std::string_view, kPrefixes> kPrefixNames = {
    "kg", "qh", "pack", "attr", "rdf", "rdfs", "owl", "xsd", "skos", "schema", "prov", "oa"};
constexpr std::string_view name_of(Prefix prefix) { return kPrefixNames[static_cast<std::size_t>(prefix)]; }
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

enum class ValueKind : std::uint8_t { kLink, kText, kLanguage, kDecimal, kCount, kInteger, kDate };

// The datatype of values of that kind, as a name in XML Schema's namespace; "" where they have none or each its own.
constexpr std::string_view datatype_of(ValueKind kind) {
  switch (kind) {
    case ValueKind::kDecimal: return "decimal";
    case ValueKind::kCount: return "nonNegativeInteger";
    case ValueKind::kInteger: return "integer";
    default: return "";
  }
}

struct Property {
  std::string_view key;  // its term in JSON-LD's context, or "" for those that a pack declares
  Iri iri;
  ValueKind kind = ValueKind::kText;
  bool many = false;  // JSON-LD has its values in a list, also a single one
};

// Every property that has a term.
std::span<const Property> known_properties();

}  // namespace quanhe
