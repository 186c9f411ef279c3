#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "query/card.h"
#include "query/contradictions.h"
#include "query/facts_list.h"
#include "query/markdown.h"
#include "query/quotation.h"
#include "query/sql_text.h"
#include "query/text_search.h"
#include "query/timeline.h"
#include "query/why.h"
#include "store/graph_store.h"
#include "unit/made_facts.h"

namespace quanhe {
namespace {

using Lines = std::vector<std::string>;

Selection with_all_statuses() {
  Selection selection;
  selection.statuses = {Status::kDenied, Status::kRequested, Status::kPlanned, Status::kReported, Status::kHappened};
  return selection;
}

int day(const char* date) { return first_day_number(*parse_iso_date(date)); }

class QuestionsTest : public ::testing::Test {
 protected:
  std::filesystem::path path() const { return folder_ / "graph.db"; }

  StoredGraph graph_of(const std::vector<DocumentFacts>& documents, const Ledgers& ledgers = {}) {
    const PackInfo pack = made_pack();
    {
      Result<GraphStore> store = GraphStore::open(path(), {ontology_, pack, "1.0", ""});
      EXPECT_TRUE(store.ok());
      for (const DocumentFacts& facts : documents) {
        store.value().put(facts, {to_hex(facts.content_hash), pack.hash, "/made", facts.id});
      }
      store.value().replay(ledgers);
      EXPECT_TRUE(store.value().finish().ok());
      EXPECT_TRUE(store.value().publish().ok());
    }
    Result<StoredGraph> graph = StoredGraph::open(path());
    EXPECT_TRUE(graph.ok());
    return std::move(graph).value();
  }

