#include <graphviz/cgraph.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "export/byte_sink.h"
#include "export/dot.h"
#include "export/dot_graph.h"
#include "export/edge_summary.h"
#include "export/graphml.h"
#include "export/json_ld.h"
#include "export/picture.h"
#include "export/shown_text.h"
#include "export/style.h"
#include "json/json_value.h"

namespace quanhe {
namespace {

const std::vector<std::string> kHostile = {
    "<b>&amp;</b> ]]> <!-- -->",
    "\"quoted\" 'single' \\N \\G C:\\new\\",
    std::string("control\x01 tab\t line\nreturn\r nul\0 bell\a", 37),
    "bad \xFF\xC3 utf-8",
    "</script><script>alert(1)</script>",
    "emoji 🇻🇳 👩‍👩‍👧",
    "rtl \xE2\x80\xAE override \xE2\x80\x8F mark",
    "noncharacter \xEF\xBF\xBF",
    "];} digraph evil {x -> y",
    "<not html>",
    std::string(10000, 'x'),
    "",
};

Evidence evidence(const std::string& quote) { return {{10, 30}, quote, "met", 950, {}}; }

// A view whose people have the given names; each has met the next.
View view_of(const std::vector<std::string>& names) {
  View view;
  view.pack = {"test--pack-", "1.0", "abc"};
  view.ontology.language = "vi";
  view.ontology.types = {{"Person", "", {{"vi", "Người"}}, {"http://schema.org/Person"}, "#e69f00", "ellipse"}};
  view.ontology.relations = {{"met", {{"vi", "gặp"}, {"en", "met"}}, "", true, false, {}, {}},
                             {"thanked", {{"vi", "cảm ơn"}, {"en", "thanked"}}, "", false, false, {}, {}}};
  view.documents = {{"a document", "2021-06", "metadata", "https://example.org/?a=1&b=\"2\"", names.front(), 1, 0}};
  for (std::size_t i = 0; i < names.size(); ++i) {
    view.nodes.push_back({"person/" + std::to_string(100 + i), "Person", names[i], {names[i] + " alias"}, 1});
  }
  for (std::uint32_t i = 0; i + 1 < names.size(); ++i) {
    ViewEdge edge{i, i + 1, "met", Status::kHappened, 950, 1, {}};
    edge.occurrences = {{0, 1, Status::kHappened, {{"date", "2021-06-07"}, {"place", names[i]}}, evidence(names[i])},
                        {0, 2, Status::kDenied, {}, evidence("denied")}};
    view.edges.push_back(edge);
  }
  return view;
}

template <typename Writer>
std::string written(Writer writer, const View& view) {
  std::string text;
  ByteSink sink(text);
  EXPECT_TRUE(writer(view, ExportOptions{"0.1.0"}, sink).ok());
  return text;
}

std::size_t count(const std::string& text, const std::string& piece) {
  std::size_t found = 0;
  for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++found;
  return found;
}

TEST(ShownText, WrapsEvenlyAndBounded) {
  const auto lines = wrap("Hội nghị Bộ trưởng hợp tác Mekong - Lan Thương lần thứ 6", 22, 4);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(wrap(std::string(10000, 'x'), 22, 4).size(), 4u);
  EXPECT_EQ(wrap("", 22, 4), std::vector<std::string>{""});
  EXPECT_EQ(shorten("a\n\tb \xE2\x80\xAE"
                    "c",
                    80),
            "a b c");
  EXPECT_EQ(shorten("Việt Nam", 5), "Việt…");
  EXPECT_EQ(to_dot_value("C:\\new & \"x\""), "C:\\\\new &amp; \"x\"");
}

TEST(Style, FallsBackWhereThePackSaysNothingUsable) {
  Ontology ontology;
  ontology.types = {{"A", "", {{"vi", "a"}}, {}, "#010203", "hexagon"}, {"B", "A", {{"vi", "b"}}, {}, "red", "epsf"}};
  EXPECT_EQ(colour_of(ontology, "B"), (Colour{1, 2, 3}));
  EXPECT_EQ(shape_of(ontology, "B"), "hexagon");
  EXPECT_EQ(shape_of(ontology, "unknown"), "ellipse");
  EXPECT_EQ(fill_of({255, 240, 200}), (Colour{255, 240, 200}));
  EXPECT_EQ(border_of({0, 0, 0}), (Colour{0, 0, 0}));
  EXPECT_NE(border_of({255, 240, 200}), (Colour{255, 240, 200}));
}

TEST(EdgeSummary, CountsShownOccurrencesAndTheirDates) {
  ViewEdge edge = view_of({"A", "B"}).edges[0];
  edge.occurrences.push_back({0, 3, Status::kPlanned, {{"date", "2021-05/2021-06-30"}}, evidence("q")});
  edge.occurrences.push_back({0, 4, Status::kReported, {{"period", "2019"}, {"since", "2020"}}, evidence("q")});
  const EdgeSummary summary = summarize(edge);
  EXPECT_EQ(summary.shown.size(), 3u);
  EXPECT_EQ(summary.dates.size(), 2u);
  EXPECT_EQ(to_iso(*summary.start), "2020");
  EXPECT_EQ(to_iso(*summary.end), "2021-06-30");
}

TEST(Graphml, CarriesHostileNamesAsText) {
  const std::string text = written(write_graphml, view_of(kHostile));
  EXPECT_EQ(count(text, "<node id="), kHostile.size());
  EXPECT_EQ(count(text, "<edge id="), kHostile.size() - 1);
  EXPECT_EQ(count(text, "<script"), 0u);
  EXPECT_NE(text.find("&lt;b&gt;&amp;amp;&lt;/b&gt; ]]&gt; &lt;!-- --&gt;</data>"), std::string::npos);
  for (const char c : text) EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n');
  const auto comment = text.find("<!--") + 4;
  EXPECT_EQ(text.substr(comment, text.find("-->") - comment).find("--"), std::string::npos);
}

TEST(Graphml, LeavesOutWhatIsNotShown) {
  View view = view_of({"A", "B", "C"});
  view.edges[1].status = Status::kDenied;
  view.edges[1].occurrences.erase(view.edges[1].occurrences.begin());
  const std::string text = written(write_graphml, view);
  EXPECT_EQ(count(text, "<edge id="), 1u);
  EXPECT_NE(text.find("<data key=\"weight\">1</data>"), std::string::npos);
  EXPECT_EQ(text.find("denied"), std::string::npos);
}

TEST(Graphml, BoundsTheEvidence) {
  View view = view_of({"A", "B"});
  view.edges[0].occurrences.resize(1);
  view.edges[0].occurrences.resize(25, view.edges[0].occurrences[0]);
  const std::string text = written(write_graphml, view);
  EXPECT_NE(text.find("<data key=\"weight\">25</data>"), std::string::npos);
  EXPECT_NE(text.find("{&quot;omitted&quot;:5}]"), std::string::npos);
}

TEST(JsonLd, GivesHostileNamesBack) {
  const auto parsed = parse_json(written(write_json_ld, view_of(kHostile)));
  ASSERT_TRUE(parsed.ok()) << parsed.error().message;
  EXPECT_EQ(parsed.value().as_object()->front().first, "@context");
  std::vector<std::string> names;
  std::size_t relations = 0;
  for (const JsonValue& object : *parsed.value().find("@graph")->as_array()) {
    const std::string& id = *object.find("@id")->as_string();
    EXPECT_TRUE(std::all_of(id.begin(), id.end(), [](char c) { return c > 0x20 && c < 0x7F; })) << id;
    if (id.starts_with("kg:person/")) names.push_back(*object.find("label")->find("vi")->as_string());
    if (id.starts_with("kg:relation/") && object.find("subject") != nullptr) ++relations;
  }
  ASSERT_EQ(names.size(), kHostile.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    EXPECT_EQ(names[i], replace_invalid_utf8(kHostile[i]));
  }
  EXPECT_EQ(relations, kHostile.size() - 1);
}

class Dot : public ::testing::Test {
 protected:
  void read(const View& view) {
    const std::string text = written(write_dot, view);
    graph_ = agmemread(text.c_str());
    ASSERT_NE(graph_, nullptr) << text.substr(0, 2000);
  }
  void TearDown() override {
    if (graph_ != nullptr) agclose(graph_);
  }
  std::string value(void* object, std::string name) {
    const char* found = agget(object, name.data());
    return found == nullptr ? "" : found;
  }
  Agnode_t* node(std::string name) { return agnode(graph_, name.data(), 0); }

