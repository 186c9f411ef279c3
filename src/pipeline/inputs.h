#pragma once

#include <deque>
#include <filesystem>
#include <fstream>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "text/document.h"

namespace quanhe {

// A document to be read, and where it comes from, for messages: "news/a.txt", "day.jsonl:12".
struct Input {
  std::string place;
  std::string origin;  // what the user named it by: the absolute path of the file or folder, or "-"
  DocumentSource source;
};

// Gives the documents of what the user named, one after another: .txt and .jsonl files, folders with such files
// at any depth, and "-" for JSON lines from a stream. Files come in the order of the bytes of their paths,
// whatever the order in which they were named, the stream last; lines of JSON keep their order. The id of a text
// file is its path below the named folder without its extension, or its stem when it was named itself.
// Holds one document at a time.
class InputReader {
 public:
  // `stream` is read for "-" and outlives the reader.
  InputReader(const std::vector<std::string>& arguments, std::istream& stream);

  // The next document, or an Error that names the file (and line) or the folder that was refused: what cannot be
  // read, what is no document, and a folder that holds none. Nothing at the end.
  std::optional<Result<Input>> next();

  // The origins of all arguments, in their order.
  const std::vector<std::string>& origins() const { return origins_; }

 private:
  struct File {
    std::filesystem::path path;
    std::string id;
    std::string origin;
  };

  void add_argument(const std::string& argument);
  void add_folder(const std::filesystem::path& folder);
  void add_file(const std::filesystem::path& path, const std::filesystem::path& below);
  static std::string origin_of(const std::string& argument);
  Result<Input> read_text(const File& file) const;
  void start_lines(std::istream& lines, std::string name, std::string origin);
  std::optional<Result<Input>> next_line();

  std::vector<std::string> origins_;
  std::vector<File> files_;  // sorted
  std::size_t next_file_ = 0;
  std::deque<Error> errors_;  // of arguments, given first
  std::unique_ptr<std::ifstream> lines_file_;
  std::istream* lines_ = nullptr;  // the JSON lines that are being read, or nullptr
  std::string lines_name_;
  std::string lines_origin_;
  std::size_t line_number_ = 0;
  std::istream& stream_;
  bool stream_wanted_ = false;
};

}  // namespace quanhe
