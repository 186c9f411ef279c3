#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quanhe {

// Text by language tag (BCP 47): {"vi": "gặp", "en": "met"}.
using Labels = std::map<std::string, std::string>;

// Which rules facts come from.
struct PackInfo {
  std::string name;
  std::string version;
  std::string hash;  // of every file of the pack, hexadecimal

  friend bool operator==(const PackInfo&, const PackInfo&) = default;
};

struct NodeType {
  std::string name;                // "Ministry"
  std::string parent;              // the type that it is a kind of, or ""
  Labels labels;                   // never empty
  std::vector<std::string> iris;   // classes of public vocabularies, absolute
  std::string colour;              // "#rrggbb"
  std::string shape;               // a Graphviz polygon: "ellipse", "box", ...
};

// That a node cannot have two of a state at one time. Empty: it can.
struct Exclusive {
  std::string each;                 // "from" or "to": the end at which that node stands
  std::string by;                   // an attribute: it can have one for each of its values; "": one in all
  std::vector<std::string> among;   // the values of which this holds; empty: all

  bool empty() const { return each.empty(); }
};

struct Relation {
  std::string name;  // "holds_office"
  Labels labels;     // never empty
  std::string iri;   // of a public vocabulary, or ""
  bool symmetric = false;
  bool state = false;              // a state that lasts (true) or an act in time (false)
  std::vector<std::string> from;   // names of the node types allowed at this end, groups and subtypes expanded
  std::vector<std::string> to;
  Exclusive exclusive = {};
  std::string date_of = {};        // "from" or "to": the end whose own date that of the relation is, or ""
};

// Where a node is on the earth: degrees of WGS 84, north and east positive.
struct Location {
  std::string node;      // its id
  double latitude = 0;   // -90 to 90
  double longitude = 0;  // -180 to 180

  friend bool operator==(const Location&, const Location&) = default;
};

// The types and relations that a pack declares, in the order of its files, and where the things are that it names. Names are
// unique.
struct Ontology {
  std::string language;  // of the pack: labels are shown in it where they have it
  std::vector<NodeType> types;
  std::vector<Relation> relations;
  std::vector<Location> locations = {};  // sorted by their nodes, which are unique; also of nodes that no document names

  // nullptr when there is none of that name.
  const NodeType* find_type(std::string_view name) const;
  const Relation* find_relation(std::string_view name) const;
  const Location* find_location(std::string_view node) const;

  // `type` is `ancestor` or a kind of it.
  bool is_kind_of(std::string_view type, std::string_view ancestor) const;
};

// The label in `language`, else the first of the labels.
const std::string& label_in(const Labels& labels, const std::string& language);

}  // namespace quanhe
