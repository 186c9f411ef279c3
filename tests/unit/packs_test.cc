#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/file.h"
#include "rules/load.h"
#include "rules/offices.h"
#include "rules/starter_pack.h"
#include "text/countries.h"

namespace quanhe {
namespace {

PartialDate date(const char* iso) { return *parse_iso_date(iso); }

Office office(const char* holder, const char* from, const char* to) {
  Office made{"Minister", "Finance", "Norway", holder, date(from), std::nullopt, ""};
  if (*to != '\0') made.to = date(to);
  return made;
}

TEST(Offices, TheDayDecides) {
  OfficeRegister offices;
  offices.add(office("A", "2013-10-16", "2020-01-24"));
  offices.add(office("B", "2020-01-24", ""));
  const auto holder = [&](const char* day) {
    const Office* found = offices.holder("minister", "FINANCE", "Norway", date(day));
    return found == nullptr ? "" : found->holder;
  };
  EXPECT_EQ(holder("2013-10-15"), "");
  EXPECT_EQ(holder("2013-10-16"), "A");
  EXPECT_EQ(holder("2018"), "A");
  EXPECT_EQ(holder("2020-01-23"), "A");
  EXPECT_EQ(holder("2020-01-24"), "B");
  EXPECT_EQ(holder("2020-01"), "");  // both in that month
  EXPECT_EQ(holder("2040"), "B");
  EXPECT_EQ(offices.holder("Minister", "Defence", "Norway", date("2018")), nullptr);
}

TEST(Offices, AMonthIsCertainOnlyOutsideOfIt) {
  OfficeRegister offices;
  offices.add(office("A", "2016-04", "2021-04"));
  EXPECT_EQ(offices.holder("Minister", "Finance", "Norway", date("2016-04-20")), nullptr);
  EXPECT_NE(offices.holder("Minister", "Finance", "Norway", date("2016-05-01")), nullptr);
  EXPECT_EQ(offices.holder("Minister", "Finance", "Norway", date("2021-04-10")), nullptr);
  EXPECT_EQ(offices.overlapping(office("B", "2021-04", "2022")), nullptr);
  EXPECT_NE(offices.overlapping(office("B", "2021-03", "2022")), nullptr);
  EXPECT_NE(offices.overlapping(office("B", "2010", "")), nullptr);
}

TEST(Offices, ACountryOnlyWhereThereIsOne) {
  OfficeRegister offices;
  offices.add(office("A", "2016", "2017"));
  EXPECT_EQ(offices.country_of("a"), "Norway");
  Office abroad = office("A", "2018", "2019");
  abroad.country = "Chile";
  offices.add(abroad);
  EXPECT_EQ(offices.country_of("A"), "");
  EXPECT_EQ(offices.country_of("B"), "");
}

TEST(Offices, KnowTheYearsOfAHolder) {
  OfficeRegister offices;
  offices.add(office("A", "2013-10-16", "2016"));
  offices.add(office("A", "2019", "2020-01-24"));
  offices.add(office("B", "2020-01-24", ""));
  EXPECT_EQ(offices.was_in_office("a", 2012), false);
  EXPECT_EQ(offices.was_in_office("A", 2013), true);
  EXPECT_EQ(offices.was_in_office("A", 2017), false);
  EXPECT_EQ(offices.was_in_office("B", 2020), true);
  EXPECT_EQ(offices.was_in_office("B", 2021), std::nullopt);  // nothing is known of that year
  EXPECT_EQ(offices.was_in_office("C", 2020), std::nullopt);
}

TEST(Offices, MayGoOnWhereNobodyFollows) {
  OfficeRegister offices;
  offices.add(office("A", "2013-10-16", "2016"));
  offices.add(office("B", "2017", "2020-06-30"));
  EXPECT_EQ(offices.first_year(), 2013);
  EXPECT_EQ(offices.last_year(), 2020);
  const Office& past = offices.offices_of("a").front();
  EXPECT_FALSE(offices.may_be_held(past, {2013, 10, 15}));
  EXPECT_TRUE(offices.may_be_held(past, {2013, 10, 16}));
  EXPECT_TRUE(offices.may_be_held(past, {2013, 10, 0}));
  EXPECT_TRUE(offices.may_be_held(past, {2016, 12, 31}));
  EXPECT_FALSE(offices.may_be_held(past, {2017, 1, 1}));
  EXPECT_TRUE(offices.may_be_held(offices.offices_of("B").front(), {2021, 1, 1}));
  EXPECT_TRUE(offices.offices_of("C").empty());
}

TEST(Countries, AreNamedInTheLanguage) {
  const std::vector<CountryName> countries = country_names("vi");
  EXPECT_GT(countries.size(), 200U);
  for (const CountryName& country : countries) {
    EXPECT_TRUE(country.code != "NO" || country.name == "Na Uy") << country.name;
  }
}

class Packs : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::remove_all(folder_);
    for (const auto& [path, bytes] : starter_pack("base")) write("base/" + path, bytes);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& path, const std::string& bytes) { ASSERT_TRUE(write_file(folder_ / path, bytes).ok()); }

