// write_made_graph FILE NODES
//
// Writes graph.db of a made graph: hostile names among plain ones, every kind of attribute, dates of every precision,
// hubs, relations of all statuses. The same arguments give the same graph.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "store/graph_store.h"

namespace {

using namespace quanhe;

const std::vector<std::string> kHostile = {
    "<b>&amp;</b> ]]> <!-- -->",
    "\"quoted\" 'single' \\N \\G C:\\new\\",
    std::string("control\x01 tab\t line\nreturn\r nul\0 bell\a", 37),
    "replaced \xEF\xBF\xBD, and a combining e\xCC\x81 beside \xC3\xA9",
    "</script><script>alert(1)</script>",
    "emoji 🇻🇳 👩‍👩‍👧",
    "rtl \xE2\x80\xAE override \xE2\x80\x8F mark",
    "noncharacter \xEF\xBF\xBF",
    "];} digraph evil {x -> y",
    "<not html>",
    "=cmd|' /C calc'!A0",
    std::string(10000, 'x'),
};

// Knuth's linear congruence: the same numbers everywhere.
class Random {
 public:
  std::uint32_t below(std::size_t end) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>((state_ >> 33) % end);
  }

 private:
  std::uint64_t state_ = 1;
};

Ontology made_ontology() {
  Ontology ontology;
  ontology.language = "vi";
  ontology.types = {
      {"Person", "", {{"en", "Person"}, {"vi", "Người"}}, {"http://schema.org/Person"}, "#e69f00", "ellipse"},
      {"Country", "", {{"en", "Country"}, {"vi", "Quốc gia"}}, {"http://schema.org/Country"}, "#009e73", "hexagon"},
      {"Bad <Type>", "", {{"vi", "Loại & \"lạ\""}}, {"not an iri"}, "javascript:", "epsf"}};
  ontology.relations = {{"met", {{"en", "met"}, {"vi", "gặp"}}, "", true, false, {}, {}},
                        {"visited", {{"en", "visited"}, {"vi", "thăm"}}, "", false, false, {}, {}},
                        {"holds_office", {{"en", "holds office"}, {"vi", "giữ chức tại"}}, "", false, true, {}, {}}};
  // Of every third node, and of one that no document names.
  for (std::uint32_t i = 0; i < 300; i += 3) {
    ontology.locations.push_back({"thing/" + std::to_string(100000 + i), i * 0.3 - 45.123456, 180 - i * 1.2});
  }
  ontology.locations.push_back({"thing/nowhere", 0, 0});
  return ontology;
}

// Adds statements of one edge to the documents, each in a sentence of its own.
void say(std::vector<DocumentFacts>& documents, Random& random, const Statement& edge) {
  const std::vector<std::string> dates = {"2021",       "2021-06", "2021-06-07", "2021-06-07/2021-06-09",
                                          "2020-02-29", "2019-12", "not a date"};
  for (std::uint32_t left = 1 + random.below(3); left > 0; --left) {
    DocumentFacts& document = documents[random.below(documents.size())];
    Statement statement = edge;
    statement.occurrence = 1 + random.below(9);
    statement.attributes = {{"date", dates[random.below(dates.size())]}, {"kind <&>", kHostile[random.below(11)]}};
    if (random.below(10) == 0) statement.attributes.emplace_back("since", "2018-03");
    if (random.below(10) == 0) statement.attributes.emplace_back("until", random.below(2) == 0 ? "2019-05" : "2020");
    const auto start = static_cast<std::uint32_t>(document.text.size());
    const std::string& quote = kHostile[random.below(kHostile.size())];
    document.sentence_starts.push_back(start);
    document.text += quote + ' ';
    const auto end = start + static_cast<std::uint32_t>(quote.size());
    statement.evidence = {{start, end}, quote, "rule-1", 900, {}};
    statement.evidence.parts = {{"trigger", Span{start + 1, start + 3}, "", {}},
                                {"from", std::nullopt, "default <home>", {{start, start + 1}}}};
    document.statements.push_back(std::move(statement));
  }
}

std::vector<DocumentFacts> made_documents(std::size_t count) {
  const Ontology ontology = made_ontology();
  Random random;
  std::vector<DocumentFacts> documents(2);
  documents[0] = {"a document/ô", "2021-06-07", "metadata", "https://example.org/?a=1&b=2", "Tên <bài>", 1, {}, {},
                  false, "", {}, {1}};
  documents[1] = {"b", "", "", "javascript:alert(1)", "", 2, {}, {}, false, "", {}, {2}};
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(100000 + i);
    const std::string& type = ontology.types[i % 3].name;
    const std::string name = i % 20 == 0 ? kHostile[i / 20 % kHostile.size()] : "Tên thường " + number;
    for (DocumentFacts& document : documents) document.nodes.push_back({"thing/" + number, type, name, {name + " alias"}, {}});
  }
  std::set<std::tuple<std::string, std::uint32_t, std::uint32_t>> edges;
  while (edges.size() < count * 2) {
    const std::uint32_t from = random.below(random.below(4) == 0 ? 10 : count);
    const std::uint32_t to = random.below(count);
    const Relation& relation = ontology.relations[random.below(3)];
    if (from == to) continue;
    edges.emplace(relation.name, relation.symmetric ? std::min(from, to) : from,
                  relation.symmetric ? std::max(from, to) : to);
  }
  for (const auto& [relation, from, to] : edges) {
    Statement edge;
    edge.from = from;
    edge.to = to;
    edge.relation = relation;
    edge.status = static_cast<Status>(random.below(5));
    say(documents, random, edge);
  }
  return documents;
}

Result<void> write_graph(const std::vector<DocumentFacts>& documents, const char* path) {
  const Ontology ontology = made_ontology();
  const PackInfo pack = {"made -- pack", "1.0", "0123456789abcdef"};
  Result<GraphStore> store = GraphStore::open(path, {ontology, pack, "1.0", "made"});
  if (!store) return store.error();
  for (const DocumentFacts& document : documents) store.value().put(document, {"1", pack.hash, "/made", "made"});
  if (const Result<void> finished = store.value().finish(); !finished) return finished;
  return store.value().publish();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const Result<void> written = write_graph(made_documents(std::strtoul(argv[2], nullptr, 10)), argv[1]);
  if (!written) std::fprintf(stderr, "%s\n", written.error().message.c_str());
  return written ? 0 : 4;
}
