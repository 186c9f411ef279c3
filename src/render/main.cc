// quanhe-render svg|png|pdf DOT PICTURE
//
// Draws a DOT file that quanhe wrote. A program of its own because libgvc crashes, leaks and loads plug-ins:
// whatever it does ends with this process, which runs under hard limits. DOT must come from quanhe; it is not
// a service for files of strangers, although it reads no file that the DOT names.
//
// Exit codes: 0 drawn · 2 wrong use · 4 nothing drawn, with the reason on standard error.

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>

#include "base/file.h"
#include "render/drawing.h"
#include "render/limits.h"

namespace {

int fail(const std::string& message) {
  std::fprintf(stderr, "quanhe-render: error: %s\n", message.c_str());
  return 4;
}

// Straight to its name: quanhe names a file aside and renames it when all went well, so that a process which
// is killed here leaves nothing behind.
bool write(const std::string& path, const std::string& bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return false;
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  return std::fclose(file) == 0 && written;
}

int run(const std::string& format, const std::string& dot_path, const std::string& picture_path) {
  const quanhe::RenderLimits limits;
  quanhe::apply(limits);
  const auto dot = quanhe::read_file(dot_path, limits.input_bytes);
  if (!dot) return fail(dot.error().message);
  const auto picture = quanhe::draw(dot.value(), format, limits);
  if (!picture) return fail(picture.error().message);
  // Without the path: it is a temporary one, and quanhe names the one that was asked for.
  return write(picture_path, picture.value()) ? 0 : fail(std::string("cannot write: ") + std::strerror(errno));
}

}  // namespace

int main(int argc, char** argv) {
  const std::string format = argc == 4 ? argv[1] : "";
  if (format != "svg" && format != "png" && format != "pdf") {
    std::fprintf(stderr, "usage: quanhe-render svg|png|pdf DOT PICTURE\n");
    return 2;
  }
  int code = 4;
  try {
    code = run(format, argv[2], argv[3]);
  } catch (const std::exception& exception) {
    code = fail(std::string("not enough memory for this picture: ") + exception.what());
  }
  // Without the destructors of Graphviz's plug-ins, which are not ours to trust, and without a search for
  // the leaks that libgvc is known for.
  std::fflush(nullptr);
  ::_exit(code);
}
