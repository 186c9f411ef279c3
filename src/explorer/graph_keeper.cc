#include "explorer/graph_keeper.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace quanhe {
namespace {

constexpr std::chrono::milliseconds kBetweenLooks{500};
constexpr std::chrono::seconds kUnused{2};
// So many times as long as loading took, nothing is loaded again.
constexpr int kRest = 9;
constexpr int kPagesKibibytes = 32 * 1024;

}  // namespace

Result<std::unique_ptr<GraphKeeper>> GraphKeeper::open(const std::filesystem::path& path) {
  Mark mark = mark_of(path);
  Result<std::shared_ptr<const LoadedGraph>> loaded = LoadedGraph::load(path);
  if (!loaded) return loaded.error();
  return std::unique_ptr<GraphKeeper>(new GraphKeeper(path, std::move(loaded).value(), std::move(mark)));
}

GraphKeeper::GraphKeeper(std::filesystem::path path, std::shared_ptr<const LoadedGraph> loaded, Mark mark)
    : path_(std::move(path)), loaded_(std::move(loaded)), mark_(std::move(mark)), thread_([this] { keep_up(); }) {}

GraphKeeper::~GraphKeeper() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  stopping_.notify_all();
  thread_.join();
}

std::shared_ptr<const LoadedGraph> GraphKeeper::loaded() const {
  const std::lock_guard lock(mutex_);
  return loaded_;
}

Result<GraphKeeper::Reader> GraphKeeper::take() {
  const std::uint64_t file = identity_of(path_);
  while (true) {
    Reader reader;
    {
      const std::lock_guard lock(mutex_);
      if (idle_.empty()) break;
      reader = std::move(idle_.back().reader);
      idle_.pop_back();
    }
    if (reader.file != file) continue;
    const Result<bool> is_same = reader.graph->take_up();
    if (is_same && is_same.value()) return reader;
  }
  Result<StoredGraph> opened = StoredGraph::open(path_);
  if (!opened) return opened.error();
  opened.value().database().keep_pages(kPagesKibibytes);
  return Reader{std::make_unique<StoredGraph>(std::move(opened).value()), file};
}

void GraphKeeper::give_back(Reader reader) {
  reader.graph->let_go();
  const std::lock_guard lock(mutex_);
  idle_.push_back({std::move(reader), Clock::now()});
}

GraphKeeper::Mark GraphKeeper::mark_of(const std::filesystem::path& path) {
  Mark mark;
  for (const char* suffix : {"", "-wal"}) {
    struct stat state = {};
    const bool is_there = ::stat((path.string() + suffix).c_str(), &state) == 0;
    // A log without content comes and goes with those who read.
    if (!is_there || state.st_size == 0) state = {};
    for (const auto number :
         {static_cast<std::uint64_t>(state.st_dev), static_cast<std::uint64_t>(state.st_ino),
          static_cast<std::uint64_t>(state.st_size), static_cast<std::uint64_t>(state.st_mtim.tv_sec),
          static_cast<std::uint64_t>(state.st_mtim.tv_nsec)}) {
      mark.numbers.push_back(number);
    }
  }
  return mark;
}

std::uint64_t GraphKeeper::identity_of(const std::filesystem::path& path) {
  struct stat state = {};
  if (::stat(path.c_str(), &state) != 0) return 0;
  return static_cast<std::uint64_t>(state.st_dev) * 0x9E3779B97F4A7C15ULL + static_cast<std::uint64_t>(state.st_ino);
}

void GraphKeeper::keep_up() {
  std::unique_lock lock(mutex_);
  while (!stopping_.wait_for(lock, kBetweenLooks, [&] { return is_stopping_; })) {
    lock.unlock();
    close_unused();
    reload_if_changed();
    lock.lock();
  }
}

void GraphKeeper::close_unused() {
  std::vector<Idle> unused;  // closed without the lock
  const std::lock_guard lock(mutex_);
  const auto is_used = [](const Idle& idle) { return Clock::now() - idle.since < kUnused; };
  const auto first = std::stable_partition(idle_.begin(), idle_.end(), is_used);
  unused.assign(std::make_move_iterator(first), std::make_move_iterator(idle_.end()));
  idle_.erase(first, idle_.end());
}

void GraphKeeper::reload_if_changed() {
  const Clock::time_point start = Clock::now();
  if (start < next_load_) return;
  Mark mark = mark_of(path_);
  if (mark == mark_) return;
  Result<std::shared_ptr<const LoadedGraph>> loaded = LoadedGraph::load(path_);
  next_load_ = Clock::now() + kRest * (Clock::now() - start);
  // A file that is not there or is half written is looked at again.
  if (!loaded) return;
  mark_ = std::move(mark);
  const std::lock_guard lock(mutex_);
  loaded_ = std::move(loaded).value();
}

}  // namespace quanhe
