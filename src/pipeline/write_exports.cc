#include "pipeline/write_exports.h"

#include <array>
#include <optional>
#include <utility>

#include "export/dot.h"
#include "export/graphml.h"
#include "export/json_ld.h"
#include "export/picture.h"

namespace quanhe {
namespace {

using Export = Result<void> (*)(const View&, const ExportOptions&, ByteSink&);

Result<PendingFile> prepare(const View& view, const std::filesystem::path& path, const ExportOptions& options,
                            Export write) {
  Result<PendingFile> file = PendingFile::create(path);
  if (!file) return file;
  ByteSink sink(file.value());
  if (const Result<void> written = write(view, options, sink); !written) return written.error();
  if (const Result<void> flushed = sink.finish(); !flushed) return flushed.error();
  return file;
}

void remove_old(const std::filesystem::path& picture) {
  std::error_code ignored;
  std::filesystem::remove(picture, ignored);
}

}  // namespace

Result<std::vector<PendingFile>> prepare_exports(const View& view, const std::filesystem::path& folder,
                                                 const std::string& program_version) {
  const std::array<std::pair<const char*, Export>, 3> exports = {
      {{"graph.graphml", write_graphml}, {"graph.jsonld", write_json_ld}, {"graph.dot", write_dot}}};
  std::vector<PendingFile> files;
  for (const auto& [name, write] : exports) {
    Result<PendingFile> file = prepare(view, folder / name, {program_version}, write);
    if (!file) return file.error();
    files.push_back(std::move(file).value());
  }
  return files;
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
