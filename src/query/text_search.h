#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "query/format.h"
#include "query/names.h"
#include "query/shown_edge.h"
#include "store/stored_evidence.h"
#include "text/layout.h"

namespace quanhe {

struct SearchQuestion {
  std::string text;
  std::size_t limit = 20;  // how many names and how many sentences at most
  Selection selection = {};
};

// An edge that a found sentence states.
struct FoundEdge {
  StoredNode from;
  std::string relation;
  std::string label;
  StoredNode to;
  Status status = Status::kHappened;
};

struct FoundSentence {
  StoredDocument document;
  std::uint32_t start = 0;  // bytes of the document
  std::string text;
  std::vector<Span> marks;  // bytes of the document; words with one blank between them are one
  bool exact = false;       // it has the words with the diacritics of the question
  std::vector<FoundEdge> edges;
};

struct SearchAnswer {
  std::string text;                 // as asked
  std::vector<Candidate> names;     // each node once
  std::vector<FoundSentence> sentences;

  bool is_found() const { return !names.empty() || !sentences.empty(); }
};

// Names and sentences that hold all words of the text, letter case and diacritics aside; those that have the diacritics
// too come first, then the better ones as full-text search ranks them. The selection narrows which edges are shown, and
// known_by also which sentences. Of more than 1,000 hits only the best-ranked are looked at for diacritics.
Result<SearchAnswer> find_text(StoredGraph& graph, const SearchQuestion& question);

std::string format_search(const SearchAnswer& answer, Format format, const TextStyle& style);

}  // namespace quanhe
