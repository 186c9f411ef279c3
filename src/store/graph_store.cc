#include "store/graph_store.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/keyed_hash.h"
#include "store/edge_rows.h"
#include "store/ledger_tables.h"
#include "store/node_rows.h"
#include "store/ontology_tables.h"
#include "store/schema.h"
#include "store/search_rows.h"
#include "store/view_rows.h"
#include "text/fold.h"

namespace quanhe {
namespace {

// What the table about says under this name.
std::string about(Database& database, std::string_view name) {
  SqlStatement row = database.prepare("SELECT value FROM about WHERE name = ?");
  return row.bind(name).next() ? row.text(0) : "";
}

void set_about(Database& database, std::string_view name, std::string_view value) {
  database.prepare("INSERT INTO about VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2").run(name, value);
}

std::filesystem::path partial_of(const std::filesystem::path& path) { return path.string() + "-partial"; }

void remove_with_log(const std::filesystem::path& path) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + suffix, ignored);
}

Result<void> rename_whole(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) {
    return Error{to.string() + ": cannot write: " + std::strerror(errno)};
  }
  const int folder = ::open(to.parent_path().empty() ? "." : to.parent_path().c_str(), O_RDONLY | O_DIRECTORY);
  if (folder >= 0) {
    ::fsync(folder);
    ::close(folder);
  }
  return {};
}

// The ids that the lines tell of.
KeyedSet<std::string> ids_of(const std::vector<MergeLine>& lines) {
  KeyedSet<std::string> ids;
  for (const MergeLine& line : lines) ids.insert({line.kept, line.other});
  return ids;
}

}  // namespace

class GraphStore::Content {
 public:
  Content(std::filesystem::path final_path, Database opened, bool first_build, Ontology known)
      : path(std::move(final_path)),
        is_first_build(first_build),
        database(std::move(opened)),
        ontology(std::move(known)),
        names(database) {
    database.define("ascii_fold", ascii_fold);
    lines = read_ledgers(database);
    start_batch();
  }

  // The rows refer to the database, and go before it is closed.
  void start_batch() {
    database.execute("BEGIN IMMEDIATE");
    nodes.emplace(database, is_first_build);
    edges.emplace(database, is_first_build);
    reader.emplace(database, names);
    documents.emplace(database, is_first_build, ontology, names, *reader, *nodes, *edges);
    if (!is_first_build) view.emplace(database, names, *reader, *edges);
    nodes->watch(ids_of(lines.merges));
  }

  void end_rows() {
    view.reset();
    documents.reset();
    reader.reset();
    edges.reset();
    nodes.reset();
  }

  // What the documents of this batch changed is in the view, but for a first build, whose view is made in the end.
  void bring_view_up_to_date() {
    if (is_first_build) {
      documents->write();
      nodes->write_added();
      return edges->write();
    }
    nodes->write_counts();
    documents->write_search();
    view->refresh();
    if (nodes->watched_changed()) rebuild_view(database, *reader, ontology, lines);
    judge_edges(database, ontology, lines.judgements);
  }

  std::filesystem::path path;
  bool is_first_build;
  Database database;
  Ontology ontology;
  Ledgers lines;
  StatementNames names;  // none but this program adds to them (FolderLock)
  std::optional<NodeRows> nodes;
  std::optional<EdgeRows> edges;
  std::optional<DocumentReader> reader;
  std::optional<DocumentRows> documents;
  std::optional<ViewRows> view;  // none in a first build
};

GraphStore::GraphStore(std::unique_ptr<Content> content) : content_(std::move(content)) {}
GraphStore::GraphStore(GraphStore&&) noexcept = default;
GraphStore::~GraphStore() {
  if (content_ != nullptr) content_->end_rows();
}

namespace {

// Whether a first build that was ended can go on in this file.
bool is_of_same_build(Database& database, const std::filesystem::path& path, const StoreSetup& setup) {
  return check_schema(database, path) && about(database, "inputs") == setup.inputs &&
         about(database, "program") == setup.program_version && read_pack(database) == setup.pack && database.status();
}

Result<Database> open_partial(const std::filesystem::path& final_path, const StoreSetup& setup) {
  const std::filesystem::path path = partial_of(final_path);
  std::error_code code;
  if (std::filesystem::exists(path, code)) {
    Result<Database> left = Database::open_for_writing(path, final_path.string());
    if (left && is_of_same_build(left.value(), path, setup)) return left;
  }
  remove_with_log(path);
  Result<Database> fresh = create_store(path, final_path.string());
  if (!fresh) return fresh;
  Database& database = fresh.value();
  database.execute("BEGIN IMMEDIATE");
  write_ontology(database, setup.ontology, setup.pack);
  set_about(database, "program", setup.program_version);
  set_about(database, "inputs", setup.inputs);
  database.execute("COMMIT");
  if (const Result<void> status = database.status(); !status) return status.error();
  return fresh;
}

Result<Database> open_for_changes(const std::filesystem::path& path) {
  // Opened for reading first, so that a file that is none of ours is not touched.
  if (const Result<Database> readable = open_store(path); !readable) return readable.error();
  return Database::open_for_writing(path);
}

}  // namespace

