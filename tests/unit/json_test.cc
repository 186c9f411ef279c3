#include <gtest/gtest.h>

#include <string>

#include "json/json_value.h"
#include "json/json_writer.h"

namespace quanhe {
namespace {

std::string refusal_of(std::string_view text) {
  const Result<JsonValue> parsed = parse_json(text);
  return parsed ? "accepted" : parsed.error().message;
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

TEST(JsonValue, HoldsEveryKindOfValue) {
  const JsonValue value =
      parse_json(" {\"b\": [1, -2.5e2, true, null], \"a\": \"ệ \\u1ec7 \\ud83d\\ude00 \\n\", \"c\": {}} \n").value();
  ASSERT_NE(value.as_object(), nullptr);
  EXPECT_EQ(value.as_object()->at(0).first, "b");
  EXPECT_EQ(value.as_object()->at(1).first, "a");
  const JsonValue::Array& items = *value.find("b")->as_array();
  EXPECT_EQ(*items[0].as_number(), 1);
  EXPECT_EQ(*items[1].as_number(), -250);
  EXPECT_EQ(*items[2].as_boolean(), true);
  EXPECT_TRUE(items[3].is_null());
  EXPECT_EQ(*value.find("a")->as_string(), "ệ ệ \U0001F600 \n");
  EXPECT_TRUE(value.find("c")->as_object()->empty());
}

TEST(JsonValue, OfAnotherKindIsNotThere) {
  const JsonValue text = parse_json("\"x\"").value();
  EXPECT_EQ(text.as_number(), nullptr);
  EXPECT_EQ(text.as_boolean(), nullptr);
  EXPECT_EQ(text.as_array(), nullptr);
  EXPECT_EQ(text.as_object(), nullptr);
  EXPECT_EQ(text.find("x"), nullptr);
  EXPECT_FALSE(text.is_null());
  EXPECT_EQ(parse_json("{\"a\": 1}").value().find("b"), nullptr);
  EXPECT_EQ(parse_json("1").value().as_string(), nullptr);
}

TEST(JsonValue, MayHoldANulThatIsEscaped) {
  EXPECT_EQ(*parse_json("\"a\\u0000b\"").value().as_string(), std::string("a\0b", 3));
}

TEST(JsonRefusals, NameTheColumn) {
  EXPECT_TRUE(refusal_of("[1,]").starts_with("column 4: not JSON: ")) << refusal_of("[1,]");
  EXPECT_TRUE(refusal_of("{\"tên\" 1}").starts_with("column 9: not JSON: ")) << refusal_of("{\"tên\" 1}");
}

TEST(JsonRefusals, OfAMemberThatIsGivenTwice) {
  EXPECT_TRUE(refusal_of("{\"a\": 1, \"b\": 2, \"a\": 3}").ends_with("member \"a\" is given twice"));
  EXPECT_TRUE(refusal_of("{\"a\": 1, \"\\u0061\": 3}").ends_with("member \"a\" is given twice"));
  EXPECT_EQ(refusal_of("{\"a\": {\"a\": 1}, \"b\": {\"a\": 1}}"), "accepted");
}

TEST(JsonRefusals, OfALoneSurrogate) {
  for (const char* text :
       {R"("\ud83d")", R"("\ude00")", R"("\ude00\ud83d")", R"({"\ude00": 1})", R"("\ud83dx")", R"("\ud83d\u0061")"}) {
    EXPECT_NE(refusal_of(text), "accepted") << text;
  }
}

TEST(JsonRefusals, OfIllFormedUtf8) {
  for (const char* text : {"\"\xFF\"", "\"\xC0\xAF\"", "\"\xED\xA0\x80\"", "\"\xE1\xBB\"", "{\"\xC3\": 1}"}) {
    EXPECT_NE(refusal_of(text), "accepted") << text;
  }
}

TEST(JsonRefusals, OfMoreThanOneValue) {
  for (const char* text : {"1 2", "{} x", "[] []", "\"a\",", "null null"}) {
    EXPECT_NE(refusal_of(text), "accepted") << text;
  }
  using namespace std::string_view_literals;
  EXPECT_EQ(refusal_of("{}\0 {}"sv), "column 3: not JSON: a NUL byte");
  EXPECT_NE(refusal_of("{}\0"sv), "accepted");
  EXPECT_NE(refusal_of("[1, \0 2]"sv), "accepted");
}

TEST(JsonRefusals, OfWhatIsNoJson) {
  for (const char* text : {"", " ", "{", "[1", "'a'", "{a: 1}", "NaN", "01", "1.", "+1", "// x\n1", "\"a\nb\"", "tru",
                           "\"\\x\"", "[1 2]", "{\"a\" 1}", "{1: 2}", "1e999"}) {
    EXPECT_NE(refusal_of(text), "accepted") << text;
  }
}

TEST(JsonRefusals, OfDeepNesting) {
  EXPECT_EQ(refusal_of(nested(64)), "accepted");
  EXPECT_TRUE(refusal_of(nested(65)).ends_with("nested deeper than 64"));
  EXPECT_TRUE(refusal_of(std::string(1'000'000, '[')).ends_with("nested deeper than 64"));
}

void write_sample(JsonWriter& json) {
  json.begin_object();
  json.field("tên", "Lào \"\\\n\x01");
  json.key("số");
  json.begin_array();
  json.integer(-9007199254740993);
  json.boolean(false);
  json.null();
  json.begin_object();
  json.end_object();
  json.begin_array();
  json.end_array();
  json.end_array();
  json.end_object();
}

TEST(JsonWriter, KeepsTheOrderOfKeysAndLeavesUtf8AsItIs) {
  JsonWriter json;
  write_sample(json);
  EXPECT_EQ(json.take(), R"({"tên":"Lào \"\\\n\u0001","số":[-9007199254740993,false,null,{},[]]})");
}

TEST(JsonWriter, IndentsByTwoWhenAskedTo) {
  JsonWriter json(JsonWriter::Layout::kIndented);
  write_sample(json);
  EXPECT_EQ(json.take(),
            "{\n  \"tên\": \"Lào \\\"\\\\\\n\\u0001\",\n  \"số\": [\n    -9007199254740993,\n    false,\n    null,\n"
            "    {},\n    []\n  ]\n}");
}

TEST(JsonWriter, IsEmptyForTheNextValueOnceTaken) {
  for (const JsonWriter::Layout layout : {JsonWriter::Layout::kCompact, JsonWriter::Layout::kIndented}) {
    JsonWriter json(layout);
    json.string("một");
    EXPECT_EQ(json.take(), "\"một\"");
    EXPECT_EQ(json.take(), "");
    json.begin_array();
    json.end_array();
    EXPECT_EQ(json.take(), "[]");
  }
}

TEST(JsonWriter, GivesAValueInPieces) {
  JsonWriter json;
  json.begin_array();
  json.string("một");
  std::string text = json.take_piece();
  json.integer(2);
  text += json.take_piece();
  json.end_array();
  EXPECT_EQ(text + json.take(), R"(["một",2])");
}

TEST(JsonWriter, ReplacesBytesThatAreNoUtf8) {
  JsonWriter json;
  json.begin_object();
  json.field("a\xFF", "\xC3");
  json.field("", std::string_view());
  json.end_object();
  const std::string text = json.take();
  EXPECT_EQ(text, "{\"a\uFFFD\":\"\uFFFD\",\"\":\"\"}");
  EXPECT_TRUE(parse_json(text));
}

TEST(JsonWriter, EscapesKeysWhereverTheyComeFrom) {
  JsonWriter json;
  json.begin_object();
  json.field("a\"b", "1");
  json.field("\\\n", "2");
  json.field(std::string("\"c"), "3");
  json.field(std::string_view("plain"), "4");
  json.end_object();
  EXPECT_EQ(json.take(), R"({"a\"b":"1","\\\n":"2","\"c":"3","plain":"4"})");
}

TEST(JsonWriter, WritesWhatTheParserReads) {
  JsonWriter json;
  json.string(std::string("\0 \x1F \x7F \" \\ / \u2028 ệ \U0001F600", 24));
  const std::string text = json.take();
  JsonWriter again;
  again.string(*parse_json(text).value().as_string());
  EXPECT_EQ(again.take(), text);
}

TEST(JsonWriter, EscapesEveryByteThatHasToBeWhereverItStands) {
  for (int byte = 1; byte < 0x80; ++byte) {
    for (std::size_t length = 1; length < 20; ++length) {
      for (std::size_t place = 0; place < length; ++place) {
        std::string text(length, 'a');
        text[place] = static_cast<char>(byte);
        JsonWriter json;
        json.string(text);
        const std::string written = json.take();
        ASSERT_EQ(*parse_json(written).value().as_string(), text);
        const bool escaped = byte < 0x20 || byte == '"' || byte == '\\';
        ASSERT_EQ(written.size() > length + 2, escaped) << written;
      }
    }
  }
  JsonWriter json;
  json.string(std::string("\0\x01\x1F\b\f\n\r\t\"\\/\x7F", 12));
  EXPECT_EQ(json.take(), "\"\\u0000\\u0001\\u001F\\b\\f\\n\\r\\t\\\"\\\\/\x7F\"");
}

TEST(JsonWriter, EndsTheProgramOnWrongNesting) {
  EXPECT_DEATH(JsonWriter().end_object(), "broken invariant");
  EXPECT_DEATH(
      {
        JsonWriter json;
        json.begin_array();
        json.end_object();
      },
      "broken invariant");
  EXPECT_DEATH(
      {
        JsonWriter json;
        json.begin_object();
        json.integer(1);
      },
      "broken invariant");
  EXPECT_DEATH(
      {
        JsonWriter json;
        json.begin_object();
        json.key("a");
        json.end_object();
      },
      "broken invariant");
  EXPECT_DEATH(
      {
        JsonWriter json;
        json.begin_object();
        json.key("a");
        json.key("b");
      },
      "broken invariant");
  EXPECT_DEATH(
      {
        JsonWriter json;
        json.begin_object();
        json.string("a");
      },
      "broken invariant");
  EXPECT_DEATH(
      {
        JsonWriter json;
        json.begin_array();
        json.key("a");
      },
      "broken invariant");
  EXPECT_DEATH(
      {
        JsonWriter json;
        json.null();
        json.null();
      },
      "broken invariant");
}

TEST(JsonFile, NamesTheLineAndColumnOfAFault) {
  using namespace std::string_view_literals;
  EXPECT_TRUE(parse_json_file("{\n}", "a.json"));
  EXPECT_EQ(parse_json_file("{\n \"a\": x}", "a.json").error().message, "a.json:2:7: not JSON: invalid value");
  EXPECT_EQ(parse_json_file("x", "a.json").error().message, "a.json:1:1: not JSON: invalid value");
  EXPECT_EQ(parse_json_file("[1,\n\0"sv, "a.json").error().message, "a.json:2:1: not JSON: a NUL byte");
}

TEST(JsonWriter, RoundsDecimals) {
  JsonWriter json;
  json.begin_array();
  for (const double value : {0.0, 1.0, 0.5, 2.0 / 3.0, 0.00004, -12.0, 1e20}) json.decimal(value, 4);
  json.end_array();
  EXPECT_EQ(json.take(), "[0.0,1.0,0.5,0.6667,0.0,-12.0,100000000000000000000.0]");
}

}  // namespace
}  // namespace quanhe
