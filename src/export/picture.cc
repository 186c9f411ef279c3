#include "export/picture.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <thread>

#include "base/file.h"
#include "base/strings.h"

extern char** environ;

namespace quanhe {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kMostWords = 4096;  // of what the renderer says

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  int number() const { return number_; }

 private:
  int number_;
};

// The child's standard error goes into `errors`, its standard output nowhere. Signals that this process ignores
// end the child again, so that a limit it sets itself is seen to be the reason.
int spawn(const std::array<std::string, 4>& arguments, int errors, pid_t& child) {
  std::array<char*, 5> argv{};
  for (std::size_t i = 0; i < arguments.size(); ++i) argv[i] = const_cast<char*>(arguments[i].c_str());
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  ::sigset_t ignored;
  ::sigemptyset(&ignored);
  ::sigaddset(&ignored, SIGXFSZ);
  posix_spawnattr_setsigdefault(&attributes, &ignored);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  const int code = ::posix_spawn(&child, argv[0], &actions, &attributes, argv.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return code;
}

// What the child says until it closes the pipe or the time is over; more than kMostWords is dropped.
std::string listen(int pipe, Clock::time_point deadline) {
  std::string words;
  std::array<char, 1024> buffer;
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return words;
    struct ::pollfd poll {
      pipe, POLLIN, 0
    };
    const int ready = ::poll(&poll, 1, static_cast<int>(left));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return words;
    const ssize_t count = ::read(pipe, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return words;
    if (words.size() < kMostWords) words.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

// Waits for the child's end, and kills it when the time is over: true when it had to.
bool wait_or_kill(pid_t child, Clock::time_point deadline, int& status) {
  while (Clock::now() < deadline) {
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child || (ended < 0 && errno != EINTR)) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  ::kill(child, SIGKILL);
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return true;
}

std::string reason_of(int status) {
  if (WIFEXITED(status)) return "the renderer failed with exit code " + std::to_string(WEXITSTATUS(status));
  if (!WIFSIGNALED(status)) return "the renderer ended in an unknown way";
  switch (WTERMSIG(status)) {
    case SIGXCPU: return "the picture took more computing time than the renderer allows";
    case SIGXFSZ: return "the picture is larger than the renderer allows";
    case SIGKILL: return "the renderer was killed, perhaps by a limit on memory or time";
    default: return std::string("the renderer crashed: ") + ::strsignal(WTERMSIG(status));
  }
}

// What stands behind the name of the program and the word "error", on one line.
std::string own_words(const std::string& words) {
  constexpr std::string_view kPrefix = "quanhe-render: error: ";
  const auto at = words.find(kPrefix);
  return collapse_blanks(at == std::string::npos ? words : words.substr(at + kPrefix.size()));
}

}  // namespace

std::string_view to_string(PictureFormat format) {
  switch (format) {
    case PictureFormat::kSvg: return "svg";
    case PictureFormat::kPng: return "png";
    case PictureFormat::kPdf: break;
  }
  return "pdf";
}

Result<std::filesystem::path> find_renderer() {
  std::error_code code;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", code);
  if (code) return Error{"cannot find the running program: " + code.message()};
  const auto renderer = self.parent_path() / "quanhe-render";
  if (::access(renderer.c_str(), X_OK) == 0) return renderer;
  return Error{renderer.string() + ": cannot run: " + std::strerror(errno) +
               "; it is installed beside the program and draws the pictures"};
}

Result<void> render_picture(const std::filesystem::path& dot_path, const std::filesystem::path& out_path,
                            PictureFormat format, const std::filesystem::path& renderer,
                            std::chrono::milliseconds patience) {
  const Clock::time_point deadline = Clock::now() + patience;
  Result<PendingFile> pending = PendingFile::create(out_path);
  if (!pending) return pending.error();
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return Error{std::string("cannot make a pipe: ") + std::strerror(errno)};
  const Descriptor reading(ends[0]);
  Descriptor writing(ends[1]);

  pid_t child = 0;
  const int code = spawn(
      {renderer.string(), std::string(to_string(format)), dot_path.string(), pending.value().temporary_path().string()},
      writing.number(), child);
  if (code != 0) return Error{renderer.string() + ": cannot run: " + std::strerror(code)};
  writing.close();
  const std::string words = listen(reading.number(), deadline);
  int status = 0;
  if (wait_or_kill(child, deadline, status)) {
    return Error{out_path.string() + ": no picture after " + std::to_string(patience.count() / 1000) +
                 " seconds, the renderer was stopped"};
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return pending.value().commit();
  const std::string said = WIFEXITED(status) ? own_words(words) : "";
  return Error{out_path.string() + ": " + (said.empty() ? reason_of(status) : said)};
}

}  // namespace quanhe
