#include "explorer/serve.h"

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <memory>
#include <utility>

#include "explorer/access.h"
#include "explorer/explorer.h"
#include "explorer/graph_keeper.h"
#include "explorer/http_server.h"
#include "explorer/limits.h"

namespace quanhe {

Result<void> serve(const ServeOptions& options, const std::function<void(const std::string& address)>& ready) {
  Result<std::unique_ptr<GraphKeeper>> keeper = GraphKeeper::open(options.graph);
  if (!keeper) return keeper.error();
  Result<std::unique_ptr<HttpServer>> server = HttpServer::listen(options.port, ServerLimits());
  if (!server) return server.error();
  const std::uint16_t port = server.value()->port();
  const std::string token = make_token();
  const Explorer explorer(*keeper.value(), Gate(token, port), options.program_version);
  ready("http://127.0.0.1:" + std::to_string(port) + "/#token=" + token);
  server.value()->run(explorer);
  return {};
}

Result<void> open_in_browser(const std::string& address) {
  std::string program = "xdg-open", word = address;
  char* const words[] = {program.data(), word.data(), nullptr};
  // What the browser prints is none of our output.
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  // Nobody waits for it, so that the system may forget it when it ends.
  std::signal(SIGCHLD, SIG_IGN);
  pid_t process = 0;
  const int code = ::posix_spawnp(&process, program.c_str(), &files, nullptr, words, environ);
  posix_spawn_file_actions_destroy(&files);
  if (code != 0) return Error{"cannot start xdg-open: " + std::string(std::strerror(code))};
  return {};
}

}  // namespace quanhe
