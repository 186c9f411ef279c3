#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>

#include "base/file.h"
#include "base/strings.h"
#include "facts/facts_json.h"
#include "store/database.h"
#include "store/read_view.h"
#include "store/schema.h"
#include "store/stored_graph.h"
#include "unit/failure_of.h"
#include "unit/made_store.h"
#include "unit/same_view.h"

namespace quanhe {
namespace {

Documents rich_documents() {
  const std::vector<Part> parts = {{"trigger", Span{1, 4}, "", {}},
                                   {"from", Span{5, 9}, "reference both-sides", {{60, 78}, {90, 95}}},
                                   {"country", {}, "default home", {}}};
  DocumentFacts first =
      MadeDocument("a")
          .names("Person", "Bùi Thanh Sơn", {"ông Sơn", "Sơn"})
          .says("Person Bùi Thanh Sơn", "met", "Person Prak Sokhonn",
                {.occurrence = 1, .attributes = {{"date", "2021-06-07"}, {"kind", "hội đàm"}}, .parts = parts})
          .says("Person Bùi Thanh Sơn", "holds_office", "Ministry Bộ Ngoại giao Việt Nam",
                {.status = Status::kReported})
          .facts();
  first.date = "2021-06-08";
  first.date_basis = "metadata";
  first.url = "https://example.org/a?b=1&c=\"2\"";
  first.title = "Gặp gỡ\tở 'Trùng Khánh'";
  first.content_hash = UINT64_MAX;
  const DocumentFacts second =
      MadeDocument("b")
          .says("Person Bùi Thanh Sơn", "met", "Person Prak Sokhonn", {.status = Status::kPlanned, .confidence = 700})
          .says("Person Prak Sokhonn", "attended", "Event ASEM-13", {.status = Status::kDenied})
          .with_hash(UINT64_MAX)
          .facts();
  return {first, second};
}

class StoreTest : public ::testing::Test {
 protected:
  std::filesystem::path written(const Documents& documents) {
    const std::filesystem::path path = folder_ / "graph.db";
    std::filesystem::remove(path);
    const Result<void> result = write_graph(documents, path);
    EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.error().message);
    return path;
  }

  // Runs `sql` on a file behind our own code's back.
  void change(const std::filesystem::path& path, const std::string& sql) {
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
    sqlite3_close(handle);
  }

  std::string read_failure_after(const std::string& sql) {
    const std::filesystem::path path = written(rich_documents());
    change(path, sql);
    return failure_of(read_view(path));
  }

  // The first column of all rows, a line each.
  std::string query(const std::filesystem::path& path, const std::string& sql) {
    Result<Database> database = Database::open(path);
    if (!database) return database.error().message;
    std::string text;
    SqlStatement statement = database.value().prepare(sql);
    while (statement.next()) text += statement.text(0) + '\n';
    const Result<void> status = database.value().status();
    return status ? text : status.error().message;
  }

