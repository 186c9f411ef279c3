#include "store/dump.h"

#include <optional>

#include "facts/facts_json.h"
#include "json/json_writer.h"
#include "store/document_reader.h"
#include "store/ledger_tables.h"
#include "store/ontology_tables.h"
#include "store/schema.h"

namespace quanhe {
namespace {

using Write = std::function<void(const std::string&)>;

class Dump {
 public:
  Dump(Database& database, const Write& write) : database_(database), write_(write) {}

  void pack() {
    const PackInfo pack = read_pack(database_);
    begin("pack");
    json_.field("name", pack.name);
    json_.field("version", pack.version);
    json_.field("hash", pack.hash);
    end();
  }

  void documents() {
    StatementNames names(database_);
    DocumentReader reader(database_, names);
    SqlStatement row = database_.prepare("SELECT document FROM documents ORDER BY id");
    while (row.next() && database_.status()) {
      write_json_line(reader.facts(row.integer(0)), write_);
      write_("\n");
    }
  }

  void sources() {
    SqlStatement row = database_.prepare(
        "SELECT g.id, d.id FROM documents d JOIN documents g ON g.document = d.source_group "
        "WHERE g.document <> d.document ORDER BY g.id, d.id");
    while (row.next()) {
      begin("near_copy");
      json_.field("of", row.text(0));
      json_.field("document", row.text(1));
      end();
    }
  }

  void nodes() {
    SqlStatement row = database_.prepare(
        "SELECT n.node, n.id, n.type, n.name, n.document_count, m.id FROM nodes n LEFT JOIN nodes m "
        "ON m.node = n.merged_into ORDER BY n.id");
    SqlStatement alias = database_.prepare("SELECT DISTINCT name FROM spellings WHERE node = ? AND name <> ? ORDER BY name");
    while (row.next()) {
      begin("node");
      json_.field("id", row.text(1));
      if (!row.is_null(5)) {
        json_.field("merged_into", row.text(5));
        end();
        continue;
      }
      json_.field("type", row.text(2));
      json_.field("name", row.text(3));
      json_.key("aliases");
      json_.begin_array();
      alias.bind(row.integer(0), row.text(3));
      while (alias.next()) json_.string(alias.text(0));
      json_.end_array();
      number("documents", row.integer(4));
      end();
    }
  }

  void edges() {
    SqlStatement row = database_.prepare(
        "SELECT f.id, k.name, t.id, s.name, e.confidence, e.source_count, e.statement_count, e.judgement, e.because "
        "FROM edges e JOIN nodes f ON f.node = e.from_node JOIN nodes t ON t.node = e.to_node "
        "JOIN relation_types k USING (relation) JOIN statuses s USING (status) WHERE e.statement_count > 0 "
        "ORDER BY k.name, f.id, t.id");
    while (row.next()) {
      begin("edge");
      json_.field("from", row.text(0));
      json_.field("relation", row.text(1));
      json_.field("to", row.text(2));
      json_.field("status", row.text(3));
      number("confidence", row.integer(4));
      number("sources", row.integer(5));
      number("statements", row.integer(6));
      if (row.integer(7) > 0) {
        json_.field("judgement", row.integer(7) == 1 ? "confirmed" : "rejected");
        json_.field("because", row.text(8));
      }
      end();
    }
  }

  void withdrawn() {
    SqlStatement row = database_.prepare(
        "SELECT d.id, o.number, f.id, k.name, t.id FROM occurrences o JOIN documents d USING (document) "
        "JOIN edges e USING (edge) JOIN nodes f ON f.node = e.from_node JOIN nodes t ON t.node = e.to_node "
        "JOIN relation_types k USING (relation) WHERE o.standing = 2 ORDER BY d.id, o.occurrence");
    while (row.next()) {
      begin("withdrawn");
      json_.field("document", row.text(0));
      number("occurrence", row.integer(1));
      json_.field("from", row.text(2));
      json_.field("relation", row.text(3));
      json_.field("to", row.text(4));
      end();
    }
  }

  void ledgers() {
    const Ledgers ledgers = read_ledgers(database_);
    for (const MergeLine& line : ledgers.merges) ledger_line("merge", to_line(line));
    for (const JudgementLine& line : ledgers.judgements) ledger_line("judgement", to_line(line));
  }

 private:
  void begin(std::string_view kind) {
    json_.begin_object();
    json_.key(kind);
    json_.begin_object();
  }

  void number(std::string_view name, std::int64_t value) {
    json_.key(name);
    json_.integer(value);
  }

  void end() {
    json_.end_object();
    json_.end_object();
    write_(json_.take() + '\n');
  }

  void ledger_line(std::string_view kind, std::string line) {
    line.pop_back();
    json_.begin_object();
    json_.field(kind, line);
    json_.end_object();
    write_(json_.take() + '\n');
  }

  Database& database_;
  const Write& write_;
  JsonWriter json_;
};

}  // namespace

Result<void> dump_store(const std::filesystem::path& path, const Write& write) {
  Result<Database> database = open_store(path);
  if (!database) return database.error();
  Dump dump(database.value(), write);
  dump.pack();
  dump.documents();
  dump.sources();
  dump.nodes();
  dump.edges();
  dump.withdrawn();
  dump.ledgers();
  return database.value().status();
}

}  // namespace quanhe
