#include "export/rdf_terms.h"

#include "export/escape.h"
#include "export/rdf.h"

namespace quanhe {

std::string namespace_of(Prefix prefix, const View& view, const ExportOptions& options) {
  const std::string pack = options.base_iri + "vocab/" + to_iri_piece(view.pack.name);
  switch (prefix) {
    case Prefix::kThing: return options.base_iri + "id/";
    case Prefix::kOwn: return options.base_iri + "vocab#";
    case Prefix::kPack: return pack + "#";
    case Prefix::kAttribute: return pack + "/attribute#";
    case Prefix::kRdf: return "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    case Prefix::kRdfs: return "http://www.w3.org/2000/01/rdf-schema#";
    case Prefix::kOwl: return "http://www.w3.org/2002/07/owl#";
    case Prefix::kXsd: return "http://www.w3.org/2001/XMLSchema#";
    case Prefix::kSkos: return "http://www.w3.org/2004/02/skos/core#";
    // The IRIs of schema.org's own context begin with http, whatever its pages say.
    case Prefix::kSchema: return "http://schema.org/";
    case Prefix::kProv: return "http://www.w3.org/ns/prov#";
    case Prefix::kOa: return "http://www.w3.org/ns/oa#";
    case Prefix::kAbsolute: break;
  }
  return "";
}

std::span<const Property> known_properties() { return rdf::kAll; }

}  // namespace quanhe
