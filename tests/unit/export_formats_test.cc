#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/strings.h"
#include "export/byte_sink.h"
#include "export/edge_summary.h"
#include "export/evidence_json.h"
#include "export/formats.h"
#include "export/gexf.h"
#include "export/graphml.h"
#include "export/n_quads.h"
#include "export/node_link.h"
#include "export/table.h"
#include "json/json_value.h"

namespace quanhe {
namespace {

Evidence evidence(const std::string& quote) { return {{10, 30}, quote, "met", 950, {}}; }

// Two people who met, once on a day, once in a month; that they met a third time was denied.
View small_view(const std::string& name = "Tô Lâm") {
  View view;
  view.pack = {"test", "1.0", "abc"};
  view.ontology.language = "vi";
  view.ontology.types = {{"Person", "", {{"vi", "Người"}, {"en", "Person"}}, {}, "#e69f00", "ellipse"}};
  view.ontology.relations = {{"met", {{"vi", "gặp"}, {"en", "met"}}, "", true, false, {}, {}}};
  view.documents = {{"a", "2021-06", "metadata", "https://example.org/", "Bài", 1, 0}};
  view.nodes = {{"person/a-1", "Person", name, {name + " \"x\"", "B\\"}, 1}, {"person/b-2", "Person", "B", {}, 1}};
  view.edges = {{0, 1, "met", Status::kHappened, 960, 1, {}}};
  view.edges[0].occurrences = {{0, 1, Status::kHappened, {{"date", "2021-06-07"}}, evidence("gặp ông")},
                               {0, 2, Status::kHappened, {{"date", "2021-08"}}, evidence("gặp lại")},
                               {0, 3, Status::kDenied, {}, evidence("không gặp")}};
  return view;
}

template <typename Writer>
std::string written(Writer writer, const View& view, const ExportOptions& options = {"0.1.0"}) {
  std::string text;
  ByteSink sink(text);
  EXPECT_TRUE(writer(view, options, sink).ok());
  return text;
}

auto table(bool occurrences, char separator = ',') {
  return [=](const View& view, const ExportOptions& options, ByteSink& sink) {
    return occurrences ? write_occurrence_table(view, options, separator, sink)
                       : write_node_table(view, options, separator, sink);
  };
}

std::string field(std::string_view text, char separator = ',') {
  TextSink out;
  append_table_field(out.begin(), text, separator);
  return out.text();
}

using Attributes = std::vector<std::pair<std::string, std::string>>;

// Of an edge with so many statements.
EdgeSummary summary_of(const std::vector<Attributes>& statements) {
  static ViewEdge edge;
  edge = {};
  for (const Attributes& attributes : statements) {
    edge.occurrences.push_back({0, 1, Status::kHappened, attributes, evidence("q")});
  }
  return summarize(edge);
}

std::string spells(const std::vector<Attributes>& statements) {
  std::vector<std::string> texts;
  for (const Spell& spell : spells_of(summary_of(statements))) {
    texts.push_back(to_iso(spell.start) + "/" + (spell.end ? to_iso(*spell.end) : ""));
  }
  return join(texts, " ");
}

// Statements with one attribute each.
std::vector<Attributes> each(const Attributes& attributes) {
  std::vector<Attributes> statements;
  for (const auto& attribute : attributes) statements.push_back({attribute});
  return statements;
}

TEST(Spells, AreTheDisjointUnionOfThePeriods) {
  EXPECT_EQ(spells(each({})), "");
  EXPECT_EQ(spells(each({{"date", "2020-02"}})), "2020-02-01/2020-02-29");
  EXPECT_EQ(spells(each({{"date", "2021"}, {"date", "2021-06-07"}})), "2021-01-01/2021-12-31");
  EXPECT_EQ(spells(each({{"date", "2021-06-07"}, {"date", "2021-06-08"}})), "2021-06-07/2021-06-08");
  EXPECT_EQ(spells(each({{"date", "2021-06-07"}, {"date", "2021-06-09"}})), "2021-06-07/2021-06-07 2021-06-09/2021-06-09");
  EXPECT_EQ(spells(each({{"date", "2021-06-07/2021-06-20"}, {"date", "2021-06-10"}, {"date", "not one"}})),
            "2021-06-07/2021-06-20");
  EXPECT_EQ(spells(each({{"date", "2021-06-09/2021-06-07"}})), "2021-06-09/2021-06-09");
}

TEST(Spells, OfAStateGoOnFromItsBeginning) {
  EXPECT_EQ(spells(each({{"since", "2018-03"}})), "2018-03-01/");
  EXPECT_EQ(spells(each({{"since", "2018-03"}, {"since", "2017"}, {"as_of", "2021"}})), "2017-01-01/");
  EXPECT_EQ(spells(each({{"since", "2018"}, {"date", "2015"}})), "2015-01-01/2015-12-31 2018-01-01/");
  EXPECT_EQ(spells(each({{"since", "2018"}, {"date", "2017"}})), "2017-01-01/");
}

TEST(Spells, OfAStateEndWithItsUntil) {
  EXPECT_EQ(spells({Attributes{{"since", "2018"}, {"until", "2020-06"}}}), "2018-01-01/2020-06-30");
  // Another statement may tell the end.
  EXPECT_EQ(spells(each({{"since", "2018"}, {"until", "2020"}, {"date", "2022"}})),
            "2018-01-01/2020-12-31 2022-01-01/2022-12-31");
  EXPECT_EQ(spells(each({{"since", "2018"}, {"until", "2023"}, {"until", "2020"}, {"until", "2015"}})), "2018-01-01/2020-12-31");
  // Again after an end, and each statement's own end before that of others.
  EXPECT_EQ(spells({Attributes{{"since", "2010"}, {"until", "2015"}}, Attributes{{"since", "2018"}}}),
            "2010-01-01/2015-12-31 2018-01-01/");
  EXPECT_EQ(spells({Attributes{{"since", "2010"}, {"until", "2015"}}, Attributes{{"since", "2012"}, {"until", "2017"}}}),
            "2010-01-01/2017-12-31");
  EXPECT_EQ(spells({Attributes{{"since", "2018"}, {"until", "2015"}}}), "2018-01-01/");
  // An end alone tells of no day.
  EXPECT_EQ(spells(each({{"until", "2020"}})), "");
}

TEST(EdgeSummary, TellsHowPreciseItsDatesAre) {
  EXPECT_EQ(precision_of(summary_of(each({}))), "");
  EXPECT_EQ(precision_of(summary_of(each({{"date", "2021-06-07"}}))), "day");
  EXPECT_EQ(precision_of(summary_of(each({{"date", "2021-06-07/2021-07"}}))), "month");
  EXPECT_EQ(precision_of(summary_of(each({{"date", "2021-06-07"}, {"since", "2018"}}))), "year");
}

TEST(Sink, TakesSeveralPiecesAtOnce) {
  const std::string longest(ByteSink::kMostRoom, 'x');
  std::string text;
  ByteSink sink(text);
  std::string wanted;
  for (int i = 0; i < 5; ++i) {
    sink.append_all("a", longest, std::string_view(), "b\n");
    wanted += "a" + longest + "b\n";
  }
  ASSERT_TRUE(sink.finish().ok());
  EXPECT_EQ(text, wanted);
}

TEST(Quotes, AreCutBetweenCodePoints) {
  EXPECT_EQ(cut_quote("ôôôô", 4), "ôôôô");
  EXPECT_EQ(cut_quote("ôôôôô", 4), "ôôô…");
  EXPECT_EQ(first_code_points("ôôôôô", 4), "ôôôô");
}

TEST(Gexf, WritesADynamicGraph) {
  EXPECT_EQ(
      written(write_gexf, small_view("A & B"), {"0.1.0", "", EvidenceDetail::kNone}),
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n"
      "<meta><creator>quanhe</creator><description>program quanhe 0.1.0; pack test 1.0, hash abc</description>"
      "</meta>\n<graph mode=\"dynamic\" defaultedgetype=\"directed\" idtype=\"string\" timeformat=\"date\""
      " timerepresentation=\"interval\" timezone=\"UTC\">\n"
      "<attributes class=\"node\"><attribute id=\"node_type\" title=\"node_type\" type=\"string\"/>"
      "<attribute id=\"node_type_label\" title=\"node_type_label\" type=\"string\"/>"
      "<attribute id=\"node_type_label_en\" title=\"node_type_label_en\" type=\"string\"/>"
      "<attribute id=\"aliases\" title=\"aliases\" type=\"liststring\"/>"
      "<attribute id=\"document_count\" title=\"document_count\" type=\"integer\"/></attributes>\n"
      "<attributes class=\"edge\"><attribute id=\"relation\" title=\"relation\" type=\"string\"/>"
      "<attribute id=\"relation_label\" title=\"relation_label\" type=\"string\"/>"
      "<attribute id=\"relation_label_en\" title=\"relation_label_en\" type=\"string\"/>"
      "<attribute id=\"symmetric\" title=\"symmetric\" type=\"boolean\"/>"
      "<attribute id=\"is_state\" title=\"is_state\" type=\"boolean\"/>"
      "<attribute id=\"status\" title=\"status\" type=\"string\"/>"
      "<attribute id=\"confidence\" title=\"confidence\" type=\"double\"/>"
      "<attribute id=\"count\" title=\"count\" type=\"integer\"/>"
      "<attribute id=\"sources\" title=\"sources\" type=\"integer\"/>"
      "<attribute id=\"date_start\" title=\"date_start\" type=\"string\"/>"
      "<attribute id=\"date_end\" title=\"date_end\" type=\"string\"/>"
      "<attribute id=\"dates\" title=\"dates\" type=\"string\"/>"
      "<attribute id=\"date_precision\" title=\"date_precision\" type=\"string\"/>"
      "<attribute id=\"judgement\" title=\"judgement\" type=\"string\"/></attributes>\n"
      "<nodes>\n<node id=\"person/a-1\" label=\"A &amp; B\"><attvalues>"
      "<attvalue for=\"node_type\" value=\"Person\"/><attvalue for=\"node_type_label\" value=\"Người\"/>"
      "<attvalue for=\"node_type_label_en\" value=\"Person\"/>"
      "<attvalue for=\"aliases\" value=\"[&quot;A &amp; B \\&quot;x\\&quot;&quot;, &quot;B\\\\&quot;]\"/>"
      "<attvalue for=\"document_count\" value=\"1\"/></attvalues><viz:color r=\"230\" g=\"159\" b=\"0\"/></node>\n"
      "<node id=\"person/b-2\" label=\"B\"><attvalues>"
      "<attvalue for=\"node_type\" value=\"Person\"/><attvalue for=\"node_type_label\" value=\"Người\"/>"
      "<attvalue for=\"node_type_label_en\" value=\"Person\"/><attvalue for=\"document_count\" value=\"1\"/>"
      "</attvalues><viz:color r=\"230\" g=\"159\" b=\"0\"/></node>\n"
      "</nodes>\n<edges>\n"
      "<edge id=\"met/person/a-1/person/b-2\" source=\"person/a-1\" target=\"person/b-2\" type=\"directed\""
      " kind=\"met\" label=\"gặp\" weight=\"2\"><attvalues><attvalue for=\"relation\" value=\"met\"/>"
      "<attvalue for=\"relation_label\" value=\"gặp\"/><attvalue for=\"relation_label_en\" value=\"met\"/>"
      "<attvalue for=\"symmetric\" value=\"true\"/><attvalue for=\"is_state\" value=\"false\"/>"
      "<attvalue for=\"status\" value=\"happened\"/><attvalue for=\"confidence\" value=\"0.960\"/>"
      "<attvalue for=\"count\" value=\"2\"/><attvalue for=\"sources\" value=\"1\"/>"
      "<attvalue for=\"date_start\" value=\"2021-06-07\"/><attvalue for=\"date_end\" value=\"2021-08\"/>"
      "<attvalue for=\"dates\" value=\"[&quot;2021-06-07&quot;,&quot;2021-08&quot;]\"/>"
      "<attvalue for=\"date_precision\" value=\"month\"/></attvalues>"
      "<spells><spell start=\"2021-06-07\" end=\"2021-06-07\"/>"
      "<spell start=\"2021-08-01\" end=\"2021-08-31\"/></spells></edge>\n"
      "</edges>\n</graph>\n</gexf>\n");
}

TEST(NodeLink, IsOneObjectOfNodesAndLinks) {
  EXPECT_EQ(
      written(write_node_link, small_view("</script>"), {"0.1.0", "", EvidenceDetail::kOffsets}),
      "{\"directed\":true,\"multigraph\":true,\"graph\":{\"program\":\"quanhe 0.1.0\",\"pack\":{\"name\":\"test\","
      "\"version\":\"1.0\",\"hash\":\"abc\"}},\n\"nodes\":[\n"
      "{\"id\":\"person/a-1\",\"label\":\"\\u003c/script>\",\"node_type\":\"Person\",\"node_type_label\":\"Người\","
      "\"node_type_label_en\":\"Person\",\"colour\":\"#e69f00\",\"aliases\":[\"\\u003c/script> \\\"x\\\"\",\"B\\\\\"],"
      "\"document_count\":1},\n"
      "{\"id\":\"person/b-2\",\"label\":\"B\",\"node_type\":\"Person\",\"node_type_label\":\"Người\","
      "\"node_type_label_en\":\"Person\",\"colour\":\"#e69f00\",\"document_count\":1}\n"
      "],\"links\":[\n"
      "{\"source\":\"person/a-1\",\"target\":\"person/b-2\",\"key\":\"met/person/a-1/person/b-2\",\"relation\":\"met\","
      "\"relation_label\":\"gặp\",\"relation_label_en\":\"met\",\"symmetric\":true,\"is_state\":false,"
      "\"status\":\"happened\",\"confidence\":0.960,\"weight\":2,\"count\":2,\"sources\":1,"
      "\"date_start\":\"2021-06-07\",\"date_end\":\"2021-08\",\"dates\":[\"2021-06-07\",\"2021-08\"],"
      "\"date_precision\":\"month\",\"evidence\":["
      "{\"document\":\"a\",\"start\":10,\"end\":30,\"rule\":\"met\",\"status\":\"happened\",\"confidence\":0.950,"
      "\"occurrence\":1,\"attributes\":{\"date\":\"2021-06-07\"}},"
      "{\"document\":\"a\",\"start\":10,\"end\":30,\"rule\":\"met\",\"status\":\"happened\",\"confidence\":0.950,"
      "\"occurrence\":2,\"attributes\":{\"date\":\"2021-08\"}}]}\n"
      "]}\n");
}

TEST(Tables, HaveARowANodeAndARowAnOccurrence) {
  EXPECT_EQ(written(table(false), small_view()),
            "id,name,type,type_label,type_label_en,aliases,document_count\n"
            "person/a-1,Tô Lâm,Person,Người,Person,\"[\"\"Tô Lâm \\\"\"x\\\"\"\"\",\"\"B\\\\\"\"]\",1\n"
            "person/b-2,B,Person,Người,Person,,1\n");
  const std::string text = written(table(true, '\t'), small_view());
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3);
  EXPECT_NE(
      text.find("\nmet/person/a-1/person/b-2\tmet\tgặp\tmet\ttrue\tfalse\tperson/a-1\tTô Lâm\tperson/b-2\tB\t"
                "happened\t0.960\t2\t1\t\thappened\t0.950\t2021-08\t2021-08\t\"{\"\"date\"\":\"\"2021-08\"\"}\"\t2\ta\t"
                "2021-06\tBài\thttps://example.org/\tmet\t10\t30\tgặp lại\n"),
      std::string::npos)
      << text;
}

TEST(Tables, QuoteWhatNeedsItAndTakeFormulasTheirForce) {
  EXPECT_EQ(field("a b"), "a b");
  EXPECT_EQ(field(""), "");
  EXPECT_EQ(field("a,b"), "\"a,b\"");
  EXPECT_EQ(field("a,b", '\t'), "a,b");
  EXPECT_EQ(field("a\tb", '\t'), "\"a\tb\"");
  EXPECT_EQ(field("say \"x\"\n"), "\"say \"\"x\"\"\n\"");
  EXPECT_EQ(field(" a"), "\" a\"");
  EXPECT_EQ(field("=cmd()"), "'=cmd()");
  EXPECT_EQ(field("-1+2"), "'-1+2");
  EXPECT_EQ(field("@a,b"), "\"'@a,b\"");
  EXPECT_EQ(field("'a"), "''a");
  EXPECT_EQ(field(std::string_view("a\0\x01z\xFF", 5)), "az\xEF\xBF\xBD");
}

TEST(NQuads, AreCanonicalLines) {
  const std::string text = written(write_n_quads, small_view("x\n\"\\\x01\x7F</b>"));
  EXPECT_NE(text.find("<https://example.org/quanhe/id/person/a-1> <http://www.w3.org/2000/01/rdf-schema#label> "
                      "\"x\\n\\\"\\\\\\u0001\\u007F</b>\"@vi .\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("<https://example.org/quanhe/id/person/a-1> <https://example.org/quanhe/vocab/test#met> "
                      "<https://example.org/quanhe/id/person/b-2> .\n"),
            std::string::npos);
  EXPECT_NE(text.find("<http://schema.org/endDate> \"2021-08\"^^<http://www.w3.org/2001/XMLSchema#gYearMonth> .\n"),
            std::string::npos);
  EXPECT_EQ(text.find("denied"), std::string::npos);
}

TEST(Formats, SayWhereNodesAre) {
  View view = small_view();
  view.ontology.locations = {{"person/b-2", -8.25, 179.123456789}};
  const auto holds = [&](auto writer, const std::string& text) {
    const std::string all = written(writer, view);
    EXPECT_NE(all.find(text), std::string::npos) << text << "\n" << all;
  };
  holds(write_gexf, "<attribute id=\"latitude\" title=\"latitude\" type=\"double\"/>");
  holds(write_gexf, "<attvalue for=\"latitude\" value=\"-8.25\"/><attvalue for=\"longitude\" value=\"179.123456789\"/>");
  holds(write_graphml, "<key id=\"n_latitude\" for=\"node\" attr.name=\"latitude\" attr.type=\"double\"/>");
  holds(write_graphml, "<data key=\"n_latitude\">-8.25</data><data key=\"n_longitude\">179.123456789</data>");
  holds(write_node_link, "\"document_count\":1,\"latitude\":-8.25,\"longitude\":179.123456789}");
  holds(table(false), ",document_count,latitude,longitude\n");
  holds(table(false), "\",1,,\nperson/b-2,B,Person,Người,Person,,1,-8.25,179.123456789\n");
  holds(write_n_quads, "/id/person/b-2> <http://schema.org/geo> <https://example.org/quanhe/id/location/person/b-2> .\n");
  holds(write_n_quads, "/id/location/person/b-2> <http://schema.org/longitude> "
                       "\"179.123456789\"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n");
}

TEST(Formats, CarryEvidenceAsMuchAsIsAsked) {
  const auto quotes = [](ExportFormat format, EvidenceDetail detail) {
    std::string text;
    ByteSink sink(text);
    EXPECT_TRUE(write_text(format, small_view(), {"0.1.0", "https://x/", detail}, sink).ok());
    return std::pair(text.find("gặp lại") != std::string::npos, text.find("10") != std::string::npos);
  };
  for (const ExportFormat format : {ExportFormat::kGraphml, ExportFormat::kGexf, ExportFormat::kJsonLd,
                                    ExportFormat::kNQuads, ExportFormat::kNodeLink}) {
    EXPECT_EQ(quotes(format, EvidenceDetail::kFull), std::pair(true, true));
    EXPECT_EQ(quotes(format, EvidenceDetail::kShort), std::pair(true, true));
    EXPECT_EQ(quotes(format, EvidenceDetail::kOffsets), std::pair(false, true));
    EXPECT_EQ(quotes(format, EvidenceDetail::kNone).first, false);
  }
}

TEST(Formats, WriteEveryStatusOnRequest) {
  ExportOptions options{"0.1.0"};
  options.every_status = true;
  EXPECT_NE(written(write_n_quads, small_view(), options).find("\"denied\""), std::string::npos);
  EXPECT_NE(written(write_gexf, small_view(), options).find("weight=\"3\""), std::string::npos);
}

TEST(Formats, HaveNamesThatLeadBack) {
  for (const std::string& name : export_format_names()) EXPECT_TRUE(parse_export_format(name).has_value()) << name;
  EXPECT_EQ(parse_export_format("gexf"), ExportFormat::kGexf);
  EXPECT_EQ(shape_of(ExportFormat::kPdf), ExportShape::kPicture);
  EXPECT_EQ(shape_of(ExportFormat::kTsv), ExportShape::kTables);
  EXPECT_FALSE(parse_export_format("xml").has_value());
}

}  // namespace
}  // namespace quanhe
