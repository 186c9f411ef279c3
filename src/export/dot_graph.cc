#include "export/dot_graph.h"

#include <graphviz/cgraph.h>

#include <algorithm>
#include <functional>
#include <map>
#include <vector>

#include "base/check.h"

namespace quanhe {
namespace {

// The library's functions take `char*` and change nothing.
class Text {
 public:
  explicit Text(std::string_view text) : text_(text) { std::erase(text_, '\0'); }
  char* get() { return text_.data(); }

 private:
  std::string text_;
};

int put_string(void* channel, const char* text) {
  static_cast<ByteSink*>(channel)->append(text);
  return 0;
}

int flush_nothing(void*) { return 0; }

// Numbers names in the order in which they come, and what has none by odd numbers. The library's own numbers are addresses,
// by which it orders subgraphs.
struct Names {
  std::map<std::string, IDTYPE, std::less<>> numbers;
  std::vector<char*> texts;  // of the library, whose writer looks at what it keeps in front of one of its strings
  Agraph_t* graph = nullptr;
  IDTYPE unnamed = 1;
};

struct NamesDiscipline {
  Agiddisc_t functions;
  Names names;
};

void* open_names(Agraph_t* graph, Agdisc_t* disciplines) {
  Names& names = reinterpret_cast<NamesDiscipline*>(disciplines->id)->names;
  names.graph = graph;
  return &names;
}

long number_of_name(void* state, int, char* name, IDTYPE* number, int make) {
  Names& names = *static_cast<Names*>(state);
  if (name == nullptr) {
    *number = names.unnamed += 2;
    return 1;
  }
  auto known = names.numbers.find(std::string_view(name));
  if (known == names.numbers.end()) {
    if (make == 0) return 0;
    names.texts.push_back(agstrdup(names.graph, name));
    known = names.numbers.emplace(name, 2 * names.texts.size()).first;
  }
  *number = known->second;
  return 1;
}

long number_is_taken(void*, int, IDTYPE) { return 0; }
void free_number(void*, int, IDTYPE) {}
void close_names(void*) {}
void register_number(void*, int, void*) {}

char* name_of_number(void* state, int, IDTYPE number) {
  Names& names = *static_cast<Names*>(state);
  return number % 2 == 0 ? names.texts[number / 2 - 1] : nullptr;
}

}  // namespace

class DotGraph::Implementation {
 public:
  explicit Implementation(const std::string& name) {
    io_ = AgIoDisc;
    io_.putstr = put_string;
    io_.flush = flush_nothing;
    disciplines_ = {&AgMemDisc, &names_.functions, &io_};
    graph = agopen(Text(name).get(), Agdirected, &disciplines_);
    QUANHE_CHECK(graph != nullptr);
    // Without this the writer breaks long strings over lines, which some readers of DOT do not know.
    agattr(graph, AGRAPH, Text("linelength").get(), Text("0").get());
  }
  ~Implementation() { agclose(graph); }
  Implementation(const Implementation&) = delete;
  Implementation& operator=(const Implementation&) = delete;

  void defaults(int kind, Attributes attributes) {
    for (const auto& [name, value] : attributes) agattr(graph, kind, Text(name).get(), Text(value).get());
  }

  void set(void* object, Attributes attributes) {
    for (const auto& [name, value] : attributes) {
      agsafeset(object, Text(name).get(), Text(value).get(), Text("").get());
    }
  }

  Agraph_t* graph = nullptr;

 private:
  NamesDiscipline names_{{open_names, number_of_name, number_is_taken, free_number, name_of_number, close_names,
                          register_number},
                         {}};
  Agiodisc_t io_{};
  Agdisc_t disciplines_{};
};

DotGraph::DotGraph(const std::string& name) : implementation_(std::make_unique<Implementation>(name)) {}
DotGraph::~DotGraph() = default;

void DotGraph::graph_attributes(Attributes attributes) { implementation_->defaults(AGRAPH, attributes); }
void DotGraph::node_defaults(Attributes attributes) { implementation_->defaults(AGNODE, attributes); }
void DotGraph::edge_defaults(Attributes attributes) { implementation_->defaults(AGEDGE, attributes); }

void DotGraph::node(const std::string& name, Attributes attributes) {
  implementation_->set(agnode(implementation_->graph, Text(name).get(), 1), attributes);
}

void DotGraph::edge(const std::string& from, const std::string& to, const std::string& key, Attributes attributes) {
  Agraph_t* graph = implementation_->graph;
  Agnode_t* tail = agnode(graph, Text(from).get(), 1);
  Agnode_t* head = agnode(graph, Text(to).get(), 1);
  implementation_->set(agedge(graph, tail, head, Text(key).get(), 1), attributes);
}

void DotGraph::cluster(const std::string& name, Attributes attributes) {
  implementation_->set(agsubg(implementation_->graph, Text(name).get(), 1), attributes);
}

void DotGraph::put_in_cluster(const std::string& cluster, const std::string& node) {
  Agraph_t* graph = implementation_->graph;
  Agraph_t* inner = agsubg(graph, Text(cluster).get(), 1);
  agsubnode(inner, agnode(graph, Text(node).get(), 1), 1);
}

void DotGraph::write(ByteSink& sink) const { agwrite(implementation_->graph, &sink); }

}  // namespace quanhe
