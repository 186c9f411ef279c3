#include "explorer/explorer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "base/strings.h"
#include "explorer/access.h"
#include "explorer/cursor.h"
#include "explorer/limits.h"
#include "explorer/name_index.h"
#include "explorer/target.h"
#include "export/page.h"
#include "text/fold.h"
#include "unit/made_store.h"

namespace quanhe {
namespace {

TEST(Target, IsAPathAndParameters) {
  const Result<Target> target = parse_target("/api/search?q=B%C3%B9i+Thanh%20S%c6%a1n&type=&limit=5&&flag");
  ASSERT_TRUE(target.ok());
  EXPECT_EQ(target.value().path, "/api/search");
  const std::map<std::string, std::string> expected = {
      {"q", "Bùi Thanh Sơn"}, {"type", ""}, {"limit", "5"}, {"flag", ""}};
  EXPECT_EQ(target.value().parameters, expected);
  EXPECT_TRUE(parse_target("/").ok());
  EXPECT_EQ(parse_target("/?a=b=c").value().parameters.at("a"), "b=c");
}

TEST(Target, IsRefusedWithItsFault) {
  for (const char* text :
       {"", "*", "x", "http://127.0.0.1/", "/a b", "/\x7f", "/\xc3\xa9", "/#a", "/?a=%", "/?a=%4", "/?a=%4g", "/?a=%ff",
        "/?a=%c3%28", "/?a=%00", "/?a=%0a", "/?%ff=a", "/?a=1&a=2", "/?a=1&%61=2"}) {
    EXPECT_FALSE(parse_target(text).ok()) << text;
  }
}

TEST(Target, AnyBytesAreReadOrRefused) {
  std::mt19937 random(3);
  const std::string_view likely = "/?&=%+#az09AF \xc3\xa9\n";
  for (int round = 0; round < 100'000; ++round) {
    std::string text = "/";
    for (auto length = random() % 12; length > 0; --length) {
      text += random() % 8 == 0 ? static_cast<char>(random() % 256) : likely[random() % likely.size()];
    }
    const Result<Target> target = parse_target(text);
    if (!target) continue;
    for (const auto& [name, value] : target.value().parameters) {
      EXPECT_EQ((name + value).find_first_of(std::string_view("\0\n", 2)), std::string::npos) << text;
    }
  }
}

Result<void> checked_limit(const std::string& limit) {
  const Target target{"/", {{"limit", limit}}};
  Parameters parameters(target);
  parameters.limit(7);
  return parameters.checked();
}

TEST(Parameters, AreTakenOnceAndNoneIsLeft) {
  const Target target{"/", {{"id", "a"}, {"limit", "500"}}};
  Parameters parameters(target);
  EXPECT_EQ(parameters.required("id"), "a");
  EXPECT_FALSE(parameters.checked().ok());
  EXPECT_EQ(parameters.limit(7), 500u);
  EXPECT_TRUE(parameters.checked().ok());
  EXPECT_EQ(parameters.limit(7), 7u);
  EXPECT_EQ(parameters.text("type"), "");
  EXPECT_TRUE(parameters.checked().ok());
  EXPECT_EQ(parameters.required("from"), "");
  EXPECT_EQ(parameters.checked().error().message, "'from' is missing");
}

TEST(Parameters, HaveBounds) {
  for (const char* limit : {"1", "500", "007"}) EXPECT_TRUE(checked_limit(limit).ok()) << limit;
  for (const char* limit : {"", "0", "501", "-1", "+1", "1 ", "0x1", "1e2", "18446744073709551617"}) {
    EXPECT_FALSE(checked_limit(limit).ok()) << limit;
  }
  const Target target{"/", {{"q", std::string(kMostTextBytes + 1, 'a')}}};
  Parameters parameters(target);
  EXPECT_EQ(parameters.text("q"), "");
  EXPECT_FALSE(parameters.checked().ok());
}

TEST(Cursor, ComesBackAndFitsItsQuestionOnly) {
  const Cursor cursor{4294967295U, "person/đồng-1"};
  const std::string text = to_text(cursor, "question");
  EXPECT_EQ(parse_cursor(text, "question"), cursor);
  EXPECT_EQ(parse_cursor(text, "another"), std::nullopt);
  EXPECT_EQ(parse_cursor("", "question"), std::nullopt);
  EXPECT_EQ(parse_cursor(to_text({1, ""}, "question"), "question"), std::nullopt);
  EXPECT_EQ(parse_cursor(to_text({1, "\xff"}, "question"), "question"), std::nullopt);
  for (std::size_t i = 0; i < text.size(); ++i) {
    EXPECT_EQ(parse_cursor(text.substr(0, i), "question"), std::nullopt);
    for (const char other : {'0', 'f', 'g', 'F', '%'}) {
      std::string changed = text;
      changed[i] = other;
      if (changed != text) {
        EXPECT_EQ(parse_cursor(changed, "question"), std::nullopt) << changed;
      }
    }
  }
}

TEST(Gate, OpensToItsTokenOnly) {
  const Gate gate("0123456789abcdef0123456789abcdef", 8080);
  EXPECT_TRUE(gate.has_token("Bearer 0123456789abcdef0123456789abcdef"));
  EXPECT_TRUE(gate.has_token("bearer 0123456789abcdef0123456789abcdef "));
  for (const char* text :
       {"", "Bearer", "Bearer ", "0123456789abcdef0123456789abcdef", "Bearer 0123456789abcdef0123456789abcdee",
        "Bearer 1123456789abcdef0123456789abcdef", "Bearer 0123456789ABCDEF0123456789ABCDEF",
        "Bearer 0123456789abcdef0123456789abcdef0", "Basic 0123456789abcdef0123456789abcdef"}) {
    EXPECT_FALSE(gate.has_token(text)) << text;
  }
}

TEST(Gate, KnowsItsOwnNames) {
  const Gate gate("", 8080);
  EXPECT_TRUE(gate.is_host("127.0.0.1:8080"));
  EXPECT_TRUE(gate.is_host("LOCALHOST:8080"));
  EXPECT_FALSE(gate.is_host("localhost"));
  EXPECT_FALSE(gate.is_host("localhost:80800"));
  EXPECT_TRUE(gate.is_origin("http://localhost:8080"));
  EXPECT_FALSE(gate.is_origin("https://localhost:8080"));
  EXPECT_FALSE(gate.is_origin("null"));
  EXPECT_TRUE(Gate("", 80).is_host("localhost"));
  EXPECT_TRUE(Gate("", 80).is_origin("http://127.0.0.1"));
}

TEST(Token, IsOf128BitsThatNobodyHadBefore) {
  std::set<std::string> tokens;
  for (int i = 0; i < 1000; ++i) {
    const std::string token = make_token();
    EXPECT_EQ(token.size(), 32u);
    EXPECT_EQ(token.find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_TRUE(tokens.insert(token).second);
  }
}

TEST(Policy, IsThatOfThePageAndKeepsFramesAway) {
  const std::string policy = policy_of(page());
  EXPECT_EQ(policy.find("default-src 'none'"), 0u);
  EXPECT_NE(policy.find("connect-src 'self'"), std::string::npos);
  EXPECT_NE(policy.find("script-src 'sha256-"), std::string::npos);
  EXPECT_EQ(policy.find("unsafe"), std::string::npos);
  EXPECT_NE(policy.find("; frame-ancestors 'none'"), std::string::npos);
  EXPECT_EQ(policy_of("<html></html>"), kNoPage);
}

IndexedName name(std::uint32_t node, const std::string& text, std::uint32_t documents = 1, std::uint16_t type = 0,
                 bool is_canonical = true) {
  return {node, documents, type, is_canonical, text, ascii_fold(text)};
}

std::vector<std::string> texts(const std::vector<NameIndex::Found>& found) {
  std::vector<std::string> list;
  for (const NameIndex::Found& one : found) list.emplace_back(one.text);
  return list;
}

using Texts = std::vector<std::string>;

TEST(NameIndex, PutsFirstWhatIsMostLikeTheText) {
  const NameIndex index({name(0, "Bộ Ngoại giao Lào", 9), name(1, "Lào", 5), name(2, "Lao động", 8), name(3, "Laos", 7),
                         name(4, "Nước Lào", 1), name(5, "Đại hội Lào", 2)});
  EXPECT_EQ(texts(index.find("lào", {}, 9)),
            (Texts{"Lào", "Bộ Ngoại giao Lào", "Đại hội Lào", "Nước Lào", "Lao động", "Laos"}));
  EXPECT_EQ(texts(index.find("lao", {}, 3)), (Texts{"Lao động", "Laos", "Bộ Ngoại giao Lào"}));
  EXPECT_EQ(texts(index.find("dai h", {}, 9)), (Texts{"Đại hội Lào"}));
  EXPECT_EQ(texts(index.find("giao ngoai", {}, 9)), (Texts{"Bộ Ngoại giao Lào"}));
  EXPECT_EQ(texts(index.find("gia ngoai", {}, 9)), Texts{});
  EXPECT_EQ(texts(index.find("  \"!? ", {}, 9)), Texts{});
}

TEST(NameIndex, ShowsANodeOnceAndOnlyOfItsTypes) {
  const NameIndex index({name(0, "Sơn", 3, 0, false), name(0, "Bùi Thanh Sơn", 3, 0), name(1, "Sơn La", 2, 1)});
  EXPECT_EQ(texts(index.find("son", {}, 9)), (Texts{"Bùi Thanh Sơn", "Sơn La"}));
  EXPECT_EQ(texts(index.find("sơn", {}, 9)), (Texts{"Sơn", "Sơn La"}));
  EXPECT_EQ(texts(index.find("son", {false, true, false}, 9)), (Texts{"Sơn La"}));
}

TEST(NameIndex, OfNothingFindsNothing) { EXPECT_TRUE(NameIndex({}).find("a", {}, 9).empty()); }

// All names, looked at one by one.
std::vector<std::uint32_t> nodes_that_hold(const std::vector<IndexedName>& names, const std::string& text) {
  const std::string folded = ascii_fold(text);
  const std::vector<std::string_view> words = split(folded, ' ');
  std::set<std::uint32_t> nodes;
  for (const IndexedName& one : names) {
    const std::vector<std::string_view> theirs = split(one.folded, ' ');
    bool holds = !folded.empty();
    for (std::size_t i = 0; i < words.size(); ++i) {
      holds = holds && std::any_of(theirs.begin(), theirs.end(), [&](std::string_view word) {
                return i + 1 == words.size() ? word.substr(0, words[i].size()) == words[i] : word == words[i];
              });
    }
    if (holds) nodes.insert(one.node);
  }
  return {nodes.begin(), nodes.end()};
}

TEST(NameIndex, FindsWhatALookAtEveryNameFinds) {
  std::mt19937 random(5);
  const std::vector<std::string> words = {"a", "An", "ân", "anh", "Ba", "bá", "Bán", "b", "Đà", "da"};
  for (int round = 0; round < 300; ++round) {
    std::vector<IndexedName> names;
    for (std::uint32_t node = 0; node < 40; ++node) {
      std::string text = words[random() % words.size()];
      for (auto more = random() % 3; more > 0; --more) text += ' ' + words[random() % words.size()];
      names.push_back(name(node / 2, text, static_cast<std::uint32_t>(node / 2 % 5), 0, node % 2 == 0));
    }
    const NameIndex index(names);
    for (int ask = 0; ask < 20; ++ask) {
      std::string text = words[random() % words.size()];
      if (random() % 2 == 0) text += ' ' + words[random() % words.size()];
      std::vector<std::uint32_t> found;
      for (const NameIndex::Found& one : index.find(text, {}, 500)) found.push_back(one.node);
      std::sort(found.begin(), found.end());
      EXPECT_EQ(found, nodes_that_hold(names, text)) << text;
    }
  }
}

// A server's answers without a server.
class Served : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::vector<DocumentFacts> documents = {
        MadeDocument("a")
            .says("Person Lan", "met", "Body Hội")
            .says("Person Lan", "holds_office", "Body Hội")
            .says("Person Mai", "met", "Body Hội", {.status = Status::kDenied})
            .facts()};
    ASSERT_TRUE(write_graph(documents, folder_ / "graph.db").ok());
    Result<std::unique_ptr<GraphKeeper>> keeper = GraphKeeper::open(folder_ / "graph.db");
    ASSERT_TRUE(keeper.ok());
    keeper_ = std::move(keeper).value();
    explorer_ = std::make_unique<Explorer>(*keeper_, Gate(std::string(32, '7'), 8080), "1.0");
  }

