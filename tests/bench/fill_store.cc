// Makes a graph.db of made news, and prints how many seconds of the processor that took, as JSON.
//
// usage: fill_store FILE NODES EDGES UPDATES
//
// A document has ten statements, each a sentence; every edge is stated about once. Ends are drawn so that few nodes
// have many edges. UPDATES documents are then changed in the finished file, a commit for each 1,024, read again by
// other rules that find the same, and by others that find one statement less in each.

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <random>
#include <string>

#include "base/hash.h"
#include "facts/facts.h"
#include "store/graph_store.h"

namespace {

using namespace quanhe;

constexpr int kStatements = 10;
constexpr std::uint32_t kBatch = 1024;
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

class MadeNews {
 public:
  MadeNews(std::uint32_t nodes, std::uint32_t seed) : nodes_(nodes), random_(seed) {}

  DocumentFacts document(const std::string& id) {
    DocumentFacts facts;
    facts.id = id;
    facts.date = date();
    facts.date_basis = "metadata";
    facts.title = "Tin " + id;
    facts.content_hash = random_();
    facts.near_copy_keys = {random_(), random_(), random_()};
    std::map<std::uint32_t, std::uint32_t> places;
    for (std::uint32_t i = 1; i <= kStatements; ++i) add_statement(facts, places, i);
    put_in_order(facts);
    return facts;
  }

 private:
  std::string date() {
    const std::uint64_t day = random_() % 365;
    char text[16];
    std::snprintf(text, sizeof text, "2021-%02d-%02d", static_cast<int>(day / 31 + 1), static_cast<int>(day % 28 + 1));
    return text;
  }

  std::uint32_t even() { return static_cast<std::uint32_t>(random_() % nodes_); }
  std::uint32_t uneven() {
    const double part = static_cast<double>(random_() >> 11) / 9007199254740992.0;
    return static_cast<std::uint32_t>(part * part * nodes_);
  }

  std::uint32_t place_of(DocumentFacts& facts, std::map<std::uint32_t, std::uint32_t>& places, std::uint32_t node) {
    const auto [found, is_new] = places.emplace(node, static_cast<std::uint32_t>(facts.nodes.size()));
    if (is_new) {
      const std::string type = kTypes[node % 4], name = name_of(node);
      facts.nodes.push_back({ids_.of(type, name), type, name, {}, {}});
    }
    return found->second;
  }

  void add_statement(DocumentFacts& facts, std::map<std::uint32_t, std::uint32_t>& places, std::uint32_t number) {
    const std::uint32_t from = even();
    std::uint32_t to = uneven();
    while (to == from) to = uneven();
    Statement statement;
    statement.from = place_of(facts, places, from);
    statement.to = place_of(facts, places, to);
    statement.relation = kRelations[random_() % 5];
    if (statement.relation == "met" && facts.nodes[statement.to].id < facts.nodes[statement.from].id) {
      std::swap(statement.from, statement.to);
    }
    statement.occurrence = number;
    if (random_() % 2 == 0) statement.attributes = {{"date", date()}};
    const auto start = static_cast<std::uint32_t>(facts.text.size());
    facts.sentence_starts.push_back(start);
    const std::string quote = name_of(from) + " gặp gỡ, trao đổi với " + name_of(to);
    facts.text += quote + " tại một cuộc họp báo ở thủ đô Hà Nội vào sáng nay. ";
    const auto end = static_cast<std::uint32_t>(start + quote.size());
    const auto first = static_cast<std::uint32_t>(start + name_of(from).size());
    const auto last = static_cast<std::uint32_t>(end - name_of(to).size());
    statement.evidence = {{start, end}, quote, "rule-" + statement.relation, 900, {}};
    statement.evidence.parts = {{"from", Span{start, first}, "", {}},
                                {"to", Span{last, end}, "", {}},
                                {"trigger", Span{first + 1, last - 1}, "", {}}};
    facts.statements.push_back(std::move(statement));
  }

  std::uint32_t nodes_;
  std::mt19937_64 random_;
  NodeIds ids_;
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

// How documents are read: by which rules, and how many of their statements these do not find.
struct Reading {
  std::string pack;
  std::size_t missed = 0;
};

// Seconds in the store, without those for making the documents.
double put_documents(GraphStore& store, MadeNews news, std::uint32_t count, const Reading& reading) {
  double seconds = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string id = "news/" + std::to_string(i) + ".txt";
    DocumentFacts facts = news.document(id);
    facts.statements.resize(facts.statements.size() - reading.missed);
    const Clock clock;
    store.put(facts, {to_hex(facts.content_hash), reading.pack, "/news", id});
    if (i % kBatch == kBatch - 1) stop_on(store.commit());
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
  if (count != 5) return 2;
  const auto number = [&](int i) { return static_cast<std::uint32_t>(std::strtoul(words[i], nullptr, 10)); };
  const std::uint32_t documents = number(3) / kStatements, updates = number(4);
  const Ontology ontology = made_ontology();
  const PackInfo pack{"made", "1", "pack"};
  const StoreSetup setup{ontology, pack, "bench", "/news"};

  Result<GraphStore> store = GraphStore::open(words[1], setup);
  if (!store) stop_on(store.error());
  const double put = put_documents(store.value(), MadeNews(number(2), 1), documents, {"pack"});
  const Clock finishing;
  stop_on(store.value().finish());
  stop_on(store.value().publish());
  const double finish = finishing.seconds();
  std::printf("{\"occurrences\":%u,\"put\":%.3f,\"finish\":%.3f", documents * kStatements, put, finish);

  if (updates > 0) {
    const MadeNews other(number(2), 2);
    const double update = change_documents(words[1], setup, other, updates, {"pack"});
    const double same = change_documents(words[1], setup, other, updates, {"other pack"});
    const double less = change_documents(words[1], setup, other, updates, {"third pack", 1});
    std::printf(",\"updated\":%u,\"update\":%.3f,\"read_the_same\":%.3f,\"read_less\":%.3f", updates * kStatements,
                update, same, less);
  }
  std::printf("}\n");
  return 0;
}
