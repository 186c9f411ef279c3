#include "facts/facts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "facts/facts_json.h"
#include "facts/ontology.h"

namespace quanhe {
namespace {

Node node(const std::string& type, const std::string& name) { return {make_node_id(type, name), type, name, {}, {}}; }

Statement statement(std::uint32_t from, const std::string& relation, std::uint32_t to, std::uint32_t start) {
  Statement made;
  made.from = from;
  made.to = to;
  made.relation = relation;
  made.occurrence = start + 100;
  made.evidence = {{start, start + 5}, "quote", "rule", 900, {}};
  return made;
}

TEST(Status, HasANameThatIsReadAgain) {
  for (const Status status :
       {Status::kDenied, Status::kRequested, Status::kPlanned, Status::kReported, Status::kHappened}) {
    EXPECT_EQ(parse_status(to_string(status)), status);
  }
  EXPECT_EQ(to_string(Status::kDenied), "denied");
  EXPECT_EQ(to_string(Status::kHappened), "happened");
  EXPECT_EQ(parse_status("Denied"), std::nullopt);
  EXPECT_EQ(parse_status(""), std::nullopt);
}

TEST(Status, OfWhatIsUnrealIsShownOnDemandOnly) {
  EXPECT_FALSE(is_shown(Status::kDenied));
  EXPECT_FALSE(is_shown(Status::kRequested));
  EXPECT_TRUE(is_shown(Status::kPlanned));
  EXPECT_TRUE(is_shown(Status::kReported));
  EXPECT_TRUE(is_shown(Status::kHappened));
}

TEST(NodeId, IsMadeOfTypeNameAndHash) {
  const std::string id = make_node_id("Person", "Đỗ Thị Ngọc Ánh");
  ASSERT_TRUE(id.starts_with("person/do-thi-ngoc-anh-")) << id;
  const std::string hash = id.substr(id.size() - 8);
  EXPECT_EQ(hash.find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_EQ(id, make_node_id("Person", "Đỗ Thị Ngọc Ánh"));
}

TEST(NodeId, DoesNotChangeFromVersionToVersion) {
  EXPECT_EQ(make_node_id("Person", "Bùi Văn Nam"), "person/bui-van-nam-e0463957");
}

TEST(NodeId, KeepsApartWhatDiffersByADiacriticOrByItsTypeAlone) {
  std::set<std::string> ids;
  for (const char* name : {"Hoa", "Hòa", "Hóa", "Họa", "hoa", "Hoa ", "Hoa-"}) ids.insert(make_node_id("Person", name));
  for (const char* type : {"Place", "Places"}) ids.insert(make_node_id(type, "Hoa"));
  EXPECT_EQ(ids.size(), 9u);
}

TEST(NodeId, HoldsNothingButAsciiLettersDigitsDashesAndOneSlash) {
  for (const char* name : {"中国", "", "a/b\"<>", "ASEAN – 10", "Ætna\n", "đ"}) {
    const std::string id = make_node_id("Đơn_vị/x", name);
    EXPECT_EQ(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-/"), std::string::npos) << id;
    EXPECT_EQ(std::count(id.begin(), id.end(), '/'), 1) << id;
    EXPECT_EQ(id.find("--"), std::string::npos) << id;
  }
}

TEST(NodeId, OfALongNameIsCutBetweenWords) {
  std::string name = "hiệp định";
  for (int i = 0; i < 30; ++i) name += " thương mại";
  const std::string id = make_node_id("Treaty", name);
  EXPECT_LE(id.size(), std::string("treaty/").size() + 60 + 9);
  EXPECT_TRUE(id.substr(0, id.size() - 9).ends_with("-mai") || id.substr(0, id.size() - 9).ends_with("-thuong")) << id;
  EXPECT_NE(id, make_node_id("Treaty", name + " mới"));
  EXPECT_LE(make_node_id("Treaty", std::string(500, 'a')).size(), 76u);
}

TEST(PutInOrder, SortsNodesAndCarriesTheEndsAlong) {
  DocumentFacts facts;
  facts.nodes = {node("Person", "Yến"), node("Country", "Áo"), node("Person", "An")};
  facts.statements = {statement(0, "met", 2, 40), statement(2, "visited", 1, 10)};
  put_in_order(facts);
  ASSERT_TRUE(
      std::is_sorted(facts.nodes.begin(), facts.nodes.end(), [](const Node& a, const Node& b) { return a.id < b.id; }));
  ASSERT_EQ(facts.statements.size(), 2u);
  EXPECT_EQ(facts.statements[0].relation, "visited");
  EXPECT_EQ(facts.nodes[facts.statements[0].from].name, "An");
  EXPECT_EQ(facts.nodes[facts.statements[0].to].name, "Áo");
  EXPECT_EQ(facts.nodes[facts.statements[1].from].name, "Yến");
}

TEST(PutInOrder, NumbersOccurrencesInTheOrderOfTheText) {
  DocumentFacts facts;
  facts.nodes = {node("Person", "An"), node("Person", "Yến")};
  facts.statements = {statement(0, "thanked", 1, 50), statement(0, "met", 1, 20), statement(1, "met", 0, 20),
                      statement(0, "visited", 1, 30)};
  facts.statements[0].occurrence = 3;
  facts.statements[1].occurrence = facts.statements[2].occurrence = 9;
  facts.statements[3].occurrence = 3;
  put_in_order(facts);
  std::vector<std::uint32_t> numbers;
  for (const Statement& s : facts.statements) numbers.push_back(s.occurrence);
  EXPECT_EQ(numbers, (std::vector<std::uint32_t>{1, 1, 2, 2}));
}

TEST(PutInOrder, DropsEqualStatementsWhateverStandsBetweenThem) {
  DocumentFacts facts;
  facts.nodes = {node("Person", "An"), node("Person", "Yến")};
  for (std::uint32_t i = 0; i < 6; ++i) {
    facts.statements.push_back(statement(0, "met", 1, 20));
    facts.statements.back().occurrence = i;
    if (i % 2 == 1) facts.statements.back().status = Status::kDenied;
    if (i >= 4) facts.statements.back().evidence.parts = {{"trigger", Span{21, 22}, "", {}}};
  }
  put_in_order(facts);
  EXPECT_EQ(facts.statements.size(), 4u);
}

TEST(PutInOrder, DoesNotDependOnTheOrderItIsGiven) {
  DocumentFacts facts;
  facts.nodes = {node("Person", "An"), node("Person", "Yến"), node("Country", "Áo")};
  for (std::uint32_t i = 0; i < 24; ++i) {
    Statement made = statement(i % 3, i % 2 == 0 ? "met" : "visited", (i + 1) % 3, 10 * (i % 4));
    made.status = static_cast<Status>(i % 5);
    made.evidence.confidence = 900 + static_cast<int>(i % 2);
    facts.statements.push_back(made);
  }
  DocumentFacts ordered = facts;
  put_in_order(ordered);
  std::mt19937 random(7);
  for (int i = 0; i < 20; ++i) {
    DocumentFacts other = facts;
    std::shuffle(other.statements.begin(), other.statements.end(), random);
    put_in_order(other);
    ASSERT_EQ(other, ordered);
  }
  DocumentFacts again = ordered;
  put_in_order(again);
  EXPECT_EQ(again, ordered);
}

TEST(FactsJson, IsOneLineWithKeysInAFixedOrder) {
  DocumentFacts facts;
  facts.id = "tin/1.txt";
  facts.date = "2021-06";
  facts.date_basis = "metadata";
  facts.nodes = {{"person/an-1", "Person", "An \"Bé\"", {"bà An"}, {}}, {"country/ao-2", "Country", "Áo", {}, {}}};
  facts.statements = {statement(0, "visited", 1, 10)};
  facts.statements[0].occurrence = 1;
  facts.statements[0].attributes = {{"date", "2021-06-07"}};
  facts.statements[0].evidence.parts = {{"trigger", Span{11, 12}, "", {}},
                                        {"to", {}, "default home", {}},
                                        {"from", Span{1, 2}, "reference she", {{4, 6}, {8, 9}}}};
  EXPECT_EQ(to_json_line(facts),
            R"({"id":"tin/1.txt","date":"2021-06","date_basis":"metadata","nodes":[)"
            R"({"id":"person/an-1","type":"Person","name":"An \"Bé\"","aliases":["bà An"]},)"
            R"({"id":"country/ao-2","type":"Country","name":"Áo","aliases":[]}],"edges":[)"
            R"({"from":"person/an-1","relation":"visited","to":"country/ao-2","occurrence":"o1","status":"happened",)"
            R"("attributes":{"date":"2021-06-07"},)"
            R"("evidence":{"start":10,"end":15,"quote":"quote","rule":"rule","confidence":900,"parts":[)"
            R"({"role":"trigger","start":11,"end":12},{"role":"to","via":"default home"},)"
            R"({"role":"from","start":1,"end":2,"via":"reference she","resolved":[)"
            R"({"start":4,"end":6},{"start":8,"end":9}]}]}}]})");
}

TEST(FactsJson, NamesANodeAsTheDocumentSpellsIt) {
  DocumentFacts facts;
  facts.id = "d";
  facts.nodes = {{"place/moscow-1", "Place", "Moscow", {"Moskva", "thủ đô Moskva"}, "Moskva"}};
  EXPECT_NE(to_json_line(facts).find(R"("id":"place/moscow-1","type":"Place","name":"Moskva","aliases":["Moscow","thủ đô Moskva"])"),
            std::string::npos)
      << to_json_line(facts);
}

TEST(FactsJson, IsTheSameInPieces) {
  DocumentFacts facts;
  facts.id = "d";
  facts.nodes = {node("Person", "A"), node("Person", "B")};
  for (std::uint32_t i = 0; i < 1000; ++i) facts.statements.push_back(statement(0, "met", 1, i));
  std::string line;
  std::size_t pieces = 0;
  write_json_line(facts, [&](const std::string& piece) {
    line += piece;
    ++pieces;
  });
  EXPECT_GT(pieces, 2U);
  EXPECT_EQ(line, to_json_line(facts));
  EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 0);
  EXPECT_NE(line.find("\"start\":999,"), std::string::npos);
}

TEST(FactsJson, LeavesOutWhatIsEmpty) {
  DocumentFacts facts;
  facts.id = "a";
  EXPECT_EQ(to_json_line(facts), R"({"id":"a","nodes":[],"edges":[]})");
  facts.url = "https://example.org/\n";
  facts.title = "Tin";
  EXPECT_EQ(to_json_line(facts), R"({"id":"a","url":"https://example.org/\n","title":"Tin","nodes":[],"edges":[]})");
}

TEST(Ontology, KnowsWhatIsAKindOfWhat) {
  Ontology ontology;
  ontology.types = {{"Thing", "", {{"en", "thing"}}, {}, "", ""},
                    {"Body", "Thing", {{"en", "body"}}, {}, "", ""},
                    {"Ministry", "Body", {{"en", "ministry"}}, {}, "", ""}};
  ontology.relations = {{"met", {{"en", "met"}}, "", true, false, {"Body"}, {"Body"}}};
  EXPECT_TRUE(ontology.is_kind_of("Ministry", "Ministry"));
  EXPECT_TRUE(ontology.is_kind_of("Ministry", "Thing"));
  EXPECT_FALSE(ontology.is_kind_of("Thing", "Ministry"));
  EXPECT_FALSE(ontology.is_kind_of("Unknown", "Thing"));
  EXPECT_EQ(ontology.find_type("Body"), &ontology.types[1]);
  EXPECT_EQ(ontology.find_type("body"), nullptr);
  EXPECT_EQ(ontology.find_relation("met"), &ontology.relations[0]);
  EXPECT_EQ(ontology.find_relation(""), nullptr);
}

TEST(Ontology, ShowsALabelInTheLanguageElseTheFirst) {
  const Labels labels = {{"vi", "gặp"}, {"en", "met"}};
  EXPECT_EQ(label_in(labels, "vi"), "gặp");
  EXPECT_EQ(label_in(labels, "fr"), "met");
  EXPECT_DEATH(label_in({}, "vi"), "broken invariant");
}

}  // namespace
}  // namespace quanhe