  std::unique_ptr<const RuleSet> load(const std::vector<std::string>& names) {
    std::vector<std::filesystem::path> paths;
    for (const std::string& name : names) paths.push_back(folder_ / name);
    Diagnostics diagnostics;
    std::unique_ptr<const RuleSet> rules = load_rules(paths, diagnostics);
    EXPECT_EQ(diagnostics.to_text(), "");
    return rules;
  }

  std::filesystem::path folder_;
};

const char* const kSettings = "name: child\nversion: 1.0.0\nlanguage: en\n";

TEST_F(Packs, ALaterPackAddsAndReplacesById) {
  write("child/pack.yaml", std::string(kSettings) + "extends: ../base\n");
  write("child/ontology.yaml", "types:\n  Club: {labels: {en: Club}}\n  Place: {labels: {en: Spot}}\n");
  write("child/words.yaml", "visits: [went to]\n");
  write("child/status.yaml",
        "- id: not\n  denied: \"nowhere\"\n  reach: clause\n- id: more\n  denied: x\n  reach: next\n");
  write("child/entities.yaml",
        "- step: people\n  rules:\n    - id: person\n      match: \"<honorific> Upper {name: Name}\"\n"
        "      node: {Person: \"$name\"}\n- step: clubs\n  rules: []\n");
  const auto rules = load({"child"});
  ASSERT_NE(rules, nullptr);
  ASSERT_EQ(rules->ontology.types.size(), 3U);
  EXPECT_EQ(rules->ontology.types[1].labels.at("en"), "Spot");
  ASSERT_EQ(rules->cues.rules.size(), 3U);
  EXPECT_EQ(rules->cues.rules[0].reach, CueReach::kClause);
  ASSERT_EQ(rules->entity_steps.size(), 2U);
  ASSERT_EQ(rules->entity_steps[0].rules.size(), 1U);
  EXPECT_EQ(rules->entity_steps[0].rules[0].pattern.source, "<honorific> Upper {name: Name}");
}

TEST_F(Packs, OneThatIsExtendedTwiceIsReadOnce) {
  write("a/pack.yaml", std::string(kSettings) + "extends: ../base\n");
  write("b/pack.yaml", std::string(kSettings) + "extends: ../base\n");
  const auto rules = load({"a", "b", "base"});
  ASSERT_NE(rules, nullptr);
  EXPECT_EQ(rules->relations.size(), 1U);
}

TEST_F(Packs, NamesOfYamlAndTablesAreOneLexicon) {
  write("base/lexicon/more.tsv", "name\ttype\taliases\r\n# remark\r\nOslo\tPlace\tChristiania|Kristiania\r\n");
  const auto rules = load({"base"});
  ASSERT_NE(rules, nullptr);
  EXPECT_EQ(rules->lexicon.entries.size(), 2U);
}

TEST_F(Packs, AnyFileSaysWhereAnEntryIsAndALaterPackSaysItAnew) {
  write("base/lexicon/more.yaml", "type: Place\nentries:\n  Oslo: {aliases: [Christiania], at: [59.9, 10.7]}\n  Bergen: []\n");
  write("base/lexicon/where.tsv", "type\tname\tat\nPlace\tBergen\t60.39, 5.32\nPlace\tTonga\t-20,-175\n");
  write("child/pack.yaml", std::string(kSettings) + "extends: ../base\n");
  write("child/lexicon/places.yaml", "type: Place\nentries:\n  Oslo: {at: [59.91, 10.75]}\n");
  const auto rules = load({"child"});
  ASSERT_NE(rules, nullptr);
  const Ontology& ontology = rules->ontology;
  ASSERT_EQ(ontology.locations.size(), 3U);
  for (const Location& wanted :
       {Location{make_node_id("Place", "Oslo"), 59.91, 10.75}, Location{make_node_id("Place", "Bergen"), 60.39, 5.32},
        Location{make_node_id("Place", "Tonga"), -20, -175}}) {
    const Location* found = ontology.find_location(wanted.node);
    ASSERT_NE(found, nullptr) << wanted.node;
    EXPECT_EQ(*found, wanted);
  }
  EXPECT_EQ(ontology.find_location("place/nowhere"), nullptr);
}

}  // namespace
}  // namespace quanhe
