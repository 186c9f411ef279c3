#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <set>
#include <thread>
#include <vector>

namespace {

constexpr std::size_t kLargest = 5000;  // beyond the largest size that is kept

struct Piece {
  unsigned char* bytes = nullptr;
  std::size_t size = 0;
  unsigned char mark = 0;
};

Piece make(std::size_t size, unsigned char mark) {
  Piece piece{static_cast<unsigned char*>(::operator new(size)), size, mark};
  std::memset(piece.bytes, mark, size);
  return piece;
}

bool holds_its_mark(const Piece& piece) {
  for (std::size_t i = 0; i < piece.size; ++i) {
    if (piece.bytes[i] != piece.mark) return false;
  }
  return true;
}

TEST(SmallBlocks, HoldTheirBytesWhoeverGivesThemBack) {
  std::uint32_t state = 1;
  const auto next = [&state] { return state = state * 1664525 + 1013904223; };
  std::vector<Piece> pieces;
  for (int i = 0; i < 200000; ++i) {
    if (pieces.empty() || next() % 5 < 3) {
      pieces.push_back(make((next() >> 8) % kLargest, static_cast<unsigned char>(next() >> 8)));
      continue;
    }
    const std::size_t chosen = (next() >> 8) % pieces.size();
    ASSERT_TRUE(holds_its_mark(pieces[chosen]));
    if (i % 3 == 0) {
      ::operator delete(pieces[chosen].bytes);
    } else {
      ::operator delete(pieces[chosen].bytes, pieces[chosen].size);
    }
    pieces[chosen] = pieces.back();
    pieces.pop_back();
    if (pieces.size() > 2000) {
      for (const Piece& piece : pieces) ::operator delete(piece.bytes, piece.size);
      pieces.clear();
    }
  }
  for (const Piece& piece : pieces) {
    EXPECT_TRUE(holds_its_mark(piece));
    ::operator delete(piece.bytes, piece.size);
  }
}

TEST(SmallBlocks, AreTakenAgain) {
  void* first = ::operator new(41);
  ::operator delete(first, 41);
  void* second = ::operator new(56);  // which takes as much
  EXPECT_EQ(first, second);
  ::operator delete(second, 56);
}

TEST(SmallBlocks, AreAlignedAndApart) {
  std::vector<void*> blocks;
  for (std::size_t size = 0; size <= 64; ++size) blocks.push_back(::operator new(size));
  EXPECT_EQ(std::set<void*>(blocks.begin(), blocks.end()).size(), blocks.size());
  for (std::size_t size = 0; size < blocks.size(); ++size) {
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(blocks[size]) % __STDCPP_DEFAULT_NEW_ALIGNMENT__, 0u);
    ::operator delete(blocks[size], size);
  }
}

TEST(SmallBlocks, MayBeGivenBackByAnotherThread) {
  std::vector<Piece> pieces;
  std::thread([&] {
    for (int i = 0; i < 10000; ++i) pieces.push_back(make(static_cast<std::size_t>(i % 300), static_cast<unsigned char>(i)));
  }).join();
  for (const Piece& piece : pieces) {
    ASSERT_TRUE(holds_its_mark(piece));
    ::operator delete(piece.bytes, piece.size);
  }
}

TEST(SmallBlocks, RefuseWhatIsTooMuch) {
  volatile std::size_t too_much = SIZE_MAX / 2;
  EXPECT_THROW(static_cast<void>(::operator new(too_much)), std::bad_alloc);
}

}  // namespace
