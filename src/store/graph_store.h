#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "corpus/ledgers.h"
#include "facts/facts.h"
#include "facts/ontology.h"
#include "store/document_rows.h"

namespace quanhe {

// What a store is opened with. What the references refer to must outlive it.
struct StoreSetup {
  const Ontology& ontology;
  const PackInfo& pack;
  std::string program_version;
  std::string inputs;  // what a first build reads; one that was ended goes on only with the same
};

// A graph.db to which documents are added and from which they are taken away: the state, a map of documents by id, and
// its view, which is always that of make_view(). Not thread-safe, and one at a time for a file: who opens it holds a
// lock on its folder (FolderLock).
//
// A missing file, or one of an older schema, is built beside its name (path + "-partial") and takes the name in
// publish(); when the program ends before that, the next one goes on there. Later changes are made in the file itself,
// a batch from commit() to commit(): whenever the program ends, the file is as the last commit left it.
class GraphStore {
 public:
  // Errors name the file: none of ours, damaged, of a newer schema, in use, not writable.
  static Result<GraphStore> open(const std::filesystem::path& path, const StoreSetup& setup);
  // For changes without documents to read: the file must be there, and its own pack and ontology hold.
  static Result<GraphStore> open_existing(const std::filesystem::path& path);

  GraphStore(GraphStore&&) noexcept;
  GraphStore& operator=(GraphStore&&) = delete;
  ~GraphStore();

  std::optional<StoredProvenance> find(std::string_view id);

  // Replaces the document of the same id, of which what is the same stays: all where it says the same, the sentences
  // where its text is the same. Failures stick; commit() tells them.
  void put(const DocumentFacts& facts, const Provenance& provenance);
  // False when there is none of that id.
  bool remove(std::string_view id);
  // Ids of the documents that came from this file or folder (Provenance::origin).
  std::vector<std::string> documents_from(std::string_view origin);
  // The document is unchanged, but is now found elsewhere.
  void move_to(DocumentKey document, const Provenance& provenance);

  // From now on these ledgers hold, and no lines besides theirs.
  void replay(const Ledgers& ledgers);
  Ledgers ledgers();

  Result<void> commit();
  // Commits and leaves one whole file, which can be read but not changed by this object any more. After a first build
  // publish() gives it its name; whether it is called or not, a later build finds the file.
  Result<void> finish();
  Result<void> publish();
  // Leaves things as the last commit left them, and nothing of a first build.
  void discard();

  // Where the graph is until it is published, and from then on.
  std::filesystem::path readable_path() const;
  bool is_first_build() const;

 private:
  class Content;
  explicit GraphStore(std::unique_ptr<Content> content);

  std::unique_ptr<Content> content_;
};

}  // namespace quanhe
