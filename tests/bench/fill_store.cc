// Makes a graph.db of made news, and prints how many seconds of the processor that took, as JSON.
//
// usage: fill_store FILE NODES EDGES UPDATES [news|apart]
//
// `news`: as the shipped pack reads a hundred articles: a document has 19 sentences and 57 statements about some 25
// nodes, three a sentence, and what it states of known ones was stated before as often as not, so that an edge has 1.8
// statements, few have many, and three in four have one. `apart`: a document has ten statements, each a sentence and an
// edge of its own, which no news has, but of which an edge costs most. Ends are drawn so that few nodes have many edges.
//
// UPDATES documents are then changed in the finished file, read again by other rules that find the same, and by others
// that find one statement in ten less, with commits as `quanhe build` makes them.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/hash.h"
#include "facts/facts.h"
#include "store/batch_size.h"
#include "store/graph_store.h"

namespace {

using namespace quanhe;

// What documents are like.
struct Shape {
  std::uint32_t sentences;
  std::uint32_t statements;  // of a sentence
  double known;              // part of the statements that repeat those of one earlier document

  std::uint32_t of_document() const { return sentences * statements; }
};

constexpr Shape kNews = {19, 3, 0.44};
constexpr Shape kApart = {10, 1, 0};
const char* const kTypes[] = {"Person", "Ministry", "Country", "Event"};
const char* const kRelations[] = {"met", "attended", "holds_office", "part_of", "thanked"};

Ontology made_ontology() {
  Ontology ontology;
  ontology.language = "vi";
  for (const char* type : kTypes) ontology.types.push_back({type, "", {{"vi", type}}, {}, "#aabbcc", "box"});
  for (const std::string relation : kRelations) {
    ontology.relations.push_back({relation,
                                  {{"vi", relation}},
                                  "",
                                  relation == "met",
                                  relation == "holds_office" || relation == "part_of",
                                  {"Person"},
                                  {"Person"}});
  }
  return ontology;
}

std::string name_of(std::uint32_t node) { return "Nguyễn Văn " + std::to_string(node); }

struct MadeEdge {
  std::uint32_t from;
  std::uint32_t to;
  const char* relation;
};

class MadeNews {
 public:
  MadeNews(const Shape& shape, std::uint32_t nodes, std::uint32_t seed) : shape_(shape), nodes_(nodes), random_(seed) {}

  DocumentFacts document(const std::string& id) {
    DocumentFacts facts;
    facts.id = id;
    facts.date = date();
    facts.date_basis = "metadata";
    facts.title = "Tin " + id;
    facts.content_hash = random_();
    facts.near_copy_keys = {random_(), random_(), random_()};
    Places places;
    const std::vector<MadeEdge> edges = edges_of_document();
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
      if (i % shape_.statements == 0) add_sentence(facts, edges[i]);
      add_statement(facts, places, edges[i], i);
    }
    put_in_order(facts);
    return facts;
  }

 private:
  // In the facts, by the node.
  using Places = std::map<std::uint32_t, std::uint32_t>;

  std::string date() {
    const std::uint64_t day = random_() % 365;
    char text[16];
    std::snprintf(text, sizeof text, "2021-%02d-%02d", static_cast<int>(day / 31 + 1), static_cast<int>(day % 28 + 1));
    return text;
  }

  // At least 0, less than `end`; the least most often.
  std::size_t uneven(std::size_t end) {
    const double part = static_cast<double>(random_() >> 11) / 9007199254740992.0;
    return static_cast<std::size_t>(part * part * static_cast<double>(end));
  }

  // What an earlier document said, again, and new edges, most of them between nodes of these, mixed.
  std::vector<MadeEdge> edges_of_document() {
    std::vector<MadeEdge> edges;
    const auto repeated = static_cast<std::size_t>(shape_.known * shape_.of_document());
    if (edges_.size() > repeated) {
      const auto first = edges_.begin() + static_cast<std::ptrdiff_t>(uneven(edges_.size() - repeated));
      edges.assign(first, first + static_cast<std::ptrdiff_t>(repeated));
    }
    std::vector<std::uint32_t> known_nodes;
    for (const MadeEdge& edge : edges) known_nodes.insert(known_nodes.end(), {edge.from, edge.to});
    while (edges.size() < shape_.of_document()) edges.push_back(new_edge(known_nodes));
    std::shuffle(edges.begin(), edges.end(), random_);
    return edges;
  }

  MadeEdge new_edge(const std::vector<std::uint32_t>& known_nodes) {
    const auto is_one_of = [&](std::uint64_t n) { return known_nodes.empty() || random_() % n == 0; };
    const auto known = [&] { return known_nodes[uneven(known_nodes.size())]; };
    for (;;) {
      MadeEdge edge{};
      edge.from = is_one_of(5) ? static_cast<std::uint32_t>(random_() % nodes_) : known();
      edge.to = is_one_of(20) ? static_cast<std::uint32_t>(uneven(nodes_)) : known();
      edge.relation = kRelations[random_() % std::size(kRelations)];
      if (edge.from > edge.to) std::swap(edge.from, edge.to);
      if (edge.from == edge.to || !made_.emplace(edge.from, edge.to, edge.relation).second) continue;
      if (random_() % 2 == 0) std::swap(edge.from, edge.to);
      edges_.push_back(edge);
      return edge;
    }
  }

  std::uint32_t place_of(DocumentFacts& facts, Places& places, std::uint32_t node) {
    const auto [found, is_new] = places.emplace(node, static_cast<std::uint32_t>(facts.nodes.size()));
    if (is_new) {
      const std::string type = kTypes[node % 4], name = name_of(node);
      facts.nodes.push_back({make_node_id(type, name), type, name, {}, {}});
    }
    return found->second;
  }

