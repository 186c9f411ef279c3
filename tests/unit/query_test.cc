#include <gtest/gtest.h>

#include <random>

#include "base/strings.h"
#include "query/format.h"
#include "query/names.h"
#include "query/neighbours.h"
#include "query/neighbours_text.h"
#include "query/vocabulary.h"
#include "text/fold.h"
#include "unit/made_store.h"

namespace quanhe {
namespace {

using Lines = std::vector<std::string>;

class QueryTest : public ::testing::Test {
 protected:
  StoredGraph stored(const Documents& documents) {
    const std::filesystem::path path = folder_ / "graph.db";
    std::filesystem::remove(path);
    EXPECT_TRUE(write_graph(documents, path).ok());
    Result<StoredGraph> graph = StoredGraph::open(path);
    EXPECT_TRUE(graph.ok());
    return std::move(graph).value();
  }

  TemporaryFolder folder_;
};

// "found: Bùi Thanh Sơn"
std::string found(StoredGraph& graph, std::string_view name) {
  const Result<NameAnswer> answer = find_node(graph, name);
  if (!answer) return "error: " + answer.error().message;
  std::string text = answer.value().outcome == NameOutcome::kFound       ? "found:"
                     : answer.value().outcome == NameOutcome::kAmbiguous ? "ambiguous:"
                                                                         : "unknown:";
  for (const Candidate& candidate : answer.value().candidates) {
    text += ' ' + candidate.node.name + '(' + candidate.node.type + ')';
  }
  return text;
}

Documents documents_of_names() {
  return {MadeDocument("a")
                      .names("Person", "Bùi Thanh Sơn", {"Sơn", "đồng chí Sơn"})
                      .names("Person", "Trần Văn Tuấn")
                      .names("Person", "Trần Văn Tuân")
                      .names("Country", "Việt Nam", {"VN"})
                      .names("Ministry", "Bộ Ngoại giao Việt Nam", {"Bộ Ngoại giao"})
                      .names("Ministry", "Bộ Ngoại giao Lào", {"Bộ Ngoại giao"})
                      .names("Person", "Sớn")
                      .names("Person", "Đỗ Lan")
                      .names("Event", "lan")
                      .facts(),
                  MadeDocument("b").names("Ministry", "Bộ Ngoại giao Lào").facts()};
}

TEST_F(QueryTest, FindsANodeByItsNameWithAndWithoutDiacriticsAndCase) {
  StoredGraph graph = stored(documents_of_names());
  for (const char* name : {"Bùi Thanh Sơn", "bùi thanh sơn", "BÙI THANH SƠN", "bui thanh son", "Bui  Thanh-Son",
                           "Bu\u0300i Thanh So\u031bn", "đồng chí sơn", "dong chi son"}) {
    EXPECT_EQ(found(graph, name), "found: Bùi Thanh Sơn(Person)") << name;
  }
  EXPECT_EQ(found(graph, "do lan"), "found: Đỗ Lan(Person)");
  EXPECT_EQ(found(graph, "vn"), "found: Việt Nam(Country)");
}

TEST_F(QueryTest, FindsANodeByItsId) {
  StoredGraph graph = stored(documents_of_names());
  EXPECT_EQ(found(graph, make_node_id("Ministry", "Bộ Ngoại giao Lào")), "found: Bộ Ngoại giao Lào(Ministry)");
}

TEST_F(QueryTest, LetsDiacriticsDecideBetweenNamesThatFoldAlike) {
  StoredGraph graph = stored(documents_of_names());
  EXPECT_EQ(found(graph, "Trần Văn Tuấn"), "found: Trần Văn Tuấn(Person)");
  EXPECT_EQ(found(graph, "TRẦN VĂN TUÂN"), "found: Trần Văn Tuân(Person)");
  EXPECT_EQ(found(graph, "tran van tuan").substr(0, 10), "ambiguous:");
  EXPECT_EQ(found(graph, "trần văn tuan").substr(0, 10), "ambiguous:") << "half of the diacritics match neither";
}

TEST_F(QueryTest, PrefersSpellingToFoldingAndNamesToAliases) {
  StoredGraph graph = stored(documents_of_names());
  EXPECT_EQ(found(graph, "sơn"), "found: Bùi Thanh Sơn(Person)") << "an alias as spelled beats a folded name";
  EXPECT_EQ(found(graph, "son"), "found: Sớn(Person)") << "a folded name beats a folded alias";
  EXPECT_EQ(found(graph, "sớn"), "found: Sớn(Person)");
}

TEST_F(QueryTest, ListsTheNodesOfAnAmbiguousNameByDocumentCount) {
  StoredGraph graph = stored(documents_of_names());
  EXPECT_EQ(found(graph, "Bộ Ngoại giao"), "ambiguous: Bộ Ngoại giao Lào(Ministry) Bộ Ngoại giao Việt Nam(Ministry)");
}

TEST_F(QueryTest, SuggestsNamesThatHoldTheWordsThenThoseSpelledAlike) {
  StoredGraph graph = stored(documents_of_names());
  EXPECT_EQ(found(graph, "thanh"), "unknown: Bùi Thanh Sơn(Person)");
  EXPECT_EQ(found(graph, "lào giao"), "unknown: Bộ Ngoại giao Lào(Ministry)");
  EXPECT_EQ(found(graph, "vetnam"), "unknown: Việt Nam(Country)");
  EXPECT_EQ(found(graph, "Bùi Thành Sơm"), "unknown: Bùi Thanh Sơn(Person)");
  EXPECT_EQ(found(graph, "tuấn").substr(0, 8), "unknown:");
  EXPECT_EQ(found(graph, "qwertyuiop"), "unknown:");
  EXPECT_EQ(found(graph, ""), "unknown:");
  EXPECT_EQ(found(graph, " ... "), "unknown:");
  EXPECT_EQ(found(graph, "\xff\xfe"), "unknown:");
}

TEST_F(QueryTest, SuggestsTheNearestSpellingFirstAndNoMoreThanTheLimit) {
  MadeDocument document("a");
  for (int i = 10; i < 40; ++i) document.names("Person", "Abcdef" + std::to_string(i));
  StoredGraph graph = stored({document.facts()});
  EXPECT_EQ(find_node(graph, "abcdef").value().candidates.size(), kMaximumSuggestions);
  const NameAnswer answer = find_node(graph, "abcdeg17").value();
  EXPECT_EQ(answer.outcome, NameOutcome::kUnknown);
  EXPECT_EQ(answer.candidates.size(), kMaximumSuggestions);
  EXPECT_EQ(answer.candidates.front().node.name, "Abcdef17");
}

TEST(Vocabulary, IsGivenByNameOrLabel) {
  const Ontology ontology = made_ontology();
  EXPECT_EQ(find_relations(ontology, {"met", "giữ chức", "gap"}).value(), (Lines{"holds_office", "met"}));
  EXPECT_EQ(find_types(ontology, {"person", "bộ"}).value(), (Lines{"Ministry", "Person"}));
  EXPECT_EQ(find_types(ontology, {}).value(), Lines{});
}

TEST(Vocabulary, NamesTheNearestOrAllThereAre) {
  const Ontology ontology = made_ontology();
  EXPECT_EQ(find_relations(ontology, {"atended"}).error().message,
            "unknown relation 'atended', did you mean 'attended'?");
  EXPECT_EQ(find_types(ontology, {"xyzxyz"}).error().message,
            "unknown type 'xyzxyz', expected one of: Body, Country, Event, Ministry, Person");
}

TEST(Vocabulary, ShowsLabelsInThePacksLanguage) {
  const Ontology ontology = made_ontology();
  EXPECT_EQ(relation_label(ontology, "met"), "gặp");
  EXPECT_EQ(type_label(ontology, "Event"), "sự kiện");
  EXPECT_EQ(relation_label(ontology, "unheard"), "unheard");
}

Documents meeting_documents() {
  return {
       MadeDocument("a")
           .says("Person Sơn", "met", "Person Prak", {.attributes = {{"date", "2021-06-07"}}})
           .says("Person Sơn", "holds_office", "Ministry Bộ", {.confidence = 957})
           .says("Person Prak", "attended", "Event ASEM", {.status = Status::kPlanned})
           .says("Person Sơn", "attended", "Event Mekong", {.status = Status::kDenied})
           .facts(),
       MadeDocument("b")
           .says("Person Sơn", "met", "Person Prak", {.confidence = 500, .attributes = {{"date", "2021-05-31"}}})
           .says("Person Sơn", "met", "Person Prak", {.status = Status::kDenied, .attributes = {{"date", "2020"}}})
           .facts()};
}

// "hop direction relation node through" of each row.
Lines rows_of(const Result<NeighbourAnswer>& answer) {
  if (!answer) return {"error: " + answer.error().message};
  Lines lines;
  for (const Neighbour& row : answer.value().rows) {
    const std::string_view direction = row.edge.direction == Direction::kOut  ? "->"
                                       : row.edge.direction == Direction::kIn ? "<-"
                                                                         : "--";
    lines.push_back(std::to_string(row.hop) + ' ' + std::string(direction) + ' ' + row.edge.relation + ' ' + row.node.name +
                    (row.through ? " through " + row.through->name : ""));
  }
  return lines;
}

TEST_F(QueryTest, ListsNeighboursByTheOrderOfRelations) {
  StoredGraph graph = stored(meeting_documents());
  EXPECT_EQ(rows_of(find_neighbours(graph, {.name = "sơn"})), (Lines{"1 -> holds_office Bộ", "1 -- met Prak"}));
  EXPECT_EQ(rows_of(find_neighbours(graph, {.name = "bộ"})), Lines{"1 <- holds_office Sơn"});
}

TEST_F(QueryTest, SaysOfANeighbourWhatItsShownStatementsSay) {
  StoredGraph graph = stored(meeting_documents());
  const NeighbourAnswer answer = find_neighbours(graph, {.name = "Sơn", .relations = {"gặp"}}).value();
  ASSERT_EQ(answer.rows.size(), 1u);
  const Neighbour& row = answer.rows[0];
  EXPECT_EQ(row.edge.label, "gặp");
  EXPECT_EQ(row.type_label, "người");
  EXPECT_EQ(row.node.id, make_node_id("Person", "Prak"));
  EXPECT_EQ(row.edge.figures.status, Status::kHappened);
  EXPECT_EQ(row.edge.figures.statements, 2u);
  EXPECT_EQ(row.edge.figures.sources, 2u);
  EXPECT_EQ(row.edge.figures.confidence, 950);
  EXPECT_EQ(row.edge.figures.dates, (Lines{"2021-05-31", "2021-06-07"}));
}

TEST_F(QueryTest, NamesTheNodeThroughWhichAFurtherOneIsReached) {
  StoredGraph graph = stored(meeting_documents());
  EXPECT_EQ(rows_of(find_neighbours(graph, {.name = "bộ", .hops = 3})),
            (Lines{"1 <- holds_office Sơn", "2 -- met Prak through Sơn", "3 -> attended ASEM through Prak"}));
  EXPECT_EQ(rows_of(find_neighbours(graph, {.name = "bộ", .hops = 4000000000})).size(), 3u);
}

TEST_F(QueryTest, FiltersByRelationTypeAndStatus) {
  StoredGraph graph = stored(meeting_documents());
  EXPECT_EQ(rows_of(find_neighbours(graph, {.name = "bộ", .hops = 3, .relations = {"met"}})), Lines{});
  EXPECT_EQ(rows_of(find_neighbours(graph, {.name = "bộ", .hops = 3, .types = {"Event"}})),
            Lines{"3 -> attended ASEM through Prak"});
  EXPECT_EQ(rows_of(find_neighbours(graph, {.name = "sơn", .types = {"Body"}})), Lines{"1 -> holds_office Bộ"});
  EXPECT_EQ(rows_of(find_neighbours(graph, {.name = "sơn", .selection = {.statuses = {Status::kDenied}}})),
            (Lines{"1 -- met Prak", "1 -> attended Mekong"}));
}

TEST_F(QueryTest, RefusesAQuestionThatCannotBeAnswered) {
  StoredGraph graph = stored(meeting_documents());
  EXPECT_EQ(rows_of(find_neighbours(graph, {.name = "sơn", .hops = 0})), Lines{"error: hops: 0, expected 1 or more"});
  EXPECT_EQ(rows_of(find_neighbours(graph, {.name = "sơn", .relations = {"mett"}})),
            Lines{"error: unknown relation 'mett', did you mean 'met'?"});
  EXPECT_EQ(rows_of(find_neighbours(graph, {.name = "sơn", .types = {"Persn"}})),
            Lines{"error: unknown type 'Persn', did you mean 'Person'?"});
  EXPECT_EQ(find_neighbours(graph, {.name = "nobody"}).value().name.outcome, NameOutcome::kUnknown);
}

// The store's walk and that of the frozen graph are written apart and must agree.
TEST_F(QueryTest, WalksTheStoreAsTheGraphIsWalked) {
  std::mt19937 random(20210607);
  const auto pick = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
  const Lines relations = {"met", "attended", "part_of"};
  for (int round = 0; round < 40; ++round) {
    MadeDocument document("a");
    for (int i = 0; i < 14; ++i) {
      const std::string from = "Person P" + std::to_string(pick(9)),
                        to = (pick(2) == 0 ? "Person P" : "Body B") + std::to_string(pick(9));
      document.says(from, relations[pick(3)], to, {.status = static_cast<Status>(pick(5))});
    }
    const Documents documents = {document.facts()};
    const View view = view_of(documents);
    const Graph frozen(view);
    StoredGraph graph = stored(documents);
    Walk walk{.hops = static_cast<std::uint32_t>(1 + pick(4))};
    if (pick(2) == 0) walk.relations = {"attended", "met"};
    if (pick(2) == 0) walk.types = {"Person"};
    const auto start = static_cast<std::uint32_t>(pick(view.nodes.size()));

    std::multiset<std::string> expected, actual;
    for (const Reached& reached : frozen.neighbours(start, walk)) {
      expected.insert(std::to_string(reached.hop) + view.nodes[reached.node].id + view.nodes[reached.through].id +
                      view.edges[reached.edge].relation + std::to_string(static_cast<int>(reached.direction)));
    }
    const NeighbourAnswer answer =
        find_neighbours(
            graph, {.name = view.nodes[start].id, .hops = walk.hops, .relations = walk.relations, .types = walk.types})
            .value();
    for (const Neighbour& row : answer.rows) {
      actual.insert(std::to_string(row.hop) + row.node.id + (row.through ? row.through->id : view.nodes[start].id) +
                    row.edge.relation + std::to_string(static_cast<int>(row.edge.direction)));
    }
    ASSERT_EQ(actual, expected) << "round " << round;
  }
}

TEST(FormatTest, IsGivenByName) {
  EXPECT_EQ(parse_format("table"), Format::kTable);
  EXPECT_EQ(parse_format("json"), Format::kJson);
  EXPECT_EQ(parse_format("tsv"), Format::kTsv);
  EXPECT_EQ(parse_format("xml"), std::nullopt);
}

TEST_F(QueryTest, PrintsATable) {
  StoredGraph graph = stored(meeting_documents());
  EXPECT_EQ(format_neighbours(find_neighbours(graph, {.name = "son"}).value(), Format::kTable, 80),
            "Sơn (người): 2 neighbours\n"
            "   RELATION  NAME  TYPE   DATE           SAID  SRC  SURE\n"
            "→  giữ chức  Bộ    bộ                       1    1  0.95\n"
            "↔  gặp       Prak  người  2021-05-31 +1     2    2  0.95\n");
  EXPECT_EQ(format_neighbours(find_neighbours(graph, {.name = "bộ", .hops = 3, .types = {"Event"}}).value(),
                              Format::kTable, 80),
            "Bộ (bộ): 1 neighbour\n"
            "HOP     RELATION  NAME  TYPE     THROUGH  STATUS   DATE  SAID  SRC  SURE\n"
            "  3  →  dự        ASEM  sự kiện  Prak     planned           1    1  0.90\n");
  EXPECT_EQ(format_neighbours(find_neighbours(graph, {.name = "Mekong"}).value(), Format::kTable, 80),
            "Mekong (sự kiện): no neighbours\n");
}

TEST_F(QueryTest, KeepsATableWithinEightyColumns) {
  const std::string long_name(120, 'n');
  StoredGraph graph =
      stored({MadeDocument("a")
                          .says("Person A", "attended", "Event " + long_name,
                                {.status = Status::kPlanned, .attributes = {{"date", "2023-03-21/2023-03-22"}}})
                          .says("Person " + long_name, "attended", "Event " + long_name)
                          .facts()});
  for (const std::uint32_t hops : {1u, 2u}) {
    const std::string text =
        format_neighbours(find_neighbours(graph, {.name = "A", .hops = hops}).value(), Format::kTable, 80);
    for (const std::string_view line : split(text, '\n')) EXPECT_LE(display_width(line), 80) << line;
    EXPECT_NE(text.find("nnnnnnn…"), std::string::npos) << text;
  }
}

TEST_F(QueryTest, PrintsJsonWithStableKeys) {
  StoredGraph graph = stored(meeting_documents());
  const std::string prak = make_node_id("Person", "Prak"), son = make_node_id("Person", "Sơn"),
                    bo = make_node_id("Ministry", "Bộ");
  EXPECT_EQ(
      format_neighbours(find_neighbours(graph, {.name = "bộ", .hops = 2}).value(), Format::kJson, 80),
      R"({"outcome":"found","asked":"bộ","node":{"id":")" + bo +
          R"(","type":"Ministry","name":"Bộ"},"hops":2,"neighbours":[)"
          R"({"hop":1,"direction":"in","relation":"holds_office","label":"giữ chức","node":{"id":")" +
          son +
          R"(","type":"Person","name":"Sơn"},"status":"happened","statements":1,"sources":1,"confidence":957,"dates":[]},)"
          R"({"hop":2,"direction":"both","relation":"met","label":"gặp","node":{"id":")" +
          prak + R"(","type":"Person","name":"Prak"},"through":{"id":")" + son +
          R"(","type":"Person","name":"Sơn"},)"
          R"("status":"happened","statements":2,"sources":2,"confidence":950,"dates":["2021-05-31","2021-06-07"]}],"total":2})"
          "\n");
}

