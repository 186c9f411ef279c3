#include "corpus/selection.h"

#include <gtest/gtest.h>

#include "unit/made_facts.h"

namespace quanhe {
namespace {

DaySpan days(std::string_view date) { return days_of(*parse_iso_range(date)); }

Dating said(std::string_view document_date, std::string_view date = "") {
  return {Status::kHappened, document_date, date, {}, {}};
}

using Bits = std::vector<bool>;

TEST(Selection, TakesWhatIsShownOfAllTimesByDefault) {
  const std::vector<Dating> statements = {{Status::kDenied, "", "", "", ""}, {Status::kPlanned, "", "", "", ""}};
  EXPECT_EQ(select(statements, false, {}), (Bits{false, true}));
  Selection denied;
  denied.statuses = {Status::kDenied};
  EXPECT_EQ(select(statements, false, denied), (Bits{true, false}));
}

TEST(Selection, TakesActsThatTouchThePeriod) {
  Selection june;
  june.within = days("2021-06");
  const std::vector<Dating> statements = {said("", "2021-06-07"), said("", "2021-05-31"), said("", "2021"),
                                          said("2021-06-07"), said("", "2021-05-30/2021-06-01")};
  EXPECT_EQ(select(statements, false, june), (Bits{true, false, true, false, true}));
  EXPECT_EQ(select(statements, true, june), Bits(5, true));  // states are left alone
}

TEST(Selection, TakesStatesFromTheirEarliestToTheirLatestDay) {
  Selection selection;
  const std::vector<Dating> statements = {said("2021-06-07"), said("2023-01-02", "2022-05")};
  for (const auto& [day, holds] : {std::pair("2021-06-06", false), std::pair("2021-06-07", true),
                                   std::pair("2022-01-01", true), std::pair("2022-05-31", true),
                                   std::pair("2022-06-01", false)}) {
    selection.on = days(day);
    EXPECT_EQ(select(statements, true, selection), Bits(2, holds)) << day;
  }
  const std::vector<Dating> undated = {said("")};
  EXPECT_EQ(select(undated, true, selection), Bits{false});
  EXPECT_EQ(select(undated, false, selection), Bits{true});  // acts are left alone
}

TEST(Selection, WidensAStateBySinceAndUntil) {
  Selection selection;
  selection.on = days("2016-04-08");
  const std::vector<Dating> statements = {{Status::kHappened, "2021-06-07", "", "2016-04", ""}};
  EXPECT_EQ(select(statements, true, selection), Bits{true});
}

TEST(Selection, TakesWhatDocumentsUpToADaySay) {
  Selection selection;
  selection.known_by = days("2021-06-30").last;
  const std::vector<Dating> statements = {said("2021-06"), said("2021"), said(""), said("2021-07-01")};
  EXPECT_EQ(select(statements, false, selection), (Bits{true, false, false, false}));
}

TEST(Selection, SumsUpTheEdgesOfANarrowedViewAnew) {
  DocumentFacts first = MadeDocument("a").says("Person A", "met", "Person B", {.confidence = 900}).facts();
  first.date = "2021";
  DocumentFacts second = MadeDocument("b")
                             .says("Person A", "met", "Person B", {.status = Status::kPlanned, .confidence = 500})
                             .says("Person A", "attended", "Event E")
                             .facts();
  second.date = "2022";
  const View view = view_of({first, second});
  Selection selection;
  selection.known_by = days("2021").last;
  const View narrow = narrowed(view, selection);
  ASSERT_EQ(edges_of(narrow), "A met B\n");
  EXPECT_EQ(narrow.edges[0].source_count, 1u);
  EXPECT_EQ(narrow.edges[0].confidence, 900);
  EXPECT_EQ(narrow.nodes.size(), view.nodes.size());
  selection = {};
  selection.statuses = {Status::kPlanned};
  EXPECT_EQ(narrowed(view, selection).edges[0].confidence, 500);
}

}  // namespace
}  // namespace quanhe
