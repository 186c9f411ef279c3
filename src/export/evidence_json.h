#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/view.h"
#include "export/byte_sink.h"
#include "export/edge_summary.h"
#include "export/escape.h"
#include "export/options.h"

namespace quanhe {

// Writes JSON that stands as it is, within XML, or within a quoted field of a table. Costs some strings to make.
class JsonText {
 public:
  // `escape` is kJson, kJsonInXml or kJsonInTable.
  JsonText(ByteSink& out, Escape escape);

  // The reasons for an edge as an array, for formats in which they are a column of the edge:
  //
  //   [{"document": "...", "quote": "...", "start": 5, "end": 40, "rule": "met", "status": "happened",
  //     "confidence": 0.9, "occurrence": 3, "attributes": {"date": "2021-06-07"}}, ..., {"omitted": 7}]
  //
  // `detail` decides what stands in it (see EvidenceDetail); with kFull each has its "parts" as well. Nothing for
  // kNone.
  void evidence(const View& view, const EdgeSummary& summary, EvidenceDetail detail);

  // {"date": "2021-06-07", ...}: names in their order; those that share a name come as a list of their values.
  void attributes(const ViewOccurrence& occurrence);

  // ["...", ...], or nothing without values.
  void texts(const std::vector<std::string>& values);

  // ["2021-06-07", "2021-08"], or nothing without a date.
  void dates(const EdgeSummary& summary);

 private:
  void occurrence(const View& view, const ViewOccurrence& occurrence, EvidenceDetail detail);
  void parts(const Evidence& evidence);
  void span(const Span& span);
  void text(std::string_view value);
  // `name` with what stands before it, in quotes, and a colon.
  void key(char before, std::string_view name);

  // What stands between the values of an occurrence, with quotes as they are written.
  enum Between : std::uint8_t {
    kDocument,
    kQuote,
    kStart,
    kEnd,
    kRule,
    kStatus,
    kConfidence,
    kOccurrence,
    kAttributes,
    kBetweens
  };

  ByteSink& out_;
  Escape escape_;
  std::string_view quote_;
  std::array<std::string, kBetweens> between_;
};

// The front of `text`, at most `most` code points.
std::string_view first_code_points(std::string_view text, std::size_t most);

// The front of `text`, at most `most` code points; "…" is the last of them when something was cut.
std::string cut_quote(std::string_view text, std::size_t most);

inline constexpr std::size_t kMostShortEvidence = 20;
inline constexpr std::size_t kLongestShortQuote = 300;

}  // namespace quanhe
