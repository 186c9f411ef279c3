#pragma once

#include <chrono>
#include <filesystem>
#include <string_view>

#include "base/result.h"

namespace quanhe {

enum class PictureFormat { kSvg, kPng, kPdf };

// "svg", "png", "pdf".
std::string_view to_string(PictureFormat format);

// Where quanhe-render stands: beside the running executable. An Error when it is not there.
Result<std::filesystem::path> find_renderer();

// Draws `dot_path`, a file that write_dot() made, into `out_path` by running `renderer` (see render/main.cc for
// its limits on time, memory, output and pixels) in a process of its own, so that whatever happens to Graphviz
// becomes an Error here: its own words, a crash, a limit, or no end after `patience`, when it is killed.
// `out_path` appears whole or not at all. Safe from several threads.
Result<void> render_picture(const std::filesystem::path& dot_path, const std::filesystem::path& out_path,
                            PictureFormat format, const std::filesystem::path& renderer,
                            std::chrono::milliseconds patience = std::chrono::seconds(120));

}  // namespace quanhe
