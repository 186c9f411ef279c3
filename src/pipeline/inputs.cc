#include "pipeline/inputs.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/file.h"
#include "base/strings.h"
#include "facts/date.h"
#include "json/json_value.h"

namespace quanhe {
namespace {

// JSON may write a sign as six bytes; a line beyond this cannot be a document within the limit.
constexpr std::size_t kLongestLine = 6 * kMaximumDocumentBytes + (1U << 16);

const std::vector<std::string> kExtensions = {".txt", ".jsonl"};

// The member as text; a number is accepted where a text is expected, because ids often are numbers.
Result<std::string> text_member(const JsonValue& object, std::string_view name) {
  const JsonValue* value = object.find(name);
  if (value == nullptr || value->is_null()) return std::string();
  if (const std::string* text = value->as_string()) return *text;
  const double* number = value->as_number();
  const bool whole = number != nullptr && *number >= 0 && *number < 9e15 &&
                     *number == static_cast<double>(static_cast<std::uint64_t>(*number));
  if (whole) return std::to_string(static_cast<std::uint64_t>(*number));
  return Error{"\"" + std::string(name) + "\" is neither a text nor a whole number"};
}

Result<DocumentSource> parse_line(const std::string& line) {
  const Result<JsonValue> value = parse_json(line);
  if (!value) return value.error();
  if (value.value().as_object() == nullptr) return Error{"not a JSON object"};
  DocumentSource source;
  const std::vector<std::pair<std::string_view, std::string*>> members = {{"id", &source.id},
                                                                          {"text", &source.text},
                                                                          {"date", &source.date},
                                                                          {"url", &source.url},
                                                                          {"title", &source.title}};
  for (const auto& [name, target] : members) {
    Result<std::string> text = text_member(value.value(), name);
    if (!text) return text.error();
    *target = std::move(text).value();
  }
  if (source.id.empty()) return Error{"\"id\" is missing"};
  if (value.value().find("text") == nullptr) return Error{"\"text\" is missing"};
  if (!source.date.empty() && !parse_iso_date(source.date)) {
    return Error{"\"date\" is \"" + source.date + "\", expected ISO 8601: 2021, 2021-08 or 2021-08-15"};
  }
  return source;
}

// One line without its line break. False at the end, and when the stream fails; a line beyond the limit is read to its
// end and cut.
bool read_line(std::istream& stream, std::string& line, bool& too_long) {
  line.clear();
  too_long = false;
  errno = 0;
  std::array<char, 1 << 16> piece;
  for (bool line_goes_on = true; line_goes_on;) {
    stream.getline(piece.data(), piece.size());
    auto length = static_cast<std::size_t>(stream.gcount());
    // getline() fails when the piece is full before the line ends, and counts the line break it has taken.
    line_goes_on = stream.fail() && !stream.eof() && !stream.bad() && length + 1 == piece.size();
    if (line_goes_on) stream.clear();
    if (stream.fail()) return !line.empty() && !stream.bad();
    if (!line_goes_on && !stream.eof()) --length;
    too_long |= line.size() + length > kLongestLine;
    if (!too_long) line.append(piece.data(), length);
  }
  return true;
}

}  // namespace

InputReader::InputReader(const std::vector<std::string>& arguments, std::istream& stream) : stream_(stream) {
  for (const std::string& argument : arguments) add_argument(argument);
  std::stable_sort(files_.begin(), files_.end(),
                   [](const File& a, const File& b) { return a.path.native() < b.path.native(); });
}

std::string InputReader::origin_of(const std::string& argument) {
  if (argument == "-") return argument;
  std::error_code code;
  const std::filesystem::path path = std::filesystem::weakly_canonical(argument, code);
  return code ? argument : path.string();
}

void InputReader::add_argument(const std::string& argument) {
  origins_.push_back(origin_of(argument));
  if (argument == "-") {
    stream_wanted_ = true;
    return;
  }
  const std::filesystem::path path(argument);
  std::error_code code;
  const std::filesystem::file_status status = std::filesystem::status(path, code);
  if (status.type() == std::filesystem::file_type::not_found) {
    errors_.push_back({argument + ": there is no such file or folder"});
  } else if (code) {
    errors_.push_back({argument + ": cannot read: " + code.message()});
  } else if (std::filesystem::is_directory(status)) {
    add_folder(path);
  } else if (std::find(kExtensions.begin(), kExtensions.end(), path.extension().string()) == kExtensions.end()) {
    errors_.push_back({argument + ": unknown kind of file, expected .txt or .jsonl"});
  } else {
    add_file(path, path.parent_path());
  }
}

void InputReader::add_folder(const std::filesystem::path& folder) {
  FileList list = list_files(folder, kExtensions);
  if (list.files.empty() && list.errors.empty()) {
    list.errors.push_back({folder.string() + ": there is no .txt or .jsonl file in this folder"});
  }
  errors_.insert(errors_.end(), list.errors.begin(), list.errors.end());
  for (const std::filesystem::path& file : list.files) add_file(file, folder);
}

void InputReader::add_file(const std::filesystem::path& path, const std::filesystem::path& below) {
  std::filesystem::path id = below.empty() ? path : path.lexically_relative(below);
  files_.push_back({path, id.replace_extension().generic_string(), origins_.back()});
}

std::optional<Result<Input>> InputReader::next() {
  if (!errors_.empty()) {
    Error error = std::move(errors_.front());
    errors_.pop_front();
    return error;
  }
  for (;;) {
    if (lines_ != nullptr) {
      if (std::optional<Result<Input>> input = next_line()) return input;
    }
    if (next_file_ < files_.size()) {
      const File& file = files_[next_file_++];
      if (file.path.extension() != ".jsonl") return read_text(file);
      lines_file_ = std::make_unique<std::ifstream>(file.path, std::ios::binary);
      if (!*lines_file_) return Error{file.path.string() + ": cannot read: " + std::strerror(errno)};
      start_lines(*lines_file_, file.path.string(), file.origin);
    } else if (std::exchange(stream_wanted_, false)) {
      start_lines(stream_, "standard input", "-");
    } else {
      return std::nullopt;
    }
  }
}

Result<Input> InputReader::read_text(const File& file) const {
  Result<std::string> bytes = read_file(file.path, kMaximumDocumentBytes);
  if (!bytes) return bytes.error();
  Input input{file.path.string(), file.origin, {}};
  input.source.id = file.id;
  input.source.text = std::move(bytes).value();
  return input;
}

void InputReader::start_lines(std::istream& lines, std::string name, std::string origin) {
  lines_ = &lines;
  lines_name_ = std::move(name);
  lines_origin_ = std::move(origin);
  line_number_ = 0;
}

std::optional<Result<Input>> InputReader::next_line() {
  std::string line;
  bool too_long = false;
  while (read_line(*lines_, line, too_long)) {
    const std::string place = lines_name_ + ":" + std::to_string(++line_number_);
    if (too_long) return Error{place + ": larger than the limit of " + std::to_string(kLongestLine) + " bytes"};
    if (trim(line).empty()) continue;
    Result<DocumentSource> source = parse_line(line);
    if (!source) return Error{place + ": " + source.error().message};
    return Input{place, lines_origin_, std::move(source).value()};
  }
  if (!std::exchange(lines_, nullptr)->bad()) return std::nullopt;
  const std::string how_far = line_number_ == 0 ? "" : " beyond line " + std::to_string(line_number_);
  return Error{lines_name_ + ": cannot read" + how_far + ": " + std::strerror(errno)};
}

}  // namespace quanhe
