// The law of facts.md: whatever came, in which order, in how many builds, changed, removed and decided on the way, a
// graph is that of the documents and ledgers that are there in the end. make_view() says which that is.

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "store/database.h"
#include "store/read_view.h"
#include "unit/made_store.h"
#include "unit/same_view.h"

namespace quanhe {
namespace {

using State = std::map<std::string, DocumentFacts>;

// Few names, so that documents speak of the same things.
class MadeWorld {
 public:
  explicit MadeWorld(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_); }

  std::string document_id() { return "d" + std::to_string(below(12)); }

  DocumentFacts facts(const std::string& id) {
    MadeDocument document(id);
    for (std::size_t i = below(6); i-- > 0;) say_something(document);
    if (below(2) == 0) document.names("Person", "P" + std::to_string(below(4)), aliases());
    DocumentFacts facts = document.facts();
    facts.near_copy_keys.clear();
    for (std::uint64_t key = 1; key <= 8; ++key) {
      if (below(5) == 0) facts.near_copy_keys.push_back(key << 60);
    }
    if (below(3) > 0) facts.date = below(2) == 0 ? "2021-06-07" : "2022";
    facts.content_hash = random_();
    return facts;
  }

  // The same text, read by other rules.
  DocumentFacts read_otherwise(DocumentFacts facts) {
    if (!facts.statements.empty() && below(2) == 0) facts.statements.pop_back();
    for (Statement& statement : facts.statements) {
      if (below(2) == 0) statement.status = static_cast<Status>(below(5));
    }
    return facts;
  }

  Ledgers ledgers() {
    Ledgers ledgers;
    for (std::size_t i = below(4); i-- > 0;) {
      MergeLine line{static_cast<MergeDecision>(below(3)), person_id(), person_id(), "me", "2022-01-01", "same person"};
      if (line.kept != line.other) ledgers.merges.push_back(line);
    }
    for (std::size_t i = below(4); i-- > 0;) {
      ledgers.judgements.push_back({static_cast<Judgement>(below(3)), person_id(), relation(),
                                    below(2) == 0 ? person_id() : make_node_id("Country", country()), "me",
                                    "2022-01-01", "seen"});
    }
    return ledgers;
  }

 private:
  std::string person() { return "P" + std::to_string(below(4)); }
  std::string person_id() { return make_node_id("Person", person()); }
  std::string country() { return "C" + std::to_string(below(3)); }
  std::string relation() { return below(2) == 0 ? "met" : "citizen_of"; }

  std::vector<std::string> aliases() {
    std::vector<std::string> aliases;
    for (const char* alias : {"ông A", "ông B"}) {
      if (below(2) == 0) aliases.emplace_back(alias);
    }
    return aliases;
  }

  void say_something(MadeDocument& document) {
    Said said;
    said.status = static_cast<Status>(below(5));
    said.confidence = static_cast<int>(100 + 100 * below(9));
    if (below(2) == 0) said.attributes = {{"date", "2021-06-0" + std::to_string(1 + below(9))}};
    if (below(2) == 0) said.parts.push_back({"trigger", Span{0, 3}, "", {{1, 2}}});
    if (below(2) == 0) said.parts.push_back({"country", {}, below(2) == 0 ? "default home" : "default host", {}});
    if (below(3) == 0) said.occurrence = 1;
    const std::string from = "Person " + person();
    if (below(2) == 0) {
      std::vector<std::string> ends = {person(), person()};
      std::sort(ends.begin(), ends.end(), [](const std::string& a, const std::string& b) {
        return make_node_id("Person", a) < make_node_id("Person", b);
      });
      if (ends[0] != ends[1]) document.says("Person " + ends[0], "met", "Person " + ends[1], said);
    } else {
      document.says(from, "citizen_of", "Country " + country(), said);
    }
  }

  std::mt19937 random_;
};

// All that the index of words says, and of which sentences.
std::string words_of(const std::filesystem::path& path) {
  Result<Database> database = Database::open_for_writing(path);
  if (!database) return database.error().message;
  database.value().execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, sentence_search, 'instance')");
  SqlStatement row = database.value().prepare(
      "SELECT coalesce(d.id, 'no document'), s.start, w.offset, w.term FROM words w LEFT JOIN sentences s "
      "ON s.sentence = w.doc LEFT JOIN documents d USING (document) ORDER BY 1, 2, 3");
  std::string words;
  while (row.next()) {
    words += row.text(0) + ' ' + row.text(1) + ' ' + row.text(2) + ' ' + row.text(3) + '\n';
  }
  return words;
}

class MergeLaw : public ::testing::Test {
 protected:
  // What a first build of the state, in another order, would leave.
  std::string dump_from_nothing(const State& state, const Ledgers& ledgers) {
    Documents documents;
    for (const auto& [id, facts] : state) documents.insert(documents.begin(), facts);
    const std::filesystem::path path = folder_ / "nothing.db";
    std::filesystem::remove(path);
    EXPECT_TRUE(write_graph(documents, path, ledgers).ok());
    return dump_of(path);
  }

  void expect_law(const std::filesystem::path& path, const State& state, const Ledgers& ledgers) {
    Documents documents;
    for (const auto& [id, facts] : state) documents.push_back(facts);
    const Result<View> stored = read_view(path);
    ASSERT_TRUE(stored.ok()) << stored.error().message;
    expect_same(stored.value(), make_view(documents, made_ontology(), made_pack(), ledgers));
    EXPECT_EQ(dump_of(path), dump_from_nothing(state, ledgers));
    EXPECT_EQ(words_of(path), words_of(folder_ / "nothing.db"));
  }

  TemporaryFolder folder_;
};

TEST_F(MergeLaw, HoldsAfterAnyHistory) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    SCOPED_TRACE(seed);
    MadeWorld world(seed);
    const std::filesystem::path path = folder_ / ("graph" + std::to_string(seed) + ".db");
    State state;
    Ledgers ledgers;
    for (int build = 0; build < 5; ++build) {
      SCOPED_TRACE("build " + std::to_string(build));
      Result<GraphStore> store = open_made_store(path);
      ASSERT_TRUE(store.ok()) << store.error().message;
      for (std::size_t step = 1 + world.below(8); step-- > 0;) {
        const std::string id = world.document_id();
        if (world.below(4) == 0) {
          EXPECT_EQ(store.value().remove(id), state.erase(id) == 1);
        } else {
          const bool has_same_text = state.contains(id) && world.below(2) == 0;
          const DocumentFacts facts = has_same_text ? world.read_otherwise(state.at(id)) : world.facts(id);
          store.value().put(facts, made_provenance(facts));
          state.insert_or_assign(id, facts);
        }
        if (world.below(4) == 0) {
          ASSERT_TRUE(store.value().commit().ok());
        }
      }
      if (world.below(2) == 0) ledgers = world.ledgers();
      store.value().replay(ledgers);
      const Result<void> finished = store.value().finish();
      ASSERT_TRUE(finished.ok()) << finished.error().message;
      ASSERT_TRUE(store.value().publish().ok());
      expect_law(path, state, ledgers);
      if (HasFailure()) return;
    }
  }
}

}  // namespace
}  // namespace quanhe