Result<GraphStore> GraphStore::open(const std::filesystem::path& path, const StoreSetup& setup) {
  std::error_code code;
  const bool first = !std::filesystem::exists(path, code) || is_older_store(path);
  Result<Database> opened = first ? open_partial(path, setup) : open_for_changes(path);
  if (!opened) return opened.error();
  Database& database = opened.value();
  if (!first) {
    remove_with_log(partial_of(path));
    database.execute("BEGIN IMMEDIATE");
    if (!(read_pack(database) == setup.pack)) write_ontology(database, setup.ontology, setup.pack);
    set_about(database, "program", setup.program_version);
    database.execute("COMMIT");
  }
  GraphStore store(std::make_unique<Content>(path, std::move(opened).value(), first, setup.ontology));
  if (const Result<void> status = store.content_->database.status(); !status) return status.error();
  return store;
}

Result<GraphStore> GraphStore::open_existing(const std::filesystem::path& path) {
  Result<Database> opened = open_for_changes(path);
  if (!opened) return opened.error();
  Ontology ontology = read_ontology(opened.value());
  GraphStore store(std::make_unique<Content>(path, std::move(opened).value(), false, std::move(ontology)));
  if (const Result<void> status = store.content_->database.status(); !status) return status.error();
  return store;
}

std::optional<StoredProvenance> GraphStore::find(std::string_view id) { return content_->documents->find(id); }

void GraphStore::put(const DocumentFacts& facts, const Provenance& provenance) {
  DocumentRows& documents = *content_->documents;
  const std::optional<StoredProvenance> known = find(facts.id);
  // Other rules mostly read the same.
  if (known && documents.say(*known, facts)) return documents.set_provenance(known->document, provenance);
  if (known && content_->view) content_->view->leave(known->document);
  PutDocument added = documents.put(facts, provenance, known);
  if (content_->view) content_->view->enter(added.document, facts.near_copy_keys, std::move(added.claims));
}

bool GraphStore::remove(std::string_view id) {
  const std::optional<StoredProvenance> known = find(id);
  if (!known) return false;
  if (content_->view) content_->view->leave(known->document);
  content_->documents->remove(known->document);
  return true;
}

std::vector<std::string> GraphStore::documents_from(std::string_view origin) {
  std::vector<std::string> ids;
  content_->documents->write();
  SqlStatement row = content_->database.prepare("SELECT id FROM documents WHERE origin = ? ORDER BY id");
  row.bind(origin);
  while (row.next()) ids.push_back(row.text(0));
  return ids;
}

void GraphStore::move_to(DocumentKey document, const Provenance& provenance) {
  content_->documents->set_provenance(document, provenance);
}

Ledgers GraphStore::ledgers() { return content_->lines; }

void GraphStore::replay(const Ledgers& ledgers) {
  Content& content = *content_;
  if (ledgers.merges == content.lines.merges && ledgers.judgements == content.lines.judgements) return;
  content.bring_view_up_to_date();
  const bool identities_change = ledgers.merges != content.lines.merges;
  content.lines = ledgers;
  write_ledgers(content.database, ledgers);
  content.nodes->watch(ids_of(ledgers.merges));
  if (content.is_first_build) return;
  if (identities_change) {
    rebuild_view(content.database, *content.reader, content.ontology, ledgers);
  } else {
    judge_edges(content.database, content.ontology, ledgers.judgements);
  }
  content.nodes->forget_keys();
  content.edges->forget();
}

Result<void> GraphStore::commit() {
  Content& content = *content_;
  content.bring_view_up_to_date();
  if (content.is_first_build) {
    content.database.execute("COMMIT; BEGIN IMMEDIATE");
  } else {
    content.end_rows();
    content.database.execute("COMMIT");
    content.start_batch();
  }
  return content.database.status();
}

Result<void> GraphStore::finish() {
  Content& content = *content_;
  content.bring_view_up_to_date();
  if (content.is_first_build) {
    fill_search(content.database);
    add_indexes(content.database);
    rebuild_view(content.database, *content.reader, content.ontology, content.lines);
    content.database.execute("DELETE FROM about WHERE name = 'inputs'");
  }
  content.end_rows();
  content.database.execute("COMMIT");
  content.database.fold_in_log();
  return content.database.status();
}

Result<void> GraphStore::publish() {
  if (!content_->is_first_build) return {};
  return rename_whole(partial_of(content_->path), content_->path);
}

void GraphStore::discard() {
  content_->end_rows();
  content_->database.execute("ROLLBACK");
  content_->database.fold_in_log();
  if (content_->is_first_build) remove_with_log(partial_of(content_->path));
}

std::filesystem::path GraphStore::readable_path() const {
  return content_->is_first_build ? partial_of(content_->path) : content_->path;
}

bool GraphStore::is_first_build() const { return content_->is_first_build; }

}  // namespace quanhe