  Ontology ontology_ = made_ontology();
  TemporaryFolder folder_;
};

DocumentFacts dated(MadeDocument& document, const std::string& date) {
  DocumentFacts facts = document.facts();
  facts.date = date;
  return facts;
}

DocumentFacts meeting(const std::string& id, const std::string& date, Said said = {}) {
  MadeDocument document(id);
  said.parts = {{"trigger", Span{12, 15}, "", {}}, {"from", Span{7, 11}, "reference he", {{0, 6}}}};
  document.says("Person Prak", "met", "Person Sơn", said);
  return dated(document, date);
}

Lines documents_of(const WhyAnswer& answer) {
  Lines ids;
  for (const WhyEdge& why : answer.edges) {
    for (const Quotation& quotation : why.quotations) ids.push_back(quotation.document.id);
  }
  return ids;
}

TEST_F(QuestionsTest, WhyQuotesOneOfEachSourceBeforeASecondOfAny) {
  DocumentFacts copy = meeting("b", "2021-06-08");
  copy.near_copy_keys = meeting("a", "").near_copy_keys;
  StoredGraph graph = graph_of({meeting("a", "2021-06-07"), copy, meeting("c", "2021-07-01")});
  const WhyAnswer answer = find_why(graph, {.from = "prak", .to = "son"}).value();
  EXPECT_EQ(documents_of(answer), (Lines{"a", "c", "b"}));
  EXPECT_EQ(said_by(answer.edges.front().edge.figures), "3 articles, 2 independent sources");
  EXPECT_EQ(documents_of(find_why(graph, {.from = "prak", .to = "son", .limit = 2}).value()), (Lines{"a", "c"}));
}

TEST_F(QuestionsTest, WhyLeavesOutWhatWasNotAskedForAndCountsIt) {
  StoredGraph graph = graph_of({meeting("a", "2021-06-07", {.attributes = {{"date", "2021-06-07"}}}),
                                meeting("b", "2022-01-01", {.status = Status::kDenied})});
  WhyQuestion question{.from = "son", .to = "prak"};
  EXPECT_EQ(documents_of(find_why(graph, question).value()), (Lines{"a"}));
  question.selection = with_all_statuses();
  EXPECT_EQ(documents_of(find_why(graph, question).value()), (Lines{"a", "b"}));
  question.selection.known_by = day("2021-01-01");
  const WhyAnswer before = find_why(graph, question).value();
  EXPECT_FALSE(before.is_found());
  EXPECT_EQ(before.left_out, 1U);
  EXPECT_EQ(find_why(graph, {.from = "son", .to = "prak", .relations = {"attended"}}).value().edges.size(), 0U);
  EXPECT_EQ(find_why(graph, {.from = "son", .to = "prak", .relations = {"gap"}}).value().edges.size(), 1U);
  EXPECT_FALSE(find_why(graph, {.from = "son", .to = "prak", .relations = {"mett"}}).ok());
}

TEST_F(QuestionsTest, WhyShowsWhatAPersonDecidedAlsoOfMergedNodes) {
  Ledgers ledgers;
  const std::string son = make_node_id("Person", "Sơn"), other = make_node_id("Person", "Bùi Sơn"),
                    prak = make_node_id("Person", "Prak");
  ledgers.merges = {{MergeDecision::kAccept, son, other, "Lan", "2026-01-02", "same office"}};
  ledgers.judgements = {{Judgement::kRejected, prak, "met", other, "Lan", "2026-01-03", "another Sơn"}};
  StoredGraph graph = graph_of({meeting("a", "2021"), MadeDocument("b").names("Person", "Bùi Sơn").facts()}, ledgers);
  const WhyAnswer answer = find_why(graph, {.from = "bui son", .to = "prak"}).value();
  ASSERT_EQ(answer.edges.size(), 1U);
  const StoredJudgement& judgement = answer.edges.front().judgement;
  EXPECT_EQ(judgement.judgement, Judgement::kRejected);
  EXPECT_EQ(judgement.who + ' ' + judgement.when + ' ' + judgement.because, "Lan 2026-01-03 another Sơn");

  const CardAnswer card = find_card(graph, {.name = "Sơn"}).value();
  EXPECT_EQ(card.aliases, Lines{"Bùi Sơn"});
  ASSERT_EQ(card.identity.lines.size(), 1U);
  EXPECT_EQ(card.identity.lines.front().why, "same office");
  EXPECT_TRUE(card.counts.empty()) << "a rejected edge is none";
}

TEST(Marked, JoinsSpansThatOverlapAndLeavesOutWhatIsElsewhere) {
  const auto mark = [](std::string_view words) { return '[' + std::string(words) + ']'; };
  const auto plain = [](std::string_view words) { return std::string(words); };
  EXPECT_EQ(marked("abcdef", 10, {{11, 13}, {12, 14}, {15, 16}, {11, 13}}, mark, plain), "a[bcd]e[f]");
  EXPECT_EQ(marked("abcdef", 10, {{0, 3}, {9, 12}, {15, 17}, {12, 12}}, mark, plain), "abcdef");
  EXPECT_EQ(marked("abc", 0, {{0, 1}, {1, 3}}, mark, plain), "[a][bc]");
}

TEST(InMarkdown, EscapesWhatWouldBeMarkup) {
  EXPECT_EQ(in_markdown("a*b_c[d](e)<f>|`g`"), "a\\*b\\_c\\[d\\](e)\\<f\\>\\|\\`g\\`");
  EXPECT_EQ(in_markdown("# a # b"), "\\# a # b");
  EXPECT_EQ(in_markdown("1. a"), "1\\. a");
  EXPECT_EQ(in_markdown("12) a"), "12\\) a");
  EXPECT_EQ(in_markdown("0.90, 2021-06-07"), "0.90, 2021-06-07");
  EXPECT_EQ(in_markdown("a\n- b"), "a - b");
}

TEST_F(QuestionsTest, FactsAreThoseOfTheAskedEnds) {
  MadeDocument document("a");
  document.says("Person A", "met", "Person B").says("Person A", "attended", "Event E").says("Person B", "attended", "Event E");
  StoredGraph graph = graph_of({document.facts()});
  const auto count = [&](const FactsQuestion& question) { return find_facts(graph, question).value().count; };
  EXPECT_EQ(count({}), 3U);
  EXPECT_EQ(count({.name = "A"}), 2U);
  EXPECT_EQ(count({.from = "A"}), 2U);
  EXPECT_EQ(count({.to = "A"}), 1U) << "a symmetric relation has no direction";
  EXPECT_EQ(count({.from = "E"}), 0U);
  EXPECT_EQ(count({.name = "B", .to = "E"}), 1U);
  EXPECT_EQ(count({.relations = {"attended"}}), 2U);
  const FactsAnswer one = find_facts(graph, {.limit = 1}).value();
  EXPECT_EQ(one.facts.size(), 1U);
  EXPECT_EQ(one.count, 3U);
  EXPECT_NE(first_not_found(find_facts(graph, {.from = "A", .to = "nobody"}).value().names), nullptr);
}

TEST_F(QuestionsTest, TimelineGoesByTheFirstDay) {
  MadeDocument document("a");
  document.says("Person A", "met", "Person B", {.attributes = {{"date", "2021-06-07/2021-06-09"}}})
      .says("Person A", "met", "Person C", {.attributes = {{"date", "2021"}}})
      .says("Person A", "holds_office", "Body O", {.attributes = {{"since", "2020-01"}, {"until", "2022"}}})
      .says("Person A", "attended", "Event E");
  StoredGraph graph = graph_of({document.facts()});
  const TimelineAnswer answer = find_timeline(graph, {.name = "A"}).value();
  Lines rows;
  for (const TimelineRow& row : answer.rows) rows.push_back(std::string(row.event) + ' ' + row.date + ' ' + row.node.name);
  EXPECT_EQ(rows, (Lines{"since 2020-01 O", "date 2021 C", "date 2021-06-07/2021-06-09 B", "until 2022 O"}));
  EXPECT_EQ(answer.undated, 1U);
}

TEST_F(QuestionsTest, SearchPutsWhatHasTheDiacriticsFirst) {
  MadeDocument plain("a");
  plain.says("Person Tuân", "met", "Person Lan").says("Person Lan", "met", "Person Đỗ Tuấn");
  MadeDocument other("b");
  other.says("Person Tuấn", "met", "Person Lan");
  StoredGraph graph = graph_of({plain.facts(), other.facts()});
  const SearchAnswer answer = find_text(graph, {.text = "TUẤN"}).value();
  ASSERT_EQ(answer.sentences.size(), 2U);
  EXPECT_EQ(answer.sentences[0].document.id, "b");
  EXPECT_TRUE(answer.sentences[0].exact);
  EXPECT_FALSE(answer.sentences[1].exact);
  ASSERT_EQ(answer.sentences[0].edges.size(), 1U);
  ASSERT_EQ(answer.sentences[0].marks.size(), 1U);
  EXPECT_EQ(answer.sentences[0].text.substr(answer.sentences[0].marks[0].start, answer.sentences[0].marks[0].length()),
            "Tuấn");
  EXPECT_EQ(answer.names.size(), 3U);
  EXPECT_NE(answer.names.back().node.name, "Tuấn");
  for (const char* text : {"", "\"", "* OR -", "\xff", "NEAR(", "folded:tuan x"}) {
    EXPECT_FALSE(find_text(graph, {.text = text}).value().is_found()) << text;
  }
}

TEST_F(QuestionsTest, ContradictionsAreWhatTheOntologyForbids) {
  ontology_.relations[0].exclusive = {"to", "title", {"minister"}};
  ontology_.relations[4].date_of = "to";
  const auto holder = [](const std::string& id, const std::string& date, const std::string& who, const std::string& title) {
    MadeDocument document(id);
    document.says("Person " + who, "holds_office", "Body O", {.attributes = {{"title", title}}});
    return dated(document, date);
  };
  MadeDocument event("e");
  event.says("Person A", "attended", "Event E", {.attributes = {{"date", "2021-06-07"}}})
      .says("Person B", "attended", "Event E", {.attributes = {{"date", "2021-06"}}})
      .says("Person C", "attended", "Event E", {.attributes = {{"date", "2021-07-01"}}});
  StoredGraph graph = graph_of({holder("a", "2021-01-01", "A", "Minister"), holder("b", "2021-05-01", "A", "minister"),
                                holder("c", "2021-03-01", "B", "minister"), holder("d", "2021-06-01", "C", "minister"),
                                holder("f", "2021-03-01", "D", "deputy"), event.facts()});
  const ContradictionsAnswer answer = find_contradictions(graph, {}).value();
  Lines rows;
  for (const Contradiction& row : answer.rows) {
    rows.push_back(row.about.name + ' ' + row.value + ' ' + row.one.from.name + row.other.from.name);
  }
  EXPECT_EQ(rows, (Lines{"O Minister AB", "E  BC"}));
  ContradictionsQuestion early;
  early.selection.known_by = day("2021-04-01");
  EXPECT_FALSE(find_contradictions(graph, early).value().is_found()) << "only later is A known to have stayed";
}

TEST_F(QuestionsTest, SqlReadsAndNothingElse) {
  StoredGraph graph = graph_of({meeting("a", "2021")});
  const SqlAnswer answer = ask_sql(path(), "SELECT 1 AS one, NULL, 0.5, 'x', x'00ff';", 5).value();
  EXPECT_EQ(format_sql(answer, Format::kJson, 0),
            "{\"columns\":[\"one\",\"NULL\",\"0.5\",\"'x'\",\"x'00ff'\"],\"rows\":[[1,null,0.5,\"x\",\"x'00ff'\"]]}\n");
  for (const char* statement :
       {"DELETE FROM nodes", "ATTACH 'x' AS y", "PRAGMA user_version = 9", "CREATE TEMP TABLE t (a)", "VACUUM INTO 'x'",
        "SELECT load_extension('x')", "SELECT 1; SELECT 2", "", "-- nothing", "SELEC 1", "BEGIN"}) {
    EXPECT_FALSE(ask_sql(path(), statement, 5).ok()) << statement;
  }
  EXPECT_TRUE(ask_sql(path(), "SELECT count(*) FROM name_search WHERE name_search MATCH 'prak'", 5).ok());
  EXPECT_FALSE(ask_sql(folder_ / "none.db", "SELECT 1", 5).ok());
}

}  // namespace
}  // namespace quanhe