  TemporaryFolder folder_;
};

TEST_F(StoreTest, GivesBackEveryFieldOfTheView) {
  const Result<View> read = read_view(written(rich_documents()));
  ASSERT_TRUE(read.ok()) << read.error().message;
  expect_same(read.value(), view_of(rich_documents()));
}

TEST_F(StoreTest, GivesBackWhereThingsAre) {
  Ontology ontology = made_ontology();
  ontology.locations = {{"country/a", -89.123456789, 179.999}, {"country/b", 0, -180}};
  const std::filesystem::path path = folder_ / "graph.db";
  {
    Result<GraphStore> store = GraphStore::open(path, {ontology, made_pack(), "1.0", ""});
    ASSERT_TRUE(store.ok());
    ASSERT_TRUE(store.value().finish().ok());
    ASSERT_TRUE(store.value().publish().ok());
  }
  const Result<View> read = read_view(path);
  ASSERT_TRUE(read.ok()) << read.error().message;
  EXPECT_EQ(read.value().ontology.locations, ontology.locations);
  change(path, "UPDATE locations SET latitude = 90.5 WHERE node = 'country/b'");
  EXPECT_NE(failure_of(read_view(path)).find("graph.db: damaged ("), std::string::npos);
}

TEST_F(StoreTest, GivesBackAnEmptyView) {
  const Result<View> read = read_view(written({}));
  ASSERT_TRUE(read.ok()) << read.error().message;
  expect_same(read.value(), view_of({}));
}

TEST_F(StoreTest, GivesBackTheFactsOfADocument) {
  const std::filesystem::path path = written(rich_documents());
  const std::string dump = dump_of(path);
  for (const DocumentFacts& facts : rich_documents()) {
    EXPECT_NE(dump.find('\n' + to_json_line(facts) + '\n'), std::string::npos) << dump;
  }
}

TEST_F(StoreTest, LeavesOneWholeFile) {
  const std::filesystem::path path = written(rich_documents());
  EXPECT_EQ(query(path, "PRAGMA integrity_check"), "ok\n");
  EXPECT_EQ(query(path, "PRAGMA foreign_key_check"), "");
  EXPECT_EQ(query(path, "PRAGMA application_id"), std::to_string(kApplicationId) + "\n");
  EXPECT_EQ(query(path, "PRAGMA user_version"), std::to_string(kSchemaVersion) + "\n");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "graph.db-journal"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "graph.db-wal"));
}

TEST_F(StoreTest, HasViewsThatOutsidersUnderstand) {
  const std::filesystem::path path = written(rich_documents());
  EXPECT_EQ(query(path,
                  "SELECT name || '|' || type || '|' || ifnull(also_written, '-') || '|' || documents "
                  "FROM entities ORDER BY name"),
            "ASEM-13|sự kiện|-|1\nBùi Thanh Sơn|người|Sơn; ông Sơn|2\nBộ Ngoại giao Việt Nam|bộ|-|1\n"
            "Prak Sokhonn|người|-|2\n");
  EXPECT_EQ(query(path,
                  "SELECT from_name || '|' || relation || '|' || to_name || '|' || statements || '|' || "
                  "ifnull(first_date, '-') || '|' || status FROM connections ORDER BY 1"),
            "Bùi Thanh Sơn|giữ chức|Bộ Ngoại giao Việt Nam|1|-|reported\n"
            "Bùi Thanh Sơn|gặp|Prak Sokhonn|2|2021-06-07|happened\n");
  EXPECT_EQ(query(path,
                  "SELECT relation || '|' || ifnull(date, '-') || '|' || quote || '|' || document || '|' || rule "
                  "FROM relations ORDER BY document, quote"),
            "giữ chức|-|Person Bùi Thanh Sơn holds_office|a|rule-holds_office\n"
            "gặp|2021-06-07|Person Bùi Thanh Sơn met|a|rule-met\n"
            "gặp|-|Person Bùi Thanh Sơn met|b|rule-met\n");
}

TEST_F(StoreTest, ReadsPartsBackWithSqlAlone) {
  const std::filesystem::path path = written(rich_documents());
  EXPECT_EQ(
      query(path,
            "SELECT position || '|' || role || '|' || ifnull(start, '-') || '|' || ifnull(end, '-') || '|' || via "
            "|| '|' || ifnull(resolved, '-') FROM parts WHERE occurrence = 1 ORDER BY position"),
      "0|trigger|1|4||-\n1|from|5|9|reference both-sides|60-78 90-95\n2|country|-|-|default home|-\n");
  EXPECT_EQ(query(path, "SELECT count(*) FROM parts WHERE occurrence > 1"), "0\n");
}

