#pragma once

#include "base/result.h"
#include "corpus/view.h"
#include "export/byte_sink.h"
#include "export/options.h"

namespace quanhe {

// What describe() gives (see rdf_description.h), a triple a line, for graphs of any size: the same triples as write_json_ld(), in
// the default graph, each line in the canonical form of RDFC-1.0. There are no blank nodes, so sorted lines are the
// canonical form of the whole.
//
// The same view gives the same bytes. Memory: four bytes an edge. Fails when the sink does.
Result<void> write_n_quads(const View& view, const ExportOptions& options, ByteSink& sink);

}  // namespace quanhe
