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

#include "store/store.h"

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
  return ontology;
}

std::vector<ViewOccurrence> made_occurrences(Random& random, const std::vector<ViewDocument>& documents) {
  const std::vector<std::string> dates = {"2021",       "2021-06", "2021-06-07", "2021-06-07/2021-06-09",
                                          "2020-02-29", "2019-12", "not a date"};
  std::vector<ViewOccurrence> occurrences(1 + random.below(3));
  for (ViewOccurrence& occurrence : occurrences) {
    occurrence.document = random.below(documents.size());
    occurrence.number = random.below(9);
    occurrence.attributes = {{"date", dates[random.below(dates.size())]}, {"kind <&>", kHostile[random.below(11)]}};
    if (random.below(10) == 0) occurrence.attributes.emplace_back("since", "2018-03");
    occurrence.evidence = {{5, 40}, kHostile[random.below(kHostile.size())], "rule-1", 900, {}};
    occurrence.evidence.parts = {{"trigger", Span{7, 9}, "", {}}, {"from", std::nullopt, "default <home>", {{1, 2}}}};
  }
  std::sort(occurrences.begin(), occurrences.end(),
            [](const auto& a, const auto& b) { return a.document < b.document; });
  return occurrences;
}

View made_view(std::size_t count) {
  View view;
  Random random;
  view.pack = {"made -- pack", "1.0", "0123456789abcdef"};
  view.ontology = made_ontology();
  view.documents = {{"a document/ô", "2021-06-07", "metadata", "https://example.org/?a=1&b=2", "Tên <bài>", 1, 0},
                    {"b", "", "", "javascript:alert(1)", "", 2, 1}};
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(100000 + i);
    const std::string& type = view.ontology.types[i % 3].name;
    const std::string name = i % 20 == 0 ? kHostile[i / 20 % kHostile.size()] : "Tên thường " + number;
    view.nodes.push_back({"thing/" + number, type, name, {name + " alias"}, 1});
  }
  std::set<std::tuple<std::string, std::uint32_t, std::uint32_t>> edges;
  while (edges.size() < count * 2) {
    const std::uint32_t from = random.below(random.below(4) == 0 ? 10 : count);
    const std::uint32_t to = random.below(count);
    const Relation& relation = view.ontology.relations[random.below(3)];
    edges.emplace(relation.name, relation.symmetric ? std::min(from, to) : from,
                  relation.symmetric ? std::max(from, to) : to);
  }
  for (const auto& [relation, from, to] : edges) {
    const auto status = static_cast<Status>(random.below(5));
    ViewEdge edge{from, to, relation, status, 900, 1, made_occurrences(random, view.documents)};
    for (ViewOccurrence& occurrence : edge.occurrences) occurrence.status = status;
    view.edges.push_back(std::move(edge));
  }
  return view;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const View view = made_view(std::strtoul(argv[2], nullptr, 10));
  const Result<void> written = write_store(view, argv[1]);
  if (!written) std::fprintf(stderr, "%s\n", written.error().message.c_str());
  return written ? 0 : 4;
}