TEST_F(QueryTest, PrintsTsvWithAHeaderAndOneLineARow) {
  StoredGraph graph = stored({MadeDocument("a").says("Person A", "met", "Person B\tC\nD").facts()});
  EXPECT_EQ(format_neighbours(find_neighbours(graph, {.name = "A"}).value(), Format::kTsv, 80),
            "hop\tdirection\trelation\tlabel\tname\ttype\tid\tthrough_name\tthrough_id\tstatus\tstatements\tsources\t"
            "confidence\tdates\n"
            "1\tboth\tmet\tgặp\tB C D\tPerson\t" +
                make_node_id("Person", "B\tC\nD") + "\t\t\thappened\t1\t1\t900\t\n");
}

TEST_F(QueryTest, PrintsTheCandidatesOfANameThatIsNotOneNode) {
  StoredGraph graph =
      stored({MadeDocument("a").names("Person", "Lan").names("Event", "Lan", {"hội Lan"}).facts()});
  const std::string event = make_node_id("Event", "Lan"), person = make_node_id("Person", "Lan");
  const NeighbourAnswer ambiguous = find_neighbours(graph, {.name = "lan"}).value();
  EXPECT_EQ(format_neighbours(ambiguous, Format::kTable, 80),
            "'lan' may be any of 2; ask again with an id:\n"
            "NAME  TYPE     WRITTEN AS  DOCUMENTS  ID\n"
            "Lan   sự kiện                      1  " +
                event +
                "\n"
                "Lan   người                        1  " +
                person + "\n");
  EXPECT_EQ(format_neighbours(ambiguous, Format::kJson, 80),
            R"({"outcome":"ambiguous","asked":"lan","candidates":[{"id":")" + event +
                R"(","type":"Event","name":"Lan","matched":"Lan","documents":1},{"id":")" + person +
                R"(","type":"Person","name":"Lan","matched":"Lan","documents":1}]})"
                "\n");
  EXPECT_EQ(format_neighbours(ambiguous, Format::kTsv, 80),
            "outcome\tname\ttype\tid\tmatched\tdocuments\n"
            "ambiguous\tLan\tEvent\t" +
                event + "\tLan\t1\nambiguous\tLan\tPerson\t" + person + "\tLan\t1\n");

  const NameAnswer unknown = find_node(graph, "hôi").value();
  EXPECT_EQ(format_name_answer(unknown, Format::kTable, 0),
            "nothing is named 'hôi'; the nearest are:\n"
            "NAME  TYPE     WRITTEN AS  DOCUMENTS  ID\n"
            "Lan   sự kiện  hội Lan             1  " +
                event + "\n");
  EXPECT_EQ(format_name_answer(find_node(graph, "zzz").value(), Format::kTable, 0), "nothing is named 'zzz'\n");
  EXPECT_EQ(format_name_answer(find_node(graph, "zzz").value(), Format::kJson, 0),
            "{\"outcome\":\"unknown\",\"asked\":\"zzz\",\"candidates\":[]}\n");
}

}  // namespace
}  // namespace quanhe