TEST_F(StoreTest, SaysWhatIsWrongWithAFileThatIsNoGraph) {
  EXPECT_EQ(failure_of(read_view(folder_ / "none.db")),
            (folder_ / "none.db").string() + ": no such file; make it with 'quanhe build'");
  std::ofstream(folder_ / "text.db") << std::string(5000, 'x');
  EXPECT_EQ(failure_of(read_view(folder_ / "text.db")),
            (folder_ / "text.db").string() + ": not a graph that quanhe wrote");
  std::ofstream(folder_ / "empty.db").flush();
  EXPECT_EQ(failure_of(read_view(folder_ / "empty.db")),
            (folder_ / "empty.db").string() + ": not a graph that quanhe wrote");
  change(folder_ / "foreign.db", "CREATE TABLE nodes (x)");
  EXPECT_EQ(failure_of(read_view(folder_ / "foreign.db")),
            (folder_ / "foreign.db").string() + ": not a graph that quanhe wrote");
  EXPECT_NE(failure_of(read_view(folder_ / ".")).find("a folder, expected a graph.db"), std::string::npos);
}

TEST_F(StoreTest, TellsOlderFromNewerSchemas) {
  const std::string older = read_failure_after("PRAGMA user_version = 5");
  EXPECT_NE(older.find("graph.db: written by an older quanhe (schema 5, expected 6); build it again"),
            std::string::npos)
      << older;
  const std::string newer = read_failure_after("PRAGMA user_version = 7");
  EXPECT_NE(newer.find("graph.db: written by a newer quanhe (schema 7, expected 6); use the newer"), std::string::npos)
      << newer;
}

TEST_F(StoreTest, NoticesDamagedPages) {
  const std::filesystem::path path = written(rich_documents());
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  const auto size = static_cast<std::streamoff>(std::filesystem::file_size(path));
  for (std::streamoff at = 4096; at < size; at += 4096) {
    file.seekp(at);
    file << std::string(64, '\xff');
  }
  file.close();
  const std::string message = failure_of(read_view(path));
  EXPECT_NE(message.find("graph.db: damaged ("), std::string::npos) << message;
  EXPECT_NE(message.find("build it again"), std::string::npos) << message;
}

TEST_F(StoreTest, NoticesATruncatedFile) {
  const std::filesystem::path path = written(rich_documents());
  const std::uintmax_t size = std::filesystem::file_size(path);
  for (std::uintmax_t kept = 0; kept < size; kept += 4096) {
    std::filesystem::resize_file(path, size - kept / 2);
    const Result<View> read = read_view(path);
    if (!read) {
      EXPECT_EQ(read.error().message.find(path.string() + ": "), 0u);
    }
  }
  EXPECT_FALSE(read_view(path).ok());
}

TEST_F(StoreTest, NoticesRowsThatCannotBe) {
  for (const char* sql : {"UPDATE edges SET to_node = 99 WHERE edge = 1",
                          "UPDATE edges SET status = 7 WHERE edge = 1",
                          "UPDATE edges SET confidence = 'high' WHERE edge = 1",
                          "DELETE FROM occurrences WHERE edge = 1",
                          "DELETE FROM documents WHERE document = 2",
                          "DELETE FROM rules",
                          "DELETE FROM terms",
                          "DELETE FROM pack",
                          "DELETE FROM forms",
                          "DELETE FROM dates",
                          "UPDATE forms SET confidence = 0",
                          "UPDATE forms SET status = 5",
                          "UPDATE forms SET rule = 99",
                          "UPDATE forms SET roles = '[[1,0,1]]'",
                          "UPDATE forms SET roles = '[[1,0,1,-1]]'",
                          "UPDATE forms SET roles = '[[1,0,1,4294967295]]'",
                          "UPDATE forms SET roles = '[[1.5,0,1,0]]'",
                          "UPDATE forms SET roles = '[[99,0,1,0]]'",
                          "UPDATE occurrences SET number = -1",
                          "UPDATE occurrences SET places = x'03'",
                          "UPDATE occurrences SET places = x'8080808080808080'",
                          "UPDATE occurrences SET places = x'cf0103'",
                          "UPDATE occurrences SET places = x'890e03'",
                          "UPDATE occurrences SET places = x'0303000303'",
                          "UPDATE occurrences SET places = NULL",
                          "UPDATE occurrences SET attributes = '[]'",
                          "UPDATE occurrences SET attributes = '{\"kind\":7}'",
                          "UPDATE documents SET content_hash = 'xyz'",
                          "UPDATE documents SET source_group = 99",
                          "UPDATE nodes SET name = cast(x'ff41' AS TEXT) WHERE node = 1",
                          "UPDATE nodes SET document_count = 1 << 40"}) {
    const std::string message = read_failure_after(sql);
    EXPECT_NE(message.find("graph.db: damaged ("), std::string::npos) << sql << "\n" << message;
  }
}

