#pragma once

#include "base/result.h"
#include "corpus/view.h"
#include "export/byte_sink.h"
#include "export/options.h"

namespace quanhe {

// What describe() gives (see rdf_description.h) as JSON-LD 1.1 (and 1.0): its context inside and in front, then one flat array of
// objects, "@id" and "@type" first. IRIs are ASCII and made of ids, so that two exports of overlapping graphs fit
// together. '<' is written \u003c, so that it may stand within a page.
//
// The same view gives the same bytes. Memory: four bytes an edge. Fails when the sink does.
Result<void> write_json_ld(const View& view, const ExportOptions& options, ByteSink& sink);

}  // namespace quanhe
