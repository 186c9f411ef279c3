#include "store/number_lists.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace quanhe {
namespace {

std::string packed(const std::vector<NumberList>& lists) {
  NumberPacker packer;
  for (const NumberList& list : lists) {
    if (&list != &lists.front()) packer.begin_next_list();
    for (const std::int64_t number : list) packer.number(number);
  }
  return packer.bytes();
}

TEST(NumberLists, AreReadAsTheyWereWritten) {
  const std::vector<NumberList> lists = {{1, -1, 0}, {62, 63, 64, -63, -64}, {}, {std::int64_t{1} << 40}};
  const Result<std::vector<NumberList>> read = unpack_numbers(packed(lists));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value(), lists);
  EXPECT_EQ(packed({{1, -1}, {0}}), std::string("\x03\x02\0\x01", 4));
  EXPECT_EQ(unpack_numbers("").value(), std::vector<NumberList>());
}

}  // namespace
}  // namespace quanhe
