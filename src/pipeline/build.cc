#include "pipeline/build.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/file.h"
#include "base/folder_lock.h"
#include "base/strings.h"
#include "graph/graph.h"
#include "pipeline/ledger_files.h"
#include "pipeline/store_documents.h"
#include "pipeline/write_exports.h"
#include "store/graph_store.h"
#include "store/read_view.h"

namespace quanhe {
namespace {

// Whether the folder can be written to, or be made: found out before hours of work, not after.
Result<void> check_writable(const std::filesystem::path& folder) {
  const auto is_there = [](const std::filesystem::path& path) {
    std::error_code code;
    return std::filesystem::exists(std::filesystem::symlink_status(path, code));
  };
  std::error_code code;
  std::filesystem::path nearest = std::filesystem::absolute(folder, code);
  while (!is_there(nearest) && nearest.has_relative_path()) nearest = nearest.parent_path();
  const std::string refusal = folder.string() + ": the graph cannot be written there: " + nearest.string();
  if (!std::filesystem::is_directory(nearest, code)) return Error{refusal + " is not a folder"};
  if (::access(nearest.c_str(), W_OK | X_OK) != 0) return Error{refusal + ": " + std::strerror(errno)};
  return {};
}

Result<FolderLock> lock_output(const std::filesystem::path& folder) {
  if (const Result<void> writable = check_writable(folder); !writable) return writable.error();
  std::error_code code;
  std::filesystem::create_directories(folder, code);
  if (code) return Error{folder.string() + ": cannot create: " + code.message()};
  return FolderLock::take(folder);
}

Result<void> write_files(GraphStore& store, const BuildOptions& options, const BuildEvents& events,
                         BuildReport& report) {
  PreparedExports exports;
  std::optional<View> view;
  if (options.exports) {
    Result<View> read = read_view(store.readable_path());
    if (!read) return read.error();
    view = std::move(read).value();
    report.figures = count_figures(Graph(*view));
    Result<PreparedExports> prepared =
        prepare_exports(*view, store.readable_path(), options.output, options.program_version);
    if (!prepared) return prepared.error();
    exports = std::move(prepared).value();
  }
  // All files are complete beside their names before the first takes its name.
  if (const Result<void> published = store.publish(); !published) return published;
  report.written.push_back(options.output / "graph.db");
  for (PendingFile& file : exports.files) {
    if (const Result<void> committed = file.commit(); !committed) return committed;
    report.written.push_back(file.final_path());
  }
  report.notes.insert(report.notes.end(), exports.notes.begin(), exports.notes.end());
  if (!view) return {};
  events.stage("drawing the graph");
  DrawnPictures pictures = draw_pictures(*view, options.output);
  report.written.insert(report.written.end(), pictures.written.begin(), pictures.written.end());
  report.notes.insert(report.notes.end(), pictures.notes.begin(), pictures.notes.end());
  return {};
}

}  // namespace

Result<BuildReport> build_graph(InputReader& inputs, const RuleSet& rules, const BuildOptions& options,
                                const BuildEvents& events) {
  BuildReport report;
  std::error_code code;
  const bool was_there = std::filesystem::exists(options.output, code);
  const Result<FolderLock> lock = lock_output(options.output);
  if (!lock) return lock.error();
  const Result<Ledgers> ledgers = read_ledgers(options.output);
  if (!ledgers) return ledgers.error();
  const StoreSetup setup{rules.ontology, rules.info, options.program_version, join(inputs.origins(), "\n")};
  Result<GraphStore> store = GraphStore::open(options.output / "graph.db", setup);
  if (!store) return store.error();

  // The state holds every document that could be read, as it is now.
  if (const Result<void> stored = store_documents(inputs, rules, options, events, store.value(), report); !stored) {
    return stored.error();
  }
  const ExtractReport& documents = report.documents;
  if (documents.done + documents.skipped + report.removed == 0) {
    store.value().discard();
    if (!was_there) std::filesystem::remove(options.output, code);
    return report;
  }

  // The view is that of the state and the ledgers.
  events.stage("uniting the facts");
  store.value().replay(ledgers.value());
  if (const Result<void> finished = store.value().finish(); !finished) return finished.error();

  // The graph is on disk in every format, and whoever opens the folder can look at it.
  events.stage("writing the graph");
  if (const Result<void> written = write_files(store.value(), options, events, report); !written) {
    return written.error();
  }
  return report;
}

}  // namespace quanhe
