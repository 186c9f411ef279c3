#include "pipeline/work_in_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <vector>

namespace quanhe {
namespace {

struct Number {
  int value = 0;
  int square = 0;
};

// What became of the numbers below `count` on so many threads.
struct Passage {
  Passage(unsigned threads, int count) {
    work_in_order(
        threads,
        [&]() -> std::shared_ptr<Number> {
          EXPECT_EQ(++readers, 1);
          const std::shared_ptr<Number> next = read < count ? std::make_shared<Number>(Number{read++}) : nullptr;
          if (next != nullptr) most_held = std::max(most_held, ++held);
          --readers;
          return next;
        },
        [&] { return ++workers; },
        [](Number& number, int&) {
          // The earlier of neighbours are the slower, so that they are overtaken.
          std::this_thread::sleep_for(std::chrono::microseconds(200 - 50 * (number.value % 4)));
          number.square = number.value * number.value;
        },
        [&](Number& number) {
          EXPECT_EQ(++takers, 1);
          squares.push_back(number.square);
          --held;
          --takers;
        });
  }

  int read = 0;
  std::vector<int> squares;
  std::atomic<int> readers = 0, takers = 0, workers = 0, held = 0;
  int most_held = 0;  // of the one who reads
};

std::vector<int> squares_below(int count) {
  std::vector<int> squares;
  for (int i = 0; i < count; ++i) squares.push_back(i * i);
  return squares;
}

TEST(WorkInOrder, HandsOnInTheOrderOfReadingOnAnyNumberOfThreads) {
  for (const unsigned threads : {1U, 2U, 3U, 8U}) {
    const Passage passage(threads, 500);
    EXPECT_EQ(passage.squares, squares_below(500)) << threads;
    EXPECT_EQ(passage.workers, static_cast<int>(threads));
    EXPECT_LE(passage.most_held, static_cast<int>(2 * threads));
  }
}

TEST(WorkInOrder, NeedsNoItemsForItsThreads) {
  for (const int count : {0, 1, 3}) EXPECT_EQ(Passage(8, count).squares, squares_below(count));
}

TEST(WorkInOrder, WorksInTheThreadOfTheCallerWhereItIsTheOnlyOne) {
  const std::thread::id caller = std::this_thread::get_id();
  int left = 3;
  work_in_order(
      1, [&] { return left-- > 0 ? std::make_shared<Number>() : nullptr; }, [] { return 0; },
      [&](Number&, int&) { EXPECT_EQ(std::this_thread::get_id(), caller); },
      [&](Number&) { EXPECT_EQ(std::this_thread::get_id(), caller); });
}

}  // namespace
}  // namespace quanhe
