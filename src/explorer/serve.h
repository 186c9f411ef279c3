#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "base/result.h"

namespace quanhe {

struct ServeOptions {
  std::filesystem::path graph;
  std::uint16_t port = 0;  // 0: any that is free
  std::string program_version;
};

// Serves the page over a graph on this machine only, until SIGINT or SIGTERM comes. `ready` is called once when
// requests are about to be answered, with the address to open, which holds the token. The Error says why the file or
// the port cannot be had.
Result<void> serve(const ServeOptions& options, const std::function<void(const std::string& address)>& ready);

// Opens the address in the browser of the desktop (xdg-open), without a shell and without waiting for it. The Error
// says why that cannot be started.
Result<void> open_in_browser(const std::string& address);

}  // namespace quanhe