  // Says the edge; what else is stated in it rests on the same words.
  void add_sentence(DocumentFacts& facts, const MadeEdge& edge) {
    const auto start = static_cast<std::uint32_t>(facts.text.size());
    facts.sentence_starts.push_back(start);
    const std::string from = name_of(edge.from), to = name_of(edge.to);
    const std::string quote = from + " gặp gỡ, trao đổi với " + to;
    facts.text += quote + " tại một cuộc họp báo ở thủ đô Hà Nội vào sáng nay. ";
    const auto end = static_cast<std::uint32_t>(start + quote.size());
    const auto first = static_cast<std::uint32_t>(start + from.size()), last = static_cast<std::uint32_t>(end - to.size());
    evidence_ = {{start, end}, quote, "", 900, {}};
    evidence_.parts = {{"from", Span{start, first}, "", {}},
                       {"to", Span{last, end}, "", {}},
                       {"trigger", Span{first + 1, last - 1}, "", {}}};
  }

  void add_statement(DocumentFacts& facts, Places& places, const MadeEdge& edge, std::uint32_t number) {
    Statement statement;
    statement.from = place_of(facts, places, edge.from);
    statement.to = place_of(facts, places, edge.to);
    statement.relation = edge.relation;
    if (statement.relation == "met" && facts.nodes[statement.to].id < facts.nodes[statement.from].id) {
      std::swap(statement.from, statement.to);
    }
    statement.occurrence = number + 1;
    if (random_() % 2 == 0) statement.attributes = {{"date", date()}};
    statement.evidence = evidence_;
    statement.evidence.rule = "rule-" + statement.relation;
    facts.statements.push_back(std::move(statement));
  }

  Shape shape_;
  std::uint32_t nodes_;
  std::mt19937_64 random_;
  std::vector<MadeEdge> edges_;  // in the order in which they were first said
  std::set<std::tuple<std::uint32_t, std::uint32_t, const char*>> made_;
  Evidence evidence_;            // of the sentence
};

// Of the processor, so that other programs on the machine do not count.
double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

class Clock {
 public:
  double seconds() const { return processor_seconds() - start_; }

 private:
  double start_ = processor_seconds();
};

void stop_on(const Result<void>& result) {
  if (result) return;
  std::fprintf(stderr, "%s\n", result.error().message.c_str());
  std::exit(1);
}

// How documents are read: by which rules, and of how many statements these do not find one.
struct Reading {
  std::string pack;
  std::size_t one_missed_of = SIZE_MAX;
};

// Seconds in the store, without those for making the documents.
double put_documents(GraphStore& store, MadeNews news, std::uint32_t count, const Reading& reading) {
  double seconds = 0;
  BatchSize batch;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string id = "news/" + std::to_string(i) + ".txt";
    DocumentFacts facts = news.document(id);
    facts.statements.resize(facts.statements.size() - facts.statements.size() / reading.one_missed_of);
    const Clock clock;
    store.put(facts, {to_hex(facts.content_hash), reading.pack, "/news", id});
    if (batch.ends_with(facts.text.size())) stop_on(store.commit());
    seconds += clock.seconds();
  }
  return seconds;
}

// Seconds for changing documents of a finished file.
double change_documents(const char* path, const StoreSetup& setup, MadeNews news, std::uint32_t count,
                        const Reading& reading) {
  Result<GraphStore> store = GraphStore::open(path, setup);
  if (!store) stop_on(store.error());
  const double put = put_documents(store.value(), std::move(news), count, reading);
  const Clock finishing;
  stop_on(store.value().finish());
  return put + finishing.seconds();
}

}  // namespace

int main(int count, char** words) {
  const std::string shape_name = count == 6 ? words[5] : "news";
  if (count < 5 || count > 6 || (shape_name != "news" && shape_name != "apart")) return 2;
  const auto number = [&](int i) { return static_cast<std::uint32_t>(std::strtoul(words[i], nullptr, 10)); };
  const Shape shape = shape_name == "apart" ? kApart : kNews;
  const double new_statements = shape.of_document() * (1 - shape.known);
  const auto documents = static_cast<std::uint32_t>(number(3) / new_statements);
  const std::uint32_t updates = number(4);
  const Ontology ontology = made_ontology();
  const PackInfo pack{"made", "1", "pack"};
  const StoreSetup setup{ontology, pack, "bench", "/news"};

  Result<GraphStore> store = GraphStore::open(words[1], setup);
  if (!store) stop_on(store.error());
  const double put = put_documents(store.value(), MadeNews(shape, number(2), 1), documents, {"pack"});
  const Clock finishing;
  stop_on(store.value().finish());
  stop_on(store.value().publish());
  const double finish = finishing.seconds();
  std::printf("{\"occurrences\":%u,\"put\":%.3f,\"finish\":%.3f", documents * shape.of_document(), put, finish);

  if (updates > 0) {
    const MadeNews other(shape, number(2), 2);
    const double update = change_documents(words[1], setup, other, updates, {"pack"});
    const double same = change_documents(words[1], setup, other, updates, {"other pack"});
    const double less = change_documents(words[1], setup, other, updates, {"third pack", 10});
    std::printf(",\"updated\":%u,\"update\":%.3f,\"read_the_same\":%.3f,\"read_less\":%.3f",
                updates * shape.of_document(), update, same, less);
  }
  std::printf("}\n");
  return 0;
}
