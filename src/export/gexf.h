#pragma once

#include "base/result.h"
#include "corpus/view.h"
#include "export/byte_sink.h"
#include "export/options.h"

namespace quanhe {

// GEXF 1.3, or 1.2 in other namespaces and otherwise the same bytes, in the dialect that Gephi, NetworkX and
// graphology read alike: a dynamic graph of whole days, one <attributes> for nodes and one for edges whose ids
// are their titles, colours by r, g and b, `kind` as the relation.
//
// An edge has the disjoint union of its occurrences' periods as spells, because Gephi drops those that overlap; a
// month or a year is all of its days. An edge without a date, and every node, has no spell: Gephi then shows it at
// any time. What the text said of the time stands in the attributes `dates` and `date_precision` as well, for
// readers that know no spells. Nodes and edges are those of write_graphml().
//
// The same view gives the same bytes. Memory does not grow with the output. Fails when the sink does.
Result<void> write_gexf(const View& view, const ExportOptions& options, ByteSink& sink);

}  // namespace quanhe
