#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "corpus/selection.h"
#include "query/format.h"
#include "query/names.h"
#include "query/quotation.h"
#include "query/shown_edge.h"
#include "text/layout.h"

namespace quanhe {

struct WhyQuestion {
  std::string from;  // as find_node() takes them; their order does not matter
  std::string to;
  std::vector<std::string> relations = {};  // as find_relations() takes them; empty: all
  std::size_t limit = 0;                    // how many quotations of an edge at most; 0: all
  Selection selection = {};
};

struct WhyEdge {
  ShownEdge edge;
  StoredJudgement judgement;
  // The surest first, but one of each independent source before a second of any.
  std::vector<Quotation> quotations;
};

struct WhyAnswer {
  NameAnswer from;
  NameAnswer to;  // unless both are kFound, there are no edges
  std::vector<WhyEdge> edges;   // by the ontology's order of relations; those that a person rejected come last
  std::size_t left_out = 0;     // edges of which no statement was selected

  bool is_found() const { return !edges.empty(); }
};

// Why two nodes are linked: every edge between them, with the words that say so. The Error says which relation is unknown,
// or what is wrong with the file. Cost: look-ups for each statement, and the document of each that is quoted.
Result<WhyAnswer> find_why(StoredGraph& graph, const WhyQuestion& question);

// `style` is for tables, which here are paragraphs as wide as it says. Markdown is a list of the edges with a footnote for
// each quotation.
std::string format_why(const WhyAnswer& answer, Format format, const TextStyle& style);

}  // namespace quanhe
