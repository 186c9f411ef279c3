#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <tuple>

#include "query/common.h"
#include "query/communities.h"
#include "query/neighbours.h"
#include "query/path.h"
#include "query/top.h"
#include "store/graph_store.h"
#include "store/read_view.h"
#include "unit/made_facts.h"

namespace quanhe {
namespace {

std::uint32_t below(std::mt19937& random, std::uint32_t bound) { return static_cast<std::uint32_t>(random() % bound); }

DocumentFacts random_document(std::mt19937& random, const std::string& id, std::uint32_t people, std::uint32_t statements) {
  const char* const relations[] = {"met", "attended", "holds_office"};
  const char* const days[] = {"2021-06-01", "2021-06-07", "2021-07", "2022"};
  MadeDocument document(id);
  for (std::uint32_t i = 0; i < statements; ++i) {
    Said said{.status = static_cast<Status>(below(random, 5)), .confidence = static_cast<int>(500 + below(random, 400))};
    if (below(random, 2) == 0) said.attributes = {{"date", days[below(random, 4)]}};
    document.says("Person P" + std::to_string(below(random, people)), relations[below(random, 3)],
                  "Person P" + std::to_string(below(random, people)), said);
  }
  DocumentFacts facts = document.facts();
  facts.date = below(random, 3) == 0 ? "" : days[below(random, 4)];
  return facts;
}

Selection random_selection(std::mt19937& random) {
  Selection selection;
  if (below(random, 2) == 0) {
    selection.statuses.clear();
    for (int status = 0; status < 5; ++status) {
      if (below(random, 2) == 0) selection.statuses.push_back(static_cast<Status>(status));
    }
  }
  const int june = first_day_number({2021, 6, 1});
  if (below(random, 4) == 0) selection.on = DaySpan{june + 5, june + 9};
  if (below(random, 4) == 0) selection.within = DaySpan{june, june + 29};
  if (below(random, 4) == 0) selection.known_by = june + 40;
  return selection;
}

class GraphQueryTest : public ::testing::Test {
 protected:
  void store(const std::vector<DocumentFacts>& documents) {
    const Ontology ontology = made_ontology();
    const PackInfo pack = made_pack();
    const std::filesystem::path path = folder_ / ("graph" + std::to_string(++files_) + ".db");
    Result<GraphStore> store = GraphStore::open(path, {ontology, pack, "test", ""});
    ASSERT_TRUE(store.ok());
    for (const DocumentFacts& facts : documents) store.value().put(facts, {});
    ASSERT_TRUE(store.value().finish().ok());
    ASSERT_TRUE(store.value().publish().ok());
    graph_.emplace(StoredGraph::open(path).value());
    view_ = read_view(path).value();
  }

