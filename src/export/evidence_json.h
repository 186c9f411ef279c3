#pragma once

#include <string>
#include <string_view>

#include "corpus/view.h"
#include "export/edge_summary.h"
#include "export/options.h"

namespace quanhe {

// Appends the reasons for an edge as a JSON array, for formats in which they are a column of the edge:
//
//   [{"document": "...", "quote": "...", "start": 5, "end": 40, "rule": "met", "status": "happened",
//     "confidence": 0.9, "occurrence": 3, "attributes": {"date": "2021-06-07"}}, ..., {"omitted": 7}]
//
// `detail` decides what stands in it (see EvidenceDetail); with kFull each has its "parts" as well. Nothing is
// appended for kNone. Attributes that share a name come as a list of their values.
void append_evidence_json(std::string& out, const View& view, const EdgeSummary& summary, EvidenceDetail detail);

// ["...", ...], or nothing without aliases.
void append_aliases_json(std::string& out, const ViewNode& node);

// {"date": "2021-06-07", ...}: names in their order.
void append_attributes_json(std::string& out, const ViewOccurrence& occurrence);

// The front of `text`, at most `most` code points.
std::string_view first_code_points(std::string_view text, std::size_t most);

// The front of `text`, at most `most` code points; "…" is the last of them when something was cut.
std::string cut_quote(std::string_view text, std::size_t most);

inline constexpr std::size_t kMostShortEvidence = 20;
inline constexpr std::size_t kLongestShortQuote = 300;

}  // namespace quanhe