  static Request request(const std::string& target) {
    return {"GET", target, "localhost:8080", "", "Bearer " + std::string(32, '7')};
  }

  static Explorer::Clock::time_point soon() { return Explorer::Clock::now() + std::chrono::seconds(5); }

  TemporaryFolder folder_;
  std::unique_ptr<GraphKeeper> keeper_;
  std::unique_ptr<Explorer> explorer_;
};

TEST_F(Served, AnswersOfTheGraphWithTheToken) {
  EXPECT_FALSE(explorer_->answer_at_once(request("/api/about")).has_value());
  EXPECT_EQ(explorer_->answer(request("/api/about"), soon()).status, 200u);
  Request other = request("/api/about");
  other.authorization = "";
  EXPECT_EQ(explorer_->answer_at_once(other)->status, 401u);
  other.host = "evil.example";
  EXPECT_EQ(explorer_->answer_at_once(other)->status, 403u);
  EXPECT_EQ(explorer_->answer_at_once(request("/"))->body, page());
}

TEST_F(Served, SaysWhenItIsTooLate) {
  const Answer answer = explorer_->answer(request("/api/about"), Explorer::Clock::now() - std::chrono::seconds(1));
  EXPECT_EQ(answer.status, 503u);
  EXPECT_EQ(explorer_->answer(request("/api/about"), soon()).status, 200u);
}

TEST_F(Served, GoesNoWayOverWhatWasDenied) {
  const std::string lan = make_node_id("Person", "Lan"), mai = make_node_id("Person", "Mai");
  const std::string hoi = make_node_id("Body", "Hội");
  EXPECT_EQ(explorer_->answer(request("/api/path?from=" + lan + "&to=" + mai), soon()).body,
            R"({"nodes":[],"edges":[],"cut":false})");
  const std::string body = explorer_->answer(request("/api/neighbours?id=" + mai), soon()).body;
  EXPECT_NE(body.find(R"("status":"denied")"), std::string::npos) << body;
  EXPECT_NE(explorer_->answer(request("/api/path?from=" + lan + "&to=" + hoi), soon()).body.find("holds_office"),
            std::string::npos);
}

TEST_F(Served, AnswersManyThreadsAlike) {
  const std::string expected = explorer_->answer(request("/api/start"), soon()).body;
  std::vector<std::thread> threads;
  std::atomic<int> different = 0;
  for (int thread = 0; thread < 8; ++thread) {
    threads.emplace_back([&] {
      for (int i = 0; i < 50; ++i) different += explorer_->answer(request("/api/start"), soon()).body != expected;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(different, 0);
}

TEST_F(Served, AnyTargetIsAnsweredOrRefused) {
  std::mt19937 random(9);
  const std::vector<std::string> pieces = {"/api/",
                                           "about",
                                           "start",
                                           "search",
                                           "node",
                                           "neighbours",
                                           "edges",
                                           "path",
                                           "evidence",
                                           "?",
                                           "&",
                                           "id=",
                                           "q=",
                                           "limit=",
                                           "after=",
                                           "from=",
                                           "to=",
                                           "of=",
                                           "with=",
                                           "relation=met",
                                           "direction=in",
                                           "person/lan",
                                           "1",
                                           "%",
                                           "%20",
                                           "lan",
                                           make_node_id("Person", "Lan"),
                                           make_node_id("Body", "H\xe1\xbb\x99i")};
  std::map<unsigned, int> statuses;
  for (int round = 0; round < 5000; ++round) {
    std::string target = "/api/" + pieces[1 + random() % 7] + '?';
    for (auto more = random() % 8; more > 0; --more) target += pieces[random() % pieces.size()];
    const std::optional<Answer> refused = explorer_->answer_at_once(request(target));
    ++statuses[refused ? refused->status : explorer_->answer(request(target), soon()).status];
  }
  for (const auto& [status, count] : statuses) EXPECT_TRUE(status == 200 || status == 400 || status == 404) << status;
  EXPECT_EQ(statuses.size(), 3u);
}

}  // namespace
}  // namespace quanhe