  TemporaryFolder folder_;
  int files_ = 0;
  std::optional<StoredGraph> graph_;
  View view_;
};

// hop, node, through, relation, status, confidence, sources, statements
using Line = std::tuple<std::uint32_t, std::string, std::string, std::string, Status, int, std::uint32_t, std::size_t>;

// What a narrowed view says of the neighbours of a node, every edge being looked at in every hop.
std::multiset<Line> lines_of(const View& view, const std::string& start, std::uint32_t hops) {
  std::map<std::string, std::uint32_t> hop_of = {{start, 0}};
  std::multiset<Line> lines;
  for (std::uint32_t hop = 1; hop <= hops; ++hop) {
    std::set<std::string> reached;
    for (const ViewEdge& edge : view.edges) {
      const std::string& from = view.nodes[edge.from].id;
      const std::string& to = view.nodes[edge.to].id;
      for (const auto& [through, node] : {std::pair(from, to), std::pair(to, from)}) {
        if (!hop_of.contains(through) || hop_of[through] != hop - 1 || hop_of.contains(node)) continue;
        reached.insert(node);
        lines.insert({hop, node, through, edge.relation, edge.status, edge.confidence, edge.source_count,
                      edge.occurrences.size()});
      }
    }
    for (const std::string& node : reached) hop_of.emplace(node, hop);
  }
  return lines;
}

std::multiset<Line> lines_of(const NeighbourAnswer& answer) {
  std::multiset<Line> lines;
  for (const Neighbour& row : answer.rows) {
    const EdgeFigures& figures = row.edge.figures;
    const std::string through = row.through ? row.through->id : answer.name.candidates.front().node.id;
    lines.insert({row.hop, row.node.id, through, row.edge.relation, figures.status, figures.confidence, figures.sources,
                  figures.statements});
  }
  return lines;
}

TEST_F(GraphQueryTest, AnswersOfNeighboursAreThoseOfTheNarrowedView) {
  std::mt19937 random(11);
  for (int round = 0; round < 12; ++round) {
    std::vector<DocumentFacts> documents;
    for (int i = 0; i < 6; ++i) documents.push_back(random_document(random, "d" + std::to_string(i), 7, 6));
    store(documents);
    for (int question = 0; question < 8; ++question) {
      const Selection selection = random_selection(random);
      const ViewNode& start = view_.nodes[below(random, static_cast<std::uint32_t>(view_.nodes.size()))];
      const std::uint32_t hops = 1 + below(random, 3);
      const auto answer = find_neighbours(*graph_, {.name = start.id, .hops = hops, .selection = selection});
      ASSERT_TRUE(answer.ok());
      EXPECT_EQ(lines_of(answer.value()), lines_of(narrowed(view_, selection), start.id, hops));
    }
  }
}

TEST_F(GraphQueryTest, AnswersOfManyNeighboursAreTheSameThoughReadFromTables) {
  std::mt19937 random(12);
  std::vector<DocumentFacts> documents;
  for (int i = 0; i < 30; ++i) documents.push_back(random_document(random, "d" + std::to_string(i), 1500, 300));
  store(documents);
  Selection known;
  known.known_by = first_day_number({2021, 12, 31});
  const ViewNode& start = *std::find_if(view_.nodes.begin(), view_.nodes.end(), [](auto& n) { return n.name == "P1"; });
  for (const Selection& selection : {Selection(), known}) {
    const auto answer = find_neighbours(*graph_, {.name = start.id, .hops = 1000, .selection = selection});
    ASSERT_TRUE(answer.ok());
    EXPECT_GT(answer.value().total, 2000u);
    EXPECT_EQ(lines_of(answer.value()), lines_of(narrowed(view_, selection), start.id, 30));
  }
}

TEST_F(GraphQueryTest, ALimitedAnswerIsTheBeginningOfTheWholeOne) {
  std::mt19937 random(13);
  store({random_document(random, "a", 12, 60), random_document(random, "b", 12, 60)});
  for (std::size_t order = 0; order < neighbour_order_names().size(); ++order) {
    NeighbourQuestion question{.name = view_.nodes.front().id, .hops = 2};
    question.order = static_cast<NeighbourOrder>(order);
    const NeighbourAnswer whole = find_neighbours(*graph_, question).value();
    question.limit = 5;
    const NeighbourAnswer cut = find_neighbours(*graph_, question).value();
    ASSERT_EQ(cut.rows.size(), 5u);
    EXPECT_EQ(cut.total, whole.rows.size());
    for (std::size_t i = 0; i < 5; ++i) {
      EXPECT_EQ(cut.rows[i].node.id, whole.rows[i].node.id);
      EXPECT_EQ(cut.rows[i].edge.relation, whole.rows[i].edge.relation);
    }
  }
}

TEST_F(GraphQueryTest, CommonNodesAreThoseAmongBothNeighbours) {
  std::mt19937 random(14);
  for (int round = 0; round < 20; ++round) {
    store({random_document(random, "a", 9, 30)});
    const Selection selection = random_selection(random);
    const std::string a = view_.nodes.front().id, b = view_.nodes.back().id;
    std::set<std::string> of_a, expected, found;
    const View narrow = narrowed(view_, selection);
    for (const Line& line : lines_of(narrow, a, 1)) of_a.insert(std::get<1>(line));
    for (const Line& line : lines_of(narrow, b, 1)) {
      if (of_a.contains(std::get<1>(line))) expected.insert(std::get<1>(line));
    }
    const CommonAnswer answer = find_common(*graph_, {.from = a, .to = b, .selection = selection}).value();
    for (const CommonNode& row : answer.rows) {
      found.insert(row.node.id);
      EXPECT_FALSE(row.from_edges.empty());
      EXPECT_FALSE(row.to_edges.empty());
    }
    EXPECT_EQ(found, expected);
  }
}

TEST_F(GraphQueryTest, PathsGoOnlyOverSelectedEdges) {
  store({MadeDocument("a")
             .says("Person A", "met", "Person B")
             .says("Person B", "met", "Person C")
             .says("Person A", "attended", "Person C", {.status = Status::kDenied})
             .facts()});
  const auto length = [&](Selection selection, std::vector<std::string> relations) {
    const PathAnswer answer =
        find_paths(*graph_, {.from = "A", .to = "C", .relations = std::move(relations), .selection = std::move(selection)})
            .value();
    return answer.paths.empty() ? 0 : answer.paths.front().size();
  };
  Selection all;
  all.statuses.push_back(Status::kDenied);
  EXPECT_EQ(length({}, {}), 2u);
  EXPECT_EQ(length(all, {}), 1u);
  EXPECT_EQ(length(all, {"met"}), 2u);
  EXPECT_EQ(length({}, {"attended"}), 0u);
}

TEST_F(GraphQueryTest, FiguresDoNotDependOnTheHistoryOfTheFile) {
  std::mt19937 random(15);
  std::vector<DocumentFacts> documents;
  for (int i = 0; i < 6; ++i) documents.push_back(random_document(random, "d" + std::to_string(i), 12, 10));
  store(documents);
  const std::string top = format_top(find_top(*graph_, {}).value(), Format::kJson, 0);
  const std::string groups = format_communities(list_communities(*graph_, {}).value(), Format::kJson, 0);
  std::reverse(documents.begin(), documents.end());
  store(documents);
  EXPECT_EQ(format_top(find_top(*graph_, {}).value(), Format::kJson, 0), top);
  EXPECT_EQ(format_communities(list_communities(*graph_, {}).value(), Format::kJson, 0), groups);
}

}  // namespace
}  // namespace quanhe
