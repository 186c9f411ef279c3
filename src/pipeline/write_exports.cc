#include "pipeline/write_exports.h"

#include <optional>
#include <utility>

#include "export/dot.h"
#include "export/formats.h"
#include "export/picture.h"
#include "pipeline/page_file.h"

namespace quanhe {
namespace {

// A file whose content `write` puts into a sink.
template <typename Write>
Result<PendingFile> prepare(const std::filesystem::path& path, Write write) {
  Result<PendingFile> file = PendingFile::create(path);
  if (!file) return file;
  ByteSink sink(file.value());
  if (const Result<void> written = write(sink); !written) return written.error();
  return file;
}

void remove_old(const std::filesystem::path& picture) {
  std::error_code ignored;
  std::filesystem::remove(picture, ignored);
}

}  // namespace

Result<PreparedExports> prepare_exports(const View& view, const std::filesystem::path& graph,
                                        const std::filesystem::path& folder, const std::string& program_version) {
  const ExportOptions options{program_version};
  PreparedExports exports;
  const auto write_html_page = [&](ByteSink& sink) -> Result<void> {
    Result<StoredGraph> stored = StoredGraph::open(graph);
    if (!stored) return stored.error();
    const Result<std::string> note = write_page(view, whole_figures(view), options, stored.value(), sink);
    if (!note) return note.error();
    if (!note.value().empty()) exports.notes.push_back((folder / "graph.html").string() + ": " + note.value());
    return {};
  };
  Result<PendingFile> page = prepare(folder / "graph.html", write_html_page);
  if (!page) return page.error();
  exports.files.push_back(std::move(page).value());
  for (const ExportFormat format :
       {ExportFormat::kGraphml, ExportFormat::kGexf, ExportFormat::kJsonLd, ExportFormat::kDot}) {
    Result<PendingFile> file = prepare(folder / ("graph." + std::string(to_string(format))),
                                       [&](ByteSink& sink) { return write_text(format, view, options, sink); });
    if (!file) return file.error();
    exports.files.push_back(std::move(file).value());
  }
  return exports;
}

DrawnPictures draw_pictures(const View& view, const std::filesystem::path& folder) {
  DrawnPictures drawn;
  std::optional<std::string> reason = reason_against_picture(view);
  const Result<std::filesystem::path> renderer = find_renderer();
  if (!reason && !renderer) reason = "no picture: " + renderer.error().message;
  if (reason) drawn.notes.push_back(*reason);
  for (const PictureFormat format : {PictureFormat::kSvg, PictureFormat::kPng}) {
    const std::filesystem::path picture = folder / ("graph." + std::string(to_string(format)));
    const Result<void> rendered =
        reason ? Error{*reason} : render_picture(folder / "graph.dot", picture, format, renderer.value());
    if (rendered) {
      drawn.written.push_back(picture);
    } else {
      if (!reason) drawn.notes.push_back("no picture: " + rendered.error().message);
      remove_old(picture);
    }
  }
  return drawn;
}

}  // namespace quanhe
