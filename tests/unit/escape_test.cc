#include "export/escape.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace quanhe {
namespace {

TEST(Escape, KeepsXmlWellFormed) {
  EXPECT_EQ(escaped(Escape::kXml, "a<b>&\"\n\x01z"), "a&lt;b&gt;&amp;&quot;&#10;z");
  EXPECT_EQ(escaped(Escape::kXml, "x\xEF\xBF\xBEy\xFF"), "xy\xEF\xBF\xBD");
  EXPECT_EQ(escaped(Escape::kXml, "Tô Lâm 🇻🇳"), "Tô Lâm 🇻🇳");
}

TEST(Escape, MakesAsciiIris) {
  EXPECT_EQ(to_iri_piece("/a b/ô%"), "%2Fa%20b/%C3%B4%25");
  EXPECT_NE(to_iri_piece("a b"), to_iri_piece("a%20b"));
  EXPECT_EQ(to_language_tag("vi"), "vi");
  EXPECT_EQ(to_language_tag("not a tag"), "und");
  EXPECT_FALSE(is_absolute_iri("http://x/ y"));
}

TEST(Escape, LetsOnlyWebLinksThrough) {
  EXPECT_EQ(to_safe_url("javascript:alert(1)"), "");
  EXPECT_EQ(to_safe_url("javascript://x%0aalert(1)"), "");
  EXPECT_EQ(to_safe_url("file:///etc/passwd"), "");
  EXPECT_EQ(to_safe_url("HTTPS://x/?a=1&b=\"<\n"), "https://x/?a=1&b=%22%3C%0A");
}

TEST(Escape, KeepsJsonHarmlessInPagesInXmlAndInTables) {
  const std::string_view text("a</b>&\"\\\n\t\0\x7F\xEF\xBF\xBF\xEF\xBB\xBF\xFFô", 21);
  EXPECT_EQ(escaped(Escape::kJson, text),
            "a\\u003c/b>&\\\"\\\\\\n\\t\\u0000\\u007f\\uffff\xEF\xBB\xBF\xEF\xBF\xBDô");
  // The one is the other, escaped for what is around it.
  EXPECT_EQ(escaped(Escape::kJsonInXml, text), escaped(Escape::kXml, escaped(Escape::kJson, text)));
  EXPECT_EQ(escaped(Escape::kJsonInTable, text), escaped(Escape::kTable, escaped(Escape::kJson, text)));
}

// Each byte in each place of the blocks in which text is copied, against the same byte alone.
TEST(Escape, DoesWithABlockWhatItDoesWithItsBytes) {
  for (const Escape escape : {Escape::kXml, Escape::kJson, Escape::kJsonInXml, Escape::kJsonInTable, Escape::kNQuads,
                              Escape::kTable}) {
    for (int byte = 0; byte < 0x80; ++byte) {
      const std::string one(1, static_cast<char>(byte));
      for (std::size_t before = 0; before < 40; before += 3) {
        const std::string around(before, 'x');
        EXPECT_EQ(escaped(escape, around + one + around), around + escaped(escape, one) + around);
      }
    }
    for (const std::string wide : {"ô", "\xEF\xBF\xBE", "\xEF\xBF\xBF", "\xEF\xBF\xBD", "🇻🇳"}) {
      for (std::size_t before = 0; before < 40; ++before) {
        const std::string around(before, '<');
        EXPECT_EQ(escaped(escape, around + wide + "y"), escaped(escape, around) + escaped(escape, wide) + "y");
      }
    }
    // Longer than what is handed on at a time.
    const std::string longer = std::string(5939, 'x') + "\xEF\xBF\xBF" + std::string(200000, '&');
    EXPECT_EQ(escaped(escape, longer).size(),
              5939 + escaped(escape, "\xEF\xBF\xBF").size() + 200000 * escaped(escape, "&").size());
  }
}

TEST(Escape, KnowsPlainTextOfAnyLength) {
  // Every length and place around the blocks in which a text is looked at.
  for (std::size_t size = 0; size < 50; ++size) {
    const std::string plain(size, 'x');
    EXPECT_TRUE(look_at(plain).is_plain && look_at(plain).is_ascii);
    EXPECT_EQ(to_iri_piece(plain), plain);
    for (std::size_t place = 0; place < size; ++place) {
      std::string other = plain;
      other[place] = '&';
      EXPECT_FALSE(look_at(other).is_plain) << size << " " << place;
      EXPECT_EQ(to_iri_piece(other).size(), size + 2) << size << " " << place;
      other[place] = '\xC3';
      EXPECT_FALSE(look_at(other).is_ascii) << size << " " << place;
    }
  }
}

}  // namespace
}  // namespace quanhe
