#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

#include "corpus/confidence.h"
#include "corpus/withdrawal.h"
#include "unit/made_facts.h"

namespace quanhe {
namespace {

const Part kTrigger{"trigger", Span{1, 4}, "", {}};
const Part kHome{"country", {}, "default home", {}};

int combined(std::vector<int> confidences) { return combined_confidence(confidences); }

TEST(Confidence, IsOneMinusTheChanceThatAllSourcesErr) {
  EXPECT_EQ(combined({950}), 950);
  EXPECT_EQ(combined({500, 500}), 750);
  EXPECT_EQ(combined({900, 800}), 980);
}

TEST(Confidence, NeverReachesCertaintyNorNothing) {
  EXPECT_EQ(combined({1000}), 990);
  EXPECT_EQ(combined({900, 900, 900, 900}), 990);
  EXPECT_EQ(combined({1}), 1);
}

TEST(Confidence, DoesNotDependOnTheOrder) {
  std::vector<int> confidences = {3, 17, 333, 41, 7, 101};
  const int expected = combined(confidences);
  for (int i = 0; i < 50; ++i) {
    std::next_permutation(confidences.begin(), confidences.end());
    ASSERT_EQ(combined(confidences), expected);
  }
}

TEST(View, IsAFunctionOfTheSetOfDocuments) {
  const std::vector<DocumentFacts> documents = {
      MadeDocument("c").says("Person A", "met", "Person B").facts(),
      MadeDocument("a").says("Person A", "met", "Person B").says("Person A", "attended", "Event E").facts(),
      MadeDocument("b").names("Person", "A", {"ông A"}).facts()};
  const View view = view_of(documents);
  const View again = view_of({documents[2], documents[0], documents[1]});
  ASSERT_EQ(view.documents.size(), 3u);
  EXPECT_EQ(view.documents[0].id, "a");
  EXPECT_EQ(view.documents[2].id, "c");
  EXPECT_EQ(edges_of(view), "A attended E\nA met B\n");
  EXPECT_EQ(edges_of(again), edges_of(view));
  ASSERT_EQ(view.edges[1].occurrences.size(), 2u);
  EXPECT_EQ(view.edges[1].occurrences[0].document, 0u);
  EXPECT_EQ(again.edges[1].occurrences[1].document, 2u);
  EXPECT_TRUE(std::is_sorted(view.nodes.begin(), view.nodes.end(),
                             [](const ViewNode& a, const ViewNode& b) { return a.id < b.id; }));
}

TEST(View, KeepsPackOntologyAndTheMetadataOfDocuments) {
  DocumentFacts facts = MadeDocument("a").facts();
  facts.date = "2021-06";
  facts.date_basis = "inferred";
  facts.url = "https://example.org/a";
  facts.title = "T";
  const View view = view_of({facts});
  EXPECT_EQ(view.pack, made_pack());
  EXPECT_EQ(view.ontology.relations.size(), made_ontology().relations.size());
  EXPECT_EQ(view.documents[0].date, "2021-06");
  EXPECT_EQ(view.documents[0].date_basis, "inferred");
  EXPECT_EQ(view.documents[0].url, "https://example.org/a");
  EXPECT_EQ(view.documents[0].title, "T");
  EXPECT_EQ(view.documents[0].content_hash, facts.content_hash);
}

TEST(View, UnitesAliasesAndCountsTheDocumentsThatNameANode) {
  const View view = view_of({MadeDocument("a").names("Country", "Campuchia", {"Vương quốc Campuchia"}).facts(),
                             MadeDocument("b").names("Country", "Campuchia", {"CPC", "Vương quốc Campuchia"}).facts(),
                             MadeDocument("c").names("Country", "Lào").facts()});
  ASSERT_EQ(view.nodes.size(), 2u);
  EXPECT_EQ(view.nodes[0].name, "Campuchia");
  EXPECT_EQ(view.nodes[0].aliases, (std::vector<std::string>{"CPC", "Vương quốc Campuchia"}));
  EXPECT_EQ(view.nodes[0].document_count, 2u);
  EXPECT_EQ(view.nodes[1].document_count, 1u);
}

TEST(View, ShowsTheSmallestOfTwoSpellingsUnderOneIdAndKeepsTheOtherAsAlias) {
  DocumentFacts first = MadeDocument("a").names("Person", "Tòng").facts();
  DocumentFacts second = first;
  second.id = "b";
  second.nodes[0].name = "Toàng";
  for (const View& view : {view_of({first, second}), view_of({second, first})}) {
    ASSERT_EQ(view.nodes.size(), 1u);
    EXPECT_EQ(view.nodes[0].name, "Toàng");
    EXPECT_EQ(view.nodes[0].aliases, std::vector<std::string>{"Tòng"});
  }
}

TEST(View, StoresASymmetricRelationOnceWithTheSmallerIdFirst) {
  const View view = view_of({MadeDocument("a").says("Person B", "met", "Person A").facts(),
                             MadeDocument("b").says("Person A", "met", "Person B").facts()});
  ASSERT_EQ(view.edges.size(), 1u);
  EXPECT_LT(view.nodes[view.edges[0].from].id, view.nodes[view.edges[0].to].id);
  EXPECT_EQ(view.edges[0].occurrences.size(), 2u);
}

TEST(View, TakesDocumentsOfTheSameTextForOneSource) {
  const auto says = [](const std::string& id, std::uint64_t hash, int confidence) {
    return MadeDocument(id).says("Person A", "met", "Person B", {.confidence = confidence}).with_hash(hash).facts();
  };
  const View view = view_of({says("a", 7, 500), says("b", 8, 500), says("c", 7, 600)});
  EXPECT_EQ(view.documents[0].source_group, 0u);
  EXPECT_EQ(view.documents[1].source_group, 1u);
  EXPECT_EQ(view.documents[2].source_group, 0u);
  EXPECT_EQ(view.edges[0].source_count, 2u);
  EXPECT_EQ(view.edges[0].confidence, 800) << "1 - (1 - 0.6)(1 - 0.5)";
}

TEST(View, GivesAnEdgeItsMostRealStatusAndTheConfidenceOfShownOccurrences) {
  const View view = view_of(
      {MadeDocument("a").says("Person A", "met", "Person B", {.status = Status::kDenied, .confidence = 990}).facts(),
       MadeDocument("b").says("Person A", "met", "Person B", {.status = Status::kPlanned, .confidence = 500}).facts()});
  EXPECT_EQ(view.edges[0].status, Status::kPlanned);
  EXPECT_EQ(view.edges[0].confidence, 500);
  EXPECT_EQ(view.edges[0].source_count, 1u);
  EXPECT_EQ(view.edges[0].occurrences.size(), 2u);
}

TEST(View, GivesAnEdgeWithoutShownOccurrencesTheConfidenceOfAll) {
  const View view = view_of({MadeDocument("a")
                                 .says("Person A", "met", "Person B", {.status = Status::kDenied, .confidence = 300})
                                 .says("Person A", "met", "Person B", {.status = Status::kRequested, .confidence = 400})
                                 .facts()});
  EXPECT_EQ(view.edges[0].status, Status::kRequested);
  EXPECT_EQ(view.edges[0].confidence, 400);
}

// The example of withdrawal.cc: one occurrence says the office by default, the citizenship is derived from it.
MadeDocument& say_prak_by_default(MadeDocument& document) {
  const std::vector<Part> office = {kTrigger, kHome};
  const Part derived{"from", Span{8, 9}, "derived", {}};
  return document.says("Person Prak", "holds_office", "Ministry Bộ Việt Nam", {.occurrence = 1, .parts = office})
      .says("Ministry Bộ Việt Nam", "part_of", "Country Việt Nam", {.occurrence = 1, .parts = office})
      .says("Person Prak", "citizen_of", "Country Việt Nam", {.occurrence = 2, .parts = {kTrigger, kHome, derived}});
}

TEST(Withdrawal, LeavesDefaultsThatNothingContradicts) {
  MadeDocument document("b");
  EXPECT_EQ(edges_of(view_of({say_prak_by_default(document).facts()})),
            "Prak citizen_of Việt Nam\nPrak holds_office Bộ Việt Nam\nBộ Việt Nam part_of Việt Nam\n");
}

TEST(Withdrawal, TakesBackAllThatRestsOnAContradictedDefault) {
  MadeDocument second("b");
  const DocumentFacts defaulted = say_prak_by_default(second).facts();
  const DocumentFacts written = MadeDocument("a").says("Person Prak", "citizen_of", "Country Campuchia").facts();
  for (const View& view : {view_of({written, defaulted}), view_of({defaulted, written})}) {
    EXPECT_EQ(edges_of(view), "Prak citizen_of Campuchia\n");
    EXPECT_EQ(view.nodes.size(), 4u) << "a node stays, for a document names it";
  }
}

TEST(Withdrawal, TakesBackWhatWasDerivedFromTheDefaultAboutOthers) {
  MadeDocument second("b");
  say_prak_by_default(second).says("Event E", "part_of", "Country Việt Nam",
                                   {.occurrence = 9, .parts = {kTrigger, kHome, {"to", Span{20, 21}, "", {}}}});
  second.says("Event F", "part_of", "Country Việt Nam", {.occurrence = 8, .parts = {kHome}});
  const DocumentFacts written = MadeDocument("a").says("Person Prak", "citizen_of", "Country Campuchia").facts();
  EXPECT_EQ(edges_of(view_of({written, second.facts()})), "Prak citizen_of Campuchia\nF part_of Việt Nam\n")
      << "F's default is another claim";
}

TEST(Withdrawal, ListensOnlyToShownWrittenStatements) {
  MadeDocument second("b");
  const DocumentFacts defaulted = say_prak_by_default(second).facts();
  const auto against = [](Said said) {
    return MadeDocument("a").says("Person Prak", "citizen_of", "Country Campuchia", std::move(said)).facts();
  };
  const auto office_stands = [&](const DocumentFacts& other) {
    return find_edge(view_of({other, defaulted}), "Prak", "holds_office", "Bộ Việt Nam") != nullptr;
  };
  EXPECT_TRUE(office_stands(against({.status = Status::kDenied})));
  EXPECT_TRUE(office_stands(against({.parts = {kHome}})));
  EXPECT_FALSE(office_stands(against({.status = Status::kReported})));
}

TEST(Withdrawal, NeedsTheSameQuestionAndAnEndOfTheSameType) {
  MadeDocument second("b");
  const DocumentFacts defaulted = say_prak_by_default(second).facts();
  const auto count = [&](const DocumentFacts& other) { return view_of({other, defaulted}).edges.size(); };
  EXPECT_EQ(count(MadeDocument("a").says("Person Prak", "citizen_of", "Body ASEAN").facts()), 4u);
  EXPECT_EQ(count(MadeDocument("a").says("Person Prak", "met", "Country Campuchia").facts()), 4u);
  EXPECT_EQ(count(MadeDocument("a").says("Person Sơn", "citizen_of", "Country Campuchia").facts()), 4u);
}

TEST(Withdrawal, SparesADefaultThatIsConfirmedInWords) {
  MadeDocument second("b");
  const DocumentFacts defaulted = say_prak_by_default(second).facts();
  const DocumentFacts other_office =
      MadeDocument("a").says("Person Prak", "holds_office", "Ministry Bộ Công an").facts();
  const DocumentFacts same_country = MadeDocument("c").says("Person Prak", "citizen_of", "Country Việt Nam").facts();
  EXPECT_EQ(view_of({other_office, defaulted}).edges.size(), 1u);
  EXPECT_EQ(view_of({other_office, defaulted, same_country}).edges.size(), 4u);
}

TEST(Withdrawal, NeverTakesBackWrittenStatements) {
  MadeDocument second("b");
  say_prak_by_default(second).says("Person Prak", "attended", "Event E", {.occurrence = 1, .parts = {kTrigger}});
  const DocumentFacts written = MadeDocument("a").says("Person Prak", "citizen_of", "Country Campuchia").facts();
  EXPECT_EQ(edges_of(view_of({written, second.facts()})), "Prak attended E\nPrak citizen_of Campuchia\n");
}

TEST(Withdrawal, TakesAPartWithoutWordsAndADefaultViaForADefault) {
  EXPECT_TRUE(is_default(kHome));
  EXPECT_FALSE(is_default(kTrigger));
  EXPECT_FALSE(is_default({"country", Span{1, 2}, "default home", {}}));
  EXPECT_FALSE(is_default({"country", {}, "reference both-sides", {}}));
}

TEST(ViewDeathTest, RefusesADocumentIdGivenTwice) {
  const DocumentFacts document = MadeDocument("a").facts();
  EXPECT_DEATH(view_of({document, document}), "repeated");
}

}  // namespace
}  // namespace quanhe
