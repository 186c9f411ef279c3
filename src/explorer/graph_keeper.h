#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "base/result.h"
#include "explorer/loaded_graph.h"
#include "store/stored_graph.h"

namespace quanhe {

// Keeps what is served of a graph.db as new as the file. A thread of its own looks twice a second whether the file was
// changed or replaced, and loads it again, for at most a tenth of the time. Meanwhile the earlier state is served: its
// order and its paths; what is read of the file itself is always of now. Any number of threads may use it.
class GraphKeeper {
 public:
  // The Error says why the file cannot be served.
  static Result<std::unique_ptr<GraphKeeper>> open(const std::filesystem::path& path);

  ~GraphKeeper();
  GraphKeeper(const GraphKeeper&) = delete;
  GraphKeeper& operator=(const GraphKeeper&) = delete;

  std::shared_ptr<const LoadedGraph> loaded() const;

  // The file, open for reading in its newest state.
  struct Reader {
    std::unique_ptr<StoredGraph> graph;
    std::uint64_t file = 0;  // its identity when it was opened
  };
  // Whoever is done gives it back, unless it has failed. What is given back holds no lock, and is closed after two
  // seconds in which nobody took it, so that a build finds the file unused.
  Result<Reader> take();
  void give_back(Reader reader);

 private:
  using Clock = std::chrono::steady_clock;
  // What tells that a file is not the one it was: its identity, time and size, and those of SQLite's log.
  struct Mark {
    std::vector<std::uint64_t> numbers;

    friend bool operator==(const Mark&, const Mark&) = default;
  };
  struct Idle {
    Reader reader;
    Clock::time_point since;
  };

  GraphKeeper(std::filesystem::path path, std::shared_ptr<const LoadedGraph> loaded, Mark mark);

  static Mark mark_of(const std::filesystem::path& path);
  static std::uint64_t identity_of(const std::filesystem::path& path);
  void keep_up();
  void reload_if_changed();
  void close_unused();

  const std::filesystem::path path_;
  mutable std::mutex mutex_;
  std::condition_variable stopping_;
  bool is_stopping_ = false;
  std::shared_ptr<const LoadedGraph> loaded_;
  std::vector<Idle> idle_;
  // These two are of the thread alone.
  Mark mark_;
  Clock::time_point next_load_;
  std::thread thread_;
};

}  // namespace quanhe
