#include "export/page.h"

#include <gtest/gtest.h>

#include <string>

#include "export/byte_sink.h"
#include "export/packed_text.h"
#include "export/page_about.h"
#include "json/json_value.h"

namespace quanhe {
namespace {

std::size_t count_of(std::string_view text, std::string_view piece) {
  std::size_t count = 0;
  for (std::size_t at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + 1)) ++count;
  return count;
}

TEST(Page, HasOnePlaceForDataAfterOnePolicyThatAllowsItsServer) {
  EXPECT_EQ(count_of(page(), kPageData), 1u);
  EXPECT_EQ(count_of(page(), kPageConnections), 1u);
  EXPECT_LT(page().find(kPageConnections), page().find(kPageData));
  EXPECT_TRUE(page().starts_with("<!doctype html>"));
  EXPECT_TRUE(page().ends_with("</html>\n"));
}

TEST(PageAbout, IsJsonThatEndsNoElement) {
  PageAbout about;
  about.program_version = "1.2";
  about.pack = {"</script>", "0.1", "abc"};
  about.ontology.language = "vi";
  about.ontology.types = {{"Person", "", {{"vi", "<Người>"}}, {}, "#e69f00", "ellipse"},
                          {"Chief", "Person", {{"en", "C"}}, {}, "", ""}};
  about.ontology.relations = {{"met", {{"vi", "gặp"}, {"en", "met"}}, "", true, false, {}, {}}};
  about.nodes = 3;
  const std::string served = about_as_json(about);
  EXPECT_EQ(served.find('<'), std::string::npos);
  EXPECT_EQ(served,
            R"({"program":"1.2","pack":{"name":"\u003c/script>","version":"0.1","hash":"abc","language":"vi"},)"
            R"("form":"served","documents":0,"nodes":3,"edges":0,"types":[)"
            R"({"name":"Person","label":"\u003cNgười>","label_en":"","parent":"","color":"#e69f00","shape":"ellipse"},)"
            R"({"name":"Chief","label":"C","label_en":"C","parent":"Person","color":"#e69f00","shape":"ellipse"}],)"
            R"("relations":[{"name":"met","label":"gặp","label_en":"met","symmetric":true,"state":false}]})");
  about.file = PageAbout::Part{2, 1};
  EXPECT_NE(
      about_as_json(about).find(R"("form":"file","documents":0,"nodes":3,"edges":0,"shown_nodes":2,"shown_edges":1,)"),
      std::string::npos);
}

TEST(PackedText, IsTheSameHoweverItArrivesAndHasNoTime) {
  const auto packed = [](std::size_t piece) {
    std::string text;
    ByteSink sink(text);
    PackedText packing(sink);
    std::string all;
    for (int i = 0; i < 40000; ++i) all += std::to_string(i * i) + '\n';
    for (std::size_t at = 0; at < all.size(); at += piece) packing.append(std::string_view(all).substr(at, piece));
    packing.finish();
    EXPECT_TRUE(sink.finish().ok());
    return text;
  };
  const std::string text = packed(7);
  EXPECT_EQ(text, packed(100000));
  // 1f 8b 08, no flags, four bytes of time that are 0, the level's mark, Unix.
  EXPECT_TRUE(text.starts_with("H4sIAAAAAAAAA")) << text.substr(0, 16);
  EXPECT_EQ(text.size() % 4, 0u);
  EXPECT_GT(text.size(), 50000u);
}

}  // namespace
}  // namespace quanhe
