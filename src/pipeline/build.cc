#include "pipeline/build.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/file.h"
#include "corpus/view.h"
#include "export/dot.h"
#include "export/graphml.h"
#include "export/json_ld.h"
#include "export/picture.h"
#include "graph/graph.h"
#include "store/store.h"

namespace quanhe {
namespace {

using Export = Result<void> (*)(const View&, const ExportOptions&, ByteSink&);

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

class OutputFolder {
 public:
  OutputFolder(const View& view, const BuildOptions& options, BuildReport& report)
      : view_(view), options_(options), report_(report) {}

  // All files are complete beside their names before the first takes its name, so a full disk leaves the folder
  // as it was.
  Result<void> write_files() {
    std::vector<PendingFile> pending;
    const auto stored = write_pending("graph.db", pending, [&](PendingFile& file) { return write_store_for(file); });
    if (!stored) return stored;
    const std::vector<std::pair<std::string, Export>> exports = {
        {"graph.graphml", write_graphml}, {"graph.jsonld", write_json_ld}, {"graph.dot", write_dot}};
    for (const auto& [name, write] : exports) {
      const auto written = write_pending(name, pending, [&, export_view = write](PendingFile& file) -> Result<void> {
        ByteSink sink(file);
        if (const Result<void> result = export_view(view_, {options_.program_version}, sink); !result) return result;
        return sink.finish();
      });
      if (!written) return written;
    }
    for (PendingFile& file : pending) {
      if (const Result<void> committed = file.commit(); !committed) return committed;
      report_.written.push_back(file.final_path());
    }
    return {};
  }

  void draw_pictures() {
    if (const std::optional<std::string> reason = reason_against_picture(view_)) {
      report_.notes.push_back(*reason);
      remove_old_pictures();
      return;
    }
    const Result<std::filesystem::path> renderer = find_renderer();
    if (!renderer) {
      report_.notes.push_back("no picture: " + renderer.error().message);
      remove_old_pictures();
      return;
    }
    for (const PictureFormat format : {PictureFormat::kSvg, PictureFormat::kPng}) {
      const std::filesystem::path picture = options_.output / ("graph." + std::string(to_string(format)));
      const Result<void> drawn = render_picture(options_.output / "graph.dot", picture, format, renderer.value());
      if (drawn) {
        report_.written.push_back(picture);
      } else {
        report_.notes.push_back("no picture: " + drawn.error().message);
        remove_old(picture);
      }
    }
  }

 private:
  template <typename Write>
  Result<void> write_pending(const std::string& name, std::vector<PendingFile>& pending, Write write) {
    Result<PendingFile> file = PendingFile::create(options_.output / name);
    if (!file) return file.error();
    if (const Result<void> written = write(file.value()); !written) return written;
    pending.push_back(std::move(file).value());
    return {};
  }

  // The store knows the temporary name only; its errors shall name the file that the user expects.
  Result<void> write_store_for(const PendingFile& file) const {
    const Result<void> stored = write_store(view_, file.temporary_path());
    if (stored) return stored;
    std::string message = stored.error().message;
    const std::string temporary = file.temporary_path().string();
    if (message.starts_with(temporary)) message.replace(0, temporary.size(), file.final_path().string());
    return Error{message};
  }

  // A picture of an earlier build would show another graph than the files beside it.
  void remove_old_pictures() const {
    remove_old(options_.output / "graph.svg");
    remove_old(options_.output / "graph.png");
  }
  static void remove_old(const std::filesystem::path& picture) {
    std::error_code ignored;
    std::filesystem::remove(picture, ignored);
  }

  const View& view_;
  const BuildOptions& options_;
  BuildReport& report_;
};

}  // namespace

Result<BuildReport> build_graph(InputReader& inputs, const RuleSet& rules, const BuildOptions& options,
                                const BuildEvents& events) {
  BuildReport report;
  if (const Result<void> writable = check_writable(options.output); !writable) return writable.error();

  // Every document that could be read has its facts.
  std::vector<DocumentFacts> facts;
  const ExtractSinks sinks{[&](DocumentFacts document) -> Result<void> {
                             facts.push_back(std::move(document));
                             events.documents_done(facts.size());
                             return {};
                           },
                           events.refusal};
  const Result<ExtractReport> extracted = extract_documents(inputs, rules, options.threads, sinks);
  if (!extracted) return extracted.error();
  report.documents = extracted.value();
  if (facts.empty()) return report;

  // The facts are one view, whatever the order in which the documents came, and the view is a graph.
  events.stage("uniting the facts");
  const View view = make_view(facts, rules.ontology, rules.info);
  report.figures = count_figures(Graph(view));

  // The graph is on disk in every format.
  events.stage("writing the graph");
  OutputFolder output(view, options, report);
  if (const Result<void> written = output.write_files(); !written) return written.error();

  // Whoever opens the folder can look at it.
  events.stage("drawing the graph");
  output.draw_pictures();
  return report;
}

}  // namespace quanhe
