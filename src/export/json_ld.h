#pragma once

#include "base/result.h"
#include "corpus/view.h"
#include "export/byte_sink.h"
#include "export/options.h"

namespace quanhe {

// JSON-LD 1.1 (and 1.0) with its context inside and in front, then one flat array. Everything has an ASCII
// IRI below `options.base_iri` made of its id, so that two exports of overlapping graphs fit together:
//
//   kg:  BASE id/            things: kg:person/bui-thanh-son-1f3a5c77, kg:document/..., kg:relation/...
//   pack: BASE vocab/PACK#   the pack's types and relations;  attr: its attributes
//   qh:  BASE vocab#         quanhe's own words: qh:Relation, qh:Evidence, qh:status, qh:sourceCount, ...
//
// In order: pack, program and run (without a time), the types and relations in use, documents, nodes, and for
// each relation with a shown status its node of type qh:Relation (rdf:subject, rdf:predicate, rdf:object)
// followed by its shown evidence. Each such relation also stands as a plain triple at its subject; a symmetric
// one once, and its property is an owl:SymmetricProperty.
//
// Evidence is an oa:SpecificResource with an oa:TextQuoteSelector and an oa:DataPositionSelector: the offsets
// of facts count bytes of the original (of a JSON line: of its decoded text in UTF-8), zero-based and
// half-open, and that is the selector of the Web Annotation model that counts bytes. An oa:TextPositionSelector
// would have to count characters, which the view cannot, as it does not hold the text.
//
// The same view gives the same bytes. Memory: four bytes an edge. Fails when the sink does.
Result<void> write_json_ld(const View& view, const ExportOptions& options, ByteSink& sink);

}  // namespace quanhe
