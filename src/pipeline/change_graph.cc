#include "pipeline/change_graph.h"

#include "base/folder_lock.h"
#include "pipeline/ledger_files.h"
#include "store/graph_store.h"

namespace quanhe {
namespace {

std::filesystem::path folder_of(const std::filesystem::path& graph) {
  return graph.has_parent_path() ? graph.parent_path() : ".";
}

// Calls change(store) on the graph under its lock, with the ledgers as they are afterwards.
template <typename Change>
Result<void> change_store(const std::filesystem::path& graph, Change change) {
  const Result<FolderLock> lock = FolderLock::take(folder_of(graph));
  if (!lock) return lock.error();
  Result<GraphStore> store = GraphStore::open_existing(graph);
  if (!store) return store.error();
  if (const Result<void> changed = change(store.value()); !changed) return changed;
  const Result<Ledgers> ledgers = read_ledgers(folder_of(graph));
  if (!ledgers) return ledgers.error();
  store.value().replay(ledgers.value());
  return store.value().finish();
}

template <typename Line>
Result<void> decide_line(const std::filesystem::path& graph, const Line& line) {
  return change_store(graph, [&](GraphStore&) { return append_line(folder_of(graph), line); });
}

}  // namespace

Result<Forgotten> forget_documents(const std::filesystem::path& graph, const std::vector<std::string>& ids) {
  Forgotten forgotten;
  const Result<void> changed = change_store(graph, [&](GraphStore& store) -> Result<void> {
    for (const std::string& id : ids) {
      (store.find(id) ? forgotten.documents : forgotten.unknown).push_back(id);
    }
    if (!forgotten.unknown.empty()) return {};
    for (const std::string& id : forgotten.documents) store.remove(id);
    return {};
  });
  if (!changed) return changed.error();
  return forgotten;
}

Result<void> decide(const std::filesystem::path& graph, const MergeLine& line) { return decide_line(graph, line); }
Result<void> decide(const std::filesystem::path& graph, const JudgementLine& line) { return decide_line(graph, line); }

}  // namespace quanhe