  Agraph_t* graph_ = nullptr;
};

TEST_F(Dot, MakesLabelsOfHostileNames) {
  read(view_of(kHostile));
  std::size_t entities = 0;
  for (Agnode_t* n = agfstnode(graph_); n != nullptr; n = agnxtnode(graph_, n)) {
    if (value(n, "class") == "entity") ++entities;
    EXPECT_LE(value(n, "label").size(), 400u);
    EXPECT_LE(value(n, "tooltip").size(), 1600u);
    std::string label = "label";
    const char* raw = agget(n, label.data());
    EXPECT_EQ(aghtmlstr(const_cast<char*>(raw)), 0);
  }
  EXPECT_EQ(entities, kHostile.size());
  EXPECT_EQ(value(node("person/101"), "label"), "\"quoted\" 'single'\\n\\\\N \\\\G C:\\\\new\\\\");
  EXPECT_EQ(value(node("person/106"), "label").find("\xE2\x80\xAE"), std::string::npos);
  EXPECT_EQ(agsubg(graph_, std::string("evil").data(), 0), nullptr);
}

TEST_F(Dot, StacksTheRelationsOfAPairAndLeavesSymmetricOnesWithoutAnArrow) {
  View view = view_of({"A", "B"});
  ViewEdge thanked = view.edges[0];
  thanked.relation = "thanked";
  ViewEdge again = thanked;
  again.relation = "unknown";
  view.edges.push_back(thanked);
  view.edges.push_back(again);
  read(view);
  std::vector<std::string> labels;
  for (Agedge_t* e = agfstout(graph_, node("person/100")); e != nullptr; e = agnxtout(graph_, e)) {
    labels.push_back(value(e, "dir") + " " + value(e, "label"));
    EXPECT_EQ(value(e, "URL"), "https://example.org/?a=1&amp;b=%222%22");
    EXPECT_NE(value(e, "tooltip").find("2021-06-07"), std::string::npos);
  }
  std::sort(labels.begin(), labels.end());
  EXPECT_EQ(labels, (std::vector<std::string>{"forward • cảm ơn\\l• unknown\\l", "none gặp"}));
}

TEST(DotGraph, KeepsNamesAndValuesOfAnyBytesWithinTheirQuotes) {
  const std::vector<std::string> kTexts = {"plain",  "two words", "\"", "a\"b", "a\\\"b", "\\",   "x\\\\", "a\nb",    "a\\\nb",
                                           "node",   "]; evil [", "}",  "->",   "<b>",     "#c",   "//d",  "1.5",     "Việt Nam",
                                           "a\\Nb", "/* x */",   "é",  "\t",   "a;b",     "a\rb", "\\\"", "subgraph"};
  DotGraph graph("hostile \" name");
  graph.node_defaults({{"shape", "\"; evil ["}});
  for (std::size_t i = 0; i < kTexts.size(); ++i) {
    graph.node(kTexts[i], {{"label", kTexts[i]}, {"number", std::to_string(i)}});
    graph.edge(kTexts[i], kTexts[0], kTexts[i], {{"label", kTexts[i]}});
    graph.put_in_cluster("cluster " + std::to_string(i % 2) + kTexts[i].substr(0, 2), kTexts[i]);
  }
  std::string text;
  ByteSink sink(text);
  graph.write(sink);
  ASSERT_TRUE(sink.finish().ok());
  Agraph_t* read = agmemread(text.c_str());
  ASSERT_NE(read, nullptr) << text;
  EXPECT_EQ(agnnodes(read), static_cast<int>(kTexts.size()));
  EXPECT_EQ(agnedges(read), static_cast<int>(kTexts.size()));
  std::string label = "label";
  std::string number = "number";
  for (Agnode_t* node = agfstnode(read); node != nullptr; node = agnxtnode(read, node)) {
    const std::string& written = kTexts.at(std::stoul(agget(node, number.data())));
    std::string found = agget(node, label.data());
    // The one thing that a string of DOT cannot hold is a lone backslash before a quote, a line break or its end.
    const bool may_change = written.find("\\\"") != std::string::npos || written.find("\\\n") != std::string::npos ||
                            written == "\\";
    if (!may_change) {
      EXPECT_EQ(found, written);
    }
    EXPECT_EQ(found, agnameof(node));
    EXPECT_EQ(aghtmlstr(agget(node, label.data())), 0);
  }
  agclose(read);
}

TEST(Exports, AreTheSameEachTime) {
  const View view = view_of(kHostile);
  EXPECT_EQ(written(write_graphml, view), written(write_graphml, view));
  EXPECT_EQ(written(write_json_ld, view), written(write_json_ld, view));
  EXPECT_EQ(written(write_dot, view), written(write_dot, view));
}

TEST(Exports, TellOfASinkThatFails) {
  ByteSink sink([](std::string_view) { return Result<void>(Error{"disk full"}); });
  const auto result = write_graphml(view_of({"A", "B"}), {"0.1.0"}, sink);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().message, "disk full");
}

TEST(Picture, RefusesWhatNobodyCouldRead) {
  EXPECT_FALSE(reason_against_picture(view_of({"A", "B"})).has_value());
  EXPECT_TRUE(reason_against_picture(view_of(std::vector<std::string>(kMostNodesInPicture + 1, "n"))).has_value());
}

// A stand-in for the renderer: a script that does as the test wants.
class FakeRenderer : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (std::filesystem::temp_directory_path() / "quanhe-export-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  Result<void> run(const std::string& script) {
    const auto renderer = folder_ / "renderer";
    std::ofstream(renderer) << "#!/bin/sh\n" << script << "\n";
    std::filesystem::permissions(renderer, std::filesystem::perms::owner_all);
    return render_picture("in.dot", folder_ / "out.svg", PictureFormat::kSvg, renderer, std::chrono::seconds(2));
  }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder_), {}));
  }

  std::filesystem::path folder_;
};

TEST_F(FakeRenderer, LeavesAFileOnlyWhenAllWentWell) {
  ASSERT_TRUE(run("echo \"$1 $2\" > \"$3\"").ok());
  EXPECT_TRUE(std::filesystem::exists(folder_ / "out.svg"));
}

TEST_F(FakeRenderer, TurnsFailuresIntoMessages) {
  const auto said = run("echo 'quanhe-render: error: no font' >&2; exit 4");
  ASSERT_FALSE(said.ok());
  EXPECT_NE(said.error().message.find("out.svg: no font"), std::string::npos);
  const auto crashed = run("kill -SEGV $$");
  ASSERT_FALSE(crashed.ok());
  EXPECT_NE(crashed.error().message.find("crashed"), std::string::npos);
  EXPECT_EQ(files(), 1u);
}

TEST_F(FakeRenderer, IsStoppedWhenItTakesTooLong) {
  const auto slow = run("exec sleep 60");
  ASSERT_FALSE(slow.ok());
  EXPECT_NE(slow.error().message.find("no picture after 2 seconds"), std::string::npos);
  EXPECT_EQ(files(), 1u);
}

}  // namespace
}  // namespace quanhe
