#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "match/compile.h"
#include "rules/load.h"
#include "workbench/attempt.h"
#include "workbench/columns.h"
#include "workbench/examples.h"
#include "workbench/explain_html.h"
#include "workbench/explain_text.h"
#include "workbench/interval.h"
#include "text/layout.h"
#include "workbench/near_miss.h"
#include "workbench/page_style.h"
#include "workbench/pattern_text.h"
#include "workbench/rule_index.h"
#include "workbench/sentence_texts.h"
#include "workbench/why_not.h"

namespace quanhe {
namespace {

// A pack of two files in a folder that goes with it.
class Pack {
 public:
  explicit Pack(const std::string& relations) {
    std::string name = (std::filesystem::temp_directory_path() / "quanhe-workbench-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    write("pack.yaml", "name: small\nversion: 1.0.0\nlanguage: en\n");
    write("ontology.yaml",
          "types:\n  Person: {labels: {en: Person}, colour: \"#e69f00\"}\n  Place: {labels: {en: Place}}\n"
          "relations:\n  met: {labels: {en: met}, from: [Person], to: [Person], symmetric: true}\n"
          "  saw: {labels: {en: saw}, from: [Person], to: [Person]}\n"
          "  lives_in: {labels: {en: lives in}, from: [Person], to: [Place], state: true}\n");
    std::filesystem::create_directory(folder_ / "lexicon");
    write("lexicon/people.yaml", "type: Person\nentries:\n  Ane Dahl: []\n  Jon Vik: []\n  Eva - Lund: []\n");
    write("lexicon/places.yaml", "type: Place\nentries:\n  Bergen: []\n");
    write("words.yaml", "meet: [met, held talks with]\n");
    write("relations.yaml", relations);
  }
  ~Pack() { std::filesystem::remove_all(folder_); }
  Pack(const Pack&) = delete;
  Pack& operator=(const Pack&) = delete;

  std::unique_ptr<const RuleSet> load() {
    Diagnostics diagnostics;
    const std::filesystem::path folder = folder_;
    auto rules = load_rules(std::span(&folder, 1), diagnostics);
    faults = diagnostics.to_text();
    return rules;
  }

  std::string faults;

 private:
  void write(const std::string& name, const std::string& bytes) { std::ofstream(folder_ / name) << bytes; }

  std::filesystem::path folder_;
};

std::string rule_with_examples(const std::string& examples) {
  return "- id: met\n  match: \"{a: Person} [<meet>] {b: Person}\"\n  edges: |\n    $a -met- $b\n  examples:\n" + examples;
}

const std::string kNegative = "    - text: \"Ane Dahl slept.\"\n      edges: []\n";

DocumentSource source_of(const std::string& text) {
  DocumentSource source;
  source.id = "a";
  source.text = text;
  return source;
}

TEST(Examples, CompareEdgesInEitherOrderAndKeepMissingAndUnexpectedApart) {
  Pack pack(rule_with_examples("    - text: \"Ane Dahl met Jon Vik.\"\n      edges: [\"Jon Vik -met- Ane Dahl\"]\n"
                               "    - text: \"Ane Dahl met Jon Vik.\"\n      edges: [\"Ane Dahl -saw-> Jon Vik\"]\n" +
                               kNegative));
  const auto rules = pack.load();
  ASSERT_NE(rules, nullptr) << pack.faults;
  const std::vector<ExampleOutcome> outcomes = run_examples(*rules, "");
  ASSERT_EQ(outcomes.size(), 3U);
  EXPECT_TRUE(outcomes[0].passed());
  EXPECT_EQ(outcomes[1].missing, std::vector<std::string>{"Ane Dahl -saw-> Jon Vik"});
  EXPECT_EQ(outcomes[1].unexpected, std::vector<std::string>{"Ane Dahl -met- Jon Vik"});
  EXPECT_TRUE(outcomes[2].passed());
  EXPECT_TRUE(run_examples(*rules, "other").empty());
}

TEST(Examples, OfARuleThatMakesAStateListIt) {
  Pack pack("- id: home\n  match: \"{a: Person} [lives in] {b: Place}\"\n  edges: |\n    $a -lives_in-> $b\n  examples:\n"
            "    - text: \"Ane Dahl lives in Bergen.\"\n      edges: [\"Ane Dahl -lives_in-> Bergen\"]\n"
            "    - text: \"Jon Vik lives in Bergen.\"\n      edges: []\n");
  const auto rules = pack.load();
  ASSERT_NE(rules, nullptr) << pack.faults;
  const std::vector<ExampleOutcome> outcomes = run_examples(*rules, "home");
  EXPECT_TRUE(outcomes.at(0).passed());
  EXPECT_EQ(outcomes.at(1).unexpected, std::vector<std::string>{"Jon Vik -lives_in-> Bergen"});
}

TEST(Examples, WithAnEdgeOfAWrongFormAreFaultsAtItsPlace) {
  for (const auto& [edge, message] : std::vector<std::pair<std::string, std::string>>{
           {"Ane Dahl met Jon Vik", "is no edge"},
           {"Ane Dahl -met-> Jon Vik", "\"met\" is symmetric"},
           {"Ane Dahl -saw- Jon Vik", "\"saw\" is directed"},
           {"Ane Dahl -sow-> Jon Vik", "did you mean \"saw\"?"},
           {"Ane Dahl -met-", "a name is missing after"}}) {
    Pack pack(rule_with_examples("    - text: \"Ane Dahl met Jon Vik.\"\n      edges: [\"" + edge + "\"]\n" + kNegative));
    EXPECT_EQ(pack.load(), nullptr) << edge;
    EXPECT_NE(pack.faults.find("relations.yaml:7:"), std::string::npos) << pack.faults;
    EXPECT_NE(pack.faults.find(message), std::string::npos) << pack.faults;
  }
}

TEST(Examples, NamesMayHoldHyphens) {
  Pack pack(rule_with_examples("    - text: \"Ane Dahl met Eva - Lund.\"\n      edges: [\"Eva - Lund -met- Ane Dahl\"]\n" +
                               kNegative));
  const auto rules = pack.load();
  ASSERT_NE(rules, nullptr) << pack.faults;
  EXPECT_TRUE(run_examples(*rules, "").at(0).passed());
}

TEST(WhyNot, SaysOfAnUnknownRuleWhichOneWasMeant) {
  Pack pack(rule_with_examples("    - text: \"Ane Dahl met Jon Vik.\"\n      edges: [\"Ane Dahl -met- Jon Vik\"]\n" + kNegative));
  const auto rules = pack.load();
  ASSERT_NE(rules, nullptr) << pack.faults;
  const auto answer = why_not("mett", "x", *rules);
  ASSERT_FALSE(answer);
  EXPECT_NE(answer.error().message.find("did you mean \"met\"?"), std::string::npos);
}

TEST(WhyNot, NamesTheItemOnEachSideOfTheTrigger) {
  Pack pack(rule_with_examples("    - text: \"Ane Dahl met Jon Vik.\"\n      edges: [\"Ane Dahl -met- Jon Vik\"]\n" + kNegative));
  const auto rules = pack.load();
  ASSERT_NE(rules, nullptr) << pack.faults;
  const auto right = why_not("met", "Ane Dahl met nobody.", *rules);
  ASSERT_TRUE(right);
  const WhyNotSentence& sentence = right.value().at(0).sentences.at(0);
  EXPECT_FALSE(sentence.fired);
  EXPECT_EQ(sentence.stopped_at, std::vector<std::uint32_t>{25});
  const auto fires = why_not("met", "Ane Dahl met Jon Vik.", *rules);
  ASSERT_TRUE(fires);
  EXPECT_TRUE(fires.value().at(0).sentences.at(0).fired);
}

TEST(Explain, EscapesEveryTextInThePage) {
  Pack pack(rule_with_examples("    - text: \"Ane Dahl met Jon Vik.\"\n      edges: [\"Ane Dahl -met- Jon Vik\"]\n" + kNegative));
  const auto rules = pack.load();
  ASSERT_NE(rules, nullptr) << pack.faults;
  const auto explained = explain(source_of("<script>x</script> \x1B[31m \"Ane Dahl\" met 'nobody' & Ane Dahl met Jon Vik."), *rules, "");
  ASSERT_TRUE(explained);
  const std::string page = to_html({explained.value()}, *rules);
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_EQ(page.find('\x1B'), std::string::npos);
  EXPECT_NE(page.find("&lt;script&gt;"), std::string::npos);
  EXPECT_EQ(to_text(explained.value(), *rules, {}).find('\x1B'), std::string::npos);
  EXPECT_EQ(explained.value().edges, 1U);
}

TEST(PageStyle, IsNamedByItsSha256) {
  EXPECT_EQ(content_security_hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  EXPECT_EQ(content_security_hash("abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  const std::string long_text(119, 'a');
  EXPECT_EQ(content_security_hash(long_text).size(), 7U + 44U);
}

TEST(PatternText, FindsTheItemAtAByte) {
  const std::string pattern = "{a: Person+} <aspect>* [met | saw] with? ..8 !x '(' ^";
  EXPECT_EQ(item_at(pattern, 0), "{a: Person+}");
  EXPECT_EQ(item_at(pattern, 4), "Person+");
  EXPECT_EQ(item_at(pattern, 13), "<aspect>*");
  EXPECT_EQ(item_at(pattern, 23), "[met | saw]");
  EXPECT_EQ(item_at(pattern, 35), "with?");
  EXPECT_EQ(item_at(pattern, 45), "!x");
  EXPECT_EQ(item_at(pattern, 48), "'('");
  EXPECT_EQ(item_at(pattern, 52), "^");
}

TEST(NearMiss, NamesWhatDiffers) {
  EXPECT_EQ(difference("hoi dam", "hội đàm"), "diacritics or letter case");
  EXPECT_EQ(difference("Met", "met"), "letter case");
  EXPECT_EQ(difference("Tay Ninh", "Tâyninh"), "blanks");
  EXPECT_EQ(difference("Bergn", "Bergen"), "a letter");
  EXPECT_EQ(difference("Bergne", "Bergen"), "");
  EXPECT_EQ(difference("Oslo", "Bergen"), "");
  EXPECT_EQ(difference("met", "met"), "");
}

TEST(Layout, WrapsByColumnsAndNotByBytes) {
  EXPECT_EQ(wrapped("đã gặp", "", 6), "đã gặp\n");
  EXPECT_EQ(wrapped("đã gặp", "", 5), "đã\ngặp\n");
  EXPECT_EQ(wrapped("\033[1mab\033[0m cd", "- ", 7), "- \033[1mab\033[0m cd\n");
  EXPECT_EQ(wrapped("", "- ", 7), "- \n");
  EXPECT_EQ(printable("a\x1B[31m\xC2\x9B\nb"), "a?[31m? b");
}

TEST(Interval, IsWilsons) {
  EXPECT_EQ(to_text(wilson_interval(0, 0)), "0.000 to 1.000");
  EXPECT_EQ(to_text(wilson_interval(0, 1)), "0.000 to 0.793");
  EXPECT_EQ(to_text(wilson_interval(45, 48)), "0.832 to 0.979");
  EXPECT_EQ(to_text(wilson_interval(1000, 1000)), "0.996 to 1.000");
  EXPECT_EQ(as_share(2, 3), "0.667");
  EXPECT_EQ(as_share(0, 0), "-");
}

TEST(Columns, AreAlignedAndEndWithoutBlanks) {
  EXPECT_EQ(in_columns({{"rule", "wrong", "x"}, {"gặp", "12", ""}}, 1), "rule  wrong  x\ngặp      12\n");
}

TEST(SentenceTexts, AreFoundByBytesAndByWords) {
  WordTable table;
  WordReader words(table);
  const Document document = read_document(source_of("  Ane Dahl  met Jon Vik. Nobody   slept."), words).value();
  SentenceTexts sentences(document);
  const std::string first = "Ane Dahl met Jon Vik.";
  for (const std::uint32_t byte : {0U, 2U, 24U}) EXPECT_EQ(sentences.at(byte), first) << byte;
  for (const std::uint32_t byte : {26U, 400U}) EXPECT_EQ(sentences.at(byte), "Nobody slept.") << byte;
  EXPECT_EQ(sentences.with({"MET, Jón"}), first);
  EXPECT_EQ(sentences.with({"nowhere", "vik nobody"}), first) << "where it begins";
  EXPECT_EQ(sentences.with({"slept"}), "Nobody slept.");
  EXPECT_EQ(sentences.with({"et jon"}), "") << "whole words only";
  EXPECT_EQ(sentences.with({"", "-"}), "");
}

}  // namespace
}  // namespace quanhe
