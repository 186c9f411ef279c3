#pragma once

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace quanhe {

// Where items wait, from being read until all before them were taken: as many places as may be held at a time.
template <typename Item>
class OrderedItems {
 public:
  explicit OrderedItems(std::size_t places) : done_(places) {}

  // The next item and its number; nullptr at the end. Waits for a free place. One thread at a time calls `read`.
  template <typename Read>
  std::pair<std::shared_ptr<Item>, std::size_t> next(const Read& read) {
    const std::lock_guard reading(reading_);
    {
      std::unique_lock lock(mutex_);
      place_is_free_.wait(lock, [this] { return read_ - taken_ < done_.size(); });
    }
    std::shared_ptr<Item> item = ended_ ? nullptr : read();
    ended_ = item == nullptr;
    return {std::move(item), ended_ ? read_ : read_++};
  }

  // Notes that an item is done, and hands on what may go now, unless another thread is at that. One thread at a time
  // calls `take`, without keeping others from working.
  template <typename Take>
  void finish(std::shared_ptr<Item> item, std::size_t number, const Take& take) {
    std::unique_lock lock(mutex_);
    done_[number % done_.size()] = std::move(item);
    if (std::exchange(taking_, true)) return;
    while (std::shared_ptr<Item> first = std::move(done_[taken_ % done_.size()])) {
      lock.unlock();
      take(*first);
      first.reset();
      lock.lock();
      ++taken_;
      place_is_free_.notify_one();
    }
    taking_ = false;
  }

 private:
  std::mutex reading_;
  std::size_t read_ = 0;  // both of whom is reading
  bool ended_ = false;

  std::mutex mutex_;
  std::condition_variable place_is_free_;
  std::size_t taken_ = 0;
  bool taking_ = false;
  std::vector<std::shared_ptr<Item>> done_;  // item n at n modulo the places
};

// Works on items side by side, on `threads` threads (at least 1) of which the caller's is one, and hands them on in the
// order in which they came. `read()` gives a std::shared_ptr to the next, nullptr at the end; `make_worker()` gives
// each thread what it works with, and `work(*item, worker)` does it; `take(*item)` is called for one after another.
// `read` and `take` may run at the same time. At most 2 × threads items are held.
template <typename Read, typename MakeWorker, typename Work, typename Take>
void work_in_order(unsigned threads, const Read& read, const MakeWorker& make_worker, const Work& work,
                   const Take& take) {
  using Item = typename decltype(read())::element_type;
  OrderedItems<Item> items(2 * std::size_t{threads});
  const auto run = [&] {
    auto worker = make_worker();
    for (;;) {
      auto [item, number] = items.next(read);
      if (item == nullptr) return;
      work(*item, worker);
      items.finish(std::move(item), number, take);
    }
  };
  std::vector<std::jthread> others;
  try {
    while (others.size() + 1 < threads) others.emplace_back(run);
  } catch (const std::system_error&) {
    // Where the system gives no more threads, those that are there do.
  }
  run();
}

}  // namespace quanhe