TEST_F(StoreTest, NoticesATableThatIsMissing) {
  const std::string message = read_failure_after("DROP TABLE occurrences");
  EXPECT_NE(message.find("graph.db: "), std::string::npos) << message;
}

TEST_F(StoreTest, NamesTheFileThatItCannotWrite) {
  EXPECT_EQ(failure_of(write_graph(rich_documents(), folder_ / "none/graph.db")),
            (folder_ / "none/graph.db").string() +
                ": cannot write: unable to open database file (No such file or directory)");
  std::ofstream(folder_ / "graph.db") << std::string(100000, 'x');
  EXPECT_EQ(failure_of(write_graph(rich_documents(), folder_ / "graph.db")),
            (folder_ / "graph.db").string() + ": not a graph that quanhe wrote");
}

TEST_F(StoreTest, NamesTheFileThatDoesNotFitOnTheDisk) {
  // A limit of the process stands in for a full disk: both refuse a write.
  struct ::rlimit before {};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const struct ::rlimit tight {
    20000, before.rlim_max
  };
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &tight), 0);
  const Result<void> result = write_graph(rich_documents(), folder_ / "graph.db");
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  const std::string message = failure_of(result);
  EXPECT_EQ(message.find((folder_ / "graph.db").string() + ": cannot write: "), 0u) << message;
}

TEST_F(StoreTest, ReadsWithoutWriting) {
  const std::filesystem::path path = written(rich_documents());
  Result<Database> database = Database::open(path);
  ASSERT_TRUE(database.ok());
  database.value().execute("DELETE FROM nodes");
  EXPECT_NE(failure_of(database.value().status()).find("read-only"), std::string::npos);
}

TEST_F(StoreTest, AnswersWithoutReadingTheWhole) {
  const View view = view_of(rich_documents());
  Result<StoredGraph> opened = StoredGraph::open(written(rich_documents()));
  ASSERT_TRUE(opened.ok()) << opened.error().message;
  StoredGraph& graph = opened.value();
  expect_same(graph.whole_ontology().value(), view.ontology);
  Ontology vocabulary = view.ontology;
  for (NodeType& type : vocabulary.types) type.iris.clear();
  for (Relation& relation : vocabulary.relations) relation.from = relation.to = {};
  expect_same(graph.ontology(), vocabulary);
  EXPECT_EQ(graph.pack(), view.pack);

  const std::string id = make_node_id("Person", "Bùi Thanh Sơn");
  const Result<std::optional<StoredNode>> son = graph.find_id(id);
  ASSERT_TRUE(son.ok() && son.value());
  EXPECT_EQ(son.value()->name, "Bùi Thanh Sơn");
  EXPECT_EQ(son.value()->document_count, 2u);
  EXPECT_FALSE(graph.find_id("person/nobody").value());
  EXPECT_EQ(graph.node(son.value()->key).value().id, id);

  const std::vector<StoredName> names = graph.names_folded_to("ong son").value();
  ASSERT_EQ(names.size(), 1u);
  EXPECT_EQ(names[0].name, "ông Sơn");
  EXPECT_EQ(names[0].node, son.value()->key);
  EXPECT_FALSE(names[0].canonical);
  EXPECT_TRUE(graph.names_folded_to("bui thanh son").value()[0].canonical);
  EXPECT_EQ(graph.all_names().value().size(), 6u);

  const std::vector<StoredEdge> edges = graph.edges_at(son.value()->key).value();
  ASSERT_EQ(edges.size(), 2u);
  EXPECT_EQ(edges[0].relation, "met");
  const std::vector<StoredMention> mentions = graph.mentions_of(edges[0].key).value();
  ASSERT_EQ(mentions.size(), 2u);
  EXPECT_EQ(mentions[0].date, "2021-06-07");
  EXPECT_EQ(mentions[1].date, "");
  EXPECT_EQ(mentions[1].status, Status::kPlanned);
}

