#include "base/file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace quanhe {
namespace {

namespace fs = std::filesystem;

// A folder of its own for each test, gone after it.
class Files : public testing::Test {
 protected:
  Files() {
    std::string name = (fs::temp_directory_path() / "quanhe-files-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~Files() override { fs::remove_all(folder_); }

  void put(const std::string& name, const std::string& bytes = "x") const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }

  std::string bytes_of(const std::string& name) const {
    std::ifstream stream(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }

  // Every name in the folder, hidden ones included.
  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_)) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }

  fs::path folder_;
};

using Names = std::vector<std::string>;

TEST_F(Files, AreReadWhole) {
  const std::string bytes = std::string("a\0b\r\n", 5) + std::string(200'000, 'c');
  put("a.txt", bytes);
  EXPECT_EQ(read_file(folder_ / "a.txt", 1 << 20).value(), bytes);
  put("empty.txt", "");
  EXPECT_EQ(read_file(folder_ / "empty.txt", 0).value(), "");
}

TEST_F(Files, ThatAreLargerThanTheLimitAreRefused) {
  put("a.txt", "12345");
  EXPECT_EQ(read_file(folder_ / "a.txt", 5).value(), "12345");
  EXPECT_EQ(read_file(folder_ / "a.txt", 4).error().message,
            (folder_ / "a.txt").string() + ": larger than the limit of 4 bytes");
}

TEST_F(Files, ThatCannotBeReadAreNamedWithTheReason) {
  EXPECT_EQ(read_file(folder_ / "none.txt", 9).error().message,
            (folder_ / "none.txt").string() + ": cannot read: No such file or directory");
  EXPECT_EQ(read_file(folder_, 9).error().message, folder_.string() + ": cannot read: Is a directory");
}

TEST_F(Files, AreListedAtAnyDepthSortedByTheBytesOfTheirPaths) {
  for (const char* name : {"b.txt", "a/z.txt", "a.txt", "Z.txt", "a/b/c.md", "a.TXT", "a.txt.bak", "đ.txt"}) put(name);
  fs::create_directories(folder_ / "folder.txt");
  std::vector<std::string> listed;
  for (const fs::path& path : list_files(folder_, {".txt", ".md"}).files) {
    listed.push_back(path.lexically_relative(folder_).string());
  }
  EXPECT_EQ(listed, (Names{"Z.txt", "a.txt", "a/b/c.md", "a/z.txt", "b.txt", "đ.txt"}));
}

TEST_F(Files, ThatAreNoFilesAreNotListedButBrokenLinksAre) {
  put("real.txt");
  put("inner/deep.txt");
  fs::create_symlink(folder_ / "real.txt", folder_ / "link.txt");
  fs::create_symlink("loop.txt", folder_ / "loop.txt");
  fs::create_directory_symlink(folder_ / "inner", folder_ / "outer");
  fs::create_symlink("nowhere", folder_ / "broken.txt");
  ASSERT_EQ(::mkfifo((folder_ / "pipe.txt").c_str(), 0600), 0);
  std::vector<std::string> listed;
  for (const fs::path& path : list_files(folder_, {".txt"}).files) {
    listed.push_back(path.lexically_relative(folder_).string());
  }
  EXPECT_EQ(listed, (Names{"broken.txt", "inner/deep.txt", "link.txt", "loop.txt", "real.txt"}));
}

TEST_F(Files, AreListedBesideAFolderThatCannotBe) {
  const FileList list = list_files(folder_ / "none", {".txt"});
  EXPECT_TRUE(list.files.empty());
  ASSERT_EQ(list.errors.size(), 1u);
  EXPECT_EQ(list.errors[0].message, (folder_ / "none").string() + ": cannot list: No such file or directory");
}

TEST_F(Files, AreWrittenIntoFoldersThatAreMissing) {
  ASSERT_TRUE(write_file(folder_ / "a/b/c.txt", "xin chào"));
  EXPECT_EQ(bytes_of("a/b/c.txt"), "xin chào");
}

TEST_F(Files, ReplaceOldOnesAndGetTheRightsOfAnyNewFile) {
  put("a.txt", "old and longer");
  const mode_t mask = ::umask(027);
  ASSERT_TRUE(write_file(folder_ / "a.txt", "new"));
  ::umask(mask);
  EXPECT_EQ(bytes_of("a.txt"), "new");
  EXPECT_EQ(fs::status(folder_ / "a.txt").permissions(), static_cast<fs::perms>(0640));
}

TEST_F(Files, StayAsTheyWereUntilTheNewOneIsCommitted) {
  put("a.txt", "old");
  PendingFile pending = std::move(PendingFile::create(folder_ / "a.txt")).value();
  EXPECT_EQ(pending.temporary_path().parent_path(), folder_);
  EXPECT_EQ(pending.final_path(), folder_ / "a.txt");
  ASSERT_TRUE(pending.write("ne"));
  ASSERT_TRUE(pending.write("w"));
  EXPECT_EQ(bytes_of("a.txt"), "old");
  ASSERT_TRUE(pending.commit());
  EXPECT_EQ(bytes_of("a.txt"), "new");
  EXPECT_EQ(names(), Names{"a.txt"});
}

TEST_F(Files, ThatAreNotCommittedLeaveNothingBehind) {
  {
    PendingFile pending = std::move(PendingFile::create(folder_ / "a.txt")).value();
    ASSERT_TRUE(pending.write("half"));
    const PendingFile moved = std::move(pending);
    EXPECT_EQ(names().size(), 1u);
  }
  EXPECT_EQ(names(), Names{});
}

TEST_F(Files, ThatMoveAreRemovedOrCommittedOnce) {
  PendingFile first = std::move(PendingFile::create(folder_ / "a.txt")).value();
  {
    PendingFile second = std::move(first);
    ASSERT_TRUE(second.write("kept"));
    ASSERT_TRUE(second.commit());
  }
  EXPECT_EQ(names(), Names{"a.txt"});
}

TEST_F(Files, CannotBeWrittenBelowAFile) {
  put("file", "x");
  const Result<void> written = write_file(folder_ / "file/a.txt", "y");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().message, (folder_ / "file").string() + ": cannot create: Not a directory");
  EXPECT_EQ(bytes_of("file"), "x");
}

TEST_F(Files, CannotTakeThePlaceOfAFolder) {
  fs::create_directories(folder_ / "a.txt");
  EXPECT_EQ(write_file(folder_ / "a.txt", "y").error().message,
            (folder_ / "a.txt").string() + ": cannot write: Is a directory");
  EXPECT_EQ(names(), Names{"a.txt"});
}

TEST_F(Files, SayWhenTheirFolderIsGone) {
  PendingFile pending = std::move(PendingFile::create(folder_ / "inner/a.txt")).value();
  fs::remove_all(folder_ / "inner");
  ASSERT_TRUE(pending.write("x"));
  const Result<void> committed = pending.commit();
  ASSERT_FALSE(committed);
  EXPECT_EQ(committed.error().message,
            (folder_ / "inner/a.txt").string() + ": cannot write: No such file or directory");
}

TEST_F(Files, LeaveNothingWhenTheCommitFails) {
  {
    PendingFile pending = std::move(PendingFile::create(folder_ / "a.txt")).value();
    ASSERT_TRUE(pending.write("x"));
    put("a.txt/inside");
    EXPECT_FALSE(pending.commit());
  }
  EXPECT_EQ(names(), Names{"a.txt"});
}

}  // namespace
}  // namespace quanhe