TEST_F(StoreTest, ShowsNoEdgeFromANodeToItself) {
  Result<StoredGraph> graph = StoredGraph::open(
      written({MadeDocument("a").says("Person A", "met", "Person A").says("Person A", "met", "Person B").facts()}));
  ASSERT_TRUE(graph.ok());
  EXPECT_EQ(graph.value().edges_at(1).value().size(), 1u);
}

TEST_F(StoreTest, HasEveryTableAndColumnDescribed) {
  const Result<std::string> page = read_file(QUANHE_SOURCE_DIR "/docs/store.md", 1 << 20);
  ASSERT_TRUE(page.ok());
  const std::filesystem::path path = written(rich_documents());
  const std::string names =
      query(path,
            "WITH ours AS (SELECT * FROM sqlite_schema WHERE name NOT LIKE '%\\_search\\_%' ESCAPE '\\') "
            "SELECT name FROM ours WHERE type IN ('table', 'view') UNION "
            "SELECT c.name FROM ours t, pragma_table_info(t.name) c WHERE t.type = "
            "'view' OR (t.type = 'table' AND NOT (c.pk AND c.type = 'INTEGER' AND "
            "t.name = c.name || 's'))");
  for (const std::string_view name : split(names, '\n')) {
    if (name.empty() || name == "type" || name == "relation") continue;
    EXPECT_NE(page.value().find("`" + std::string(name) + "`"), std::string::npos) << name;
  }
  EXPECT_NE(page.value().find("application_id   " + std::to_string(kApplicationId)), std::string::npos);
  EXPECT_NE(page.value().find("user_version     " + std::to_string(kSchemaVersion)), std::string::npos);
}

TEST_F(StoreTest, UsesAnIndexForEachQuestion) {
  const std::filesystem::path path = written(rich_documents());
  for (const std::string sql :
       {"SELECT * FROM nodes WHERE id = 'x'", "SELECT * FROM spellings WHERE folded = 'x'",
        "SELECT * FROM edges WHERE from_node = 1", "SELECT * FROM edges WHERE to_node = 1",
        "SELECT * FROM occurrences WHERE edge = 1", "SELECT * FROM near_copy_keys WHERE key = 1"}) {
    Result<Database> database = Database::open(path);
    SqlStatement plan = database.value().prepare("EXPLAIN QUERY PLAN " + sql);
    ASSERT_TRUE(plan.next());
    EXPECT_EQ(plan.text(3).find("SEARCH"), 0u) << sql << ": " << plan.text(3);
  }
}

TEST_F(StoreTest, GivesTheErrorOfADamagedFileToEveryQuestion) {
  const std::filesystem::path path = written(rich_documents());
  change(path, "UPDATE edges SET status = 9; DELETE FROM nodes WHERE node = 1");
  Result<StoredGraph> graph = StoredGraph::open(path);
  ASSERT_TRUE(graph.ok());
  const std::string message = failure_of(graph.value().edges_at(2));
  EXPECT_NE(message.find("graph.db: damaged ("), std::string::npos) << message;
  EXPECT_EQ(failure_of(graph.value().all_names()), message);
}

}  // namespace
}  // namespace quanhe
