#include "pipeline/verify.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/hash.h"
#include "base/keyed_hash.h"
#include "store/documents.h"
#include "store/dump.h"

namespace quanhe {
namespace {

constexpr std::size_t kMostExamples = 20;

// A folder that goes with the object.
class TemporaryFolder {
 public:
  static Result<TemporaryFolder> make() {
    std::string pattern = (std::filesystem::temp_directory_path() / "quanhe-verify-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) return Error{pattern + ": cannot create: " + std::strerror(errno)};
    return TemporaryFolder(pattern);
  }
  TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  explicit TemporaryFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

// Calls take(line) for each line of the dump.
template <typename Take>
Result<void> for_each_line(const std::filesystem::path& graph, Take take) {
  std::string line;
  return dump_store(graph, [&](const std::string& piece) {
    std::size_t begin = 0;
    for (std::size_t end; (end = piece.find('\n', begin)) != std::string::npos; begin = end + 1) {
      take(line.append(piece, begin, end - begin));
      line.clear();
    }
    line.append(piece, begin);
  });
}

// How often each line stands in the dump, by its hash.
using Lines = KeyedMap<std::uint64_t, std::uint32_t>;

Result<Lines> lines_of(const std::filesystem::path& graph) {
  Lines lines;
  const Result<void> read = for_each_line(graph, [&](const std::string& line) { ++lines[stable_hash(line)]; });
  if (!read) return read.error();
  return lines;
}

// Counts the lines of the dump that `others` do not have.
Result<void> compare(const std::filesystem::path& graph, Lines others, char sign, std::uint64_t& count,
                     std::vector<std::string>& examples) {
  const std::size_t most = examples.size() + kMostExamples / 2;
  return for_each_line(graph, [&](const std::string& line) {
    std::uint32_t& left = others[stable_hash(line)];
    if (left > 0) {
      --left;
      return;
    }
    ++count;
    if (examples.size() < most) examples.push_back(std::string(1, sign) + ' ' + line);
  });
}

Result<void> copy_ledgers(const std::filesystem::path& from, const std::filesystem::path& to) {
  for (const char* name : {"merges.tsv", "judgements.tsv"}) {
    std::error_code code;
    if (!std::filesystem::exists(from / name, code)) continue;
    std::filesystem::copy_file(from / name, to / name, code);
    if (code) return Error{(from / name).string() + ": cannot read: " + code.message()};
  }
  return {};
}

}  // namespace

Result<VerifyReport> verify_graph(const std::filesystem::path& graph, InputReader& inputs, const RuleSet& rules,
                                  const BuildOptions& options, const BuildEvents& events) {
  Result<Lines> stored = lines_of(graph);
  if (!stored) return stored.error();
  const Result<TemporaryFolder> folder = TemporaryFolder::make();
  if (!folder) return folder.error();
  const std::filesystem::path beside = graph.has_parent_path() ? graph.parent_path() : ".";
  if (const Result<void> copied = copy_ledgers(beside, folder.value().path()); !copied) return copied.error();
  BuildOptions rebuild = options;
  rebuild.output = folder.value().path();
  rebuild.exports = false;
  const Result<BuildReport> built = build_graph(inputs, rules, rebuild, events);
  if (!built) return built.error();

  VerifyReport report;
  report.documents = built.value().documents;
  if (built.value().written.empty()) return report;
  const std::filesystem::path anew = folder.value().path() / "graph.db";
  Result<Lines> rebuilt = lines_of(anew);
  if (!rebuilt) return rebuilt.error();
  const Result<void> less =
      compare(graph, std::move(rebuilt).value(), '-', report.only_stored, report.examples);
  if (!less) return less.error();
  const Result<void> more =
      compare(anew, std::move(stored).value(), '+', report.only_rebuilt, report.examples);
  if (!more) return more.error();
  return report;
}

Result<std::vector<std::string>> origins_of(const std::filesystem::path& graph) {
  const Result<std::vector<StoredDocument>> documents = list_documents(graph);
  if (!documents) return documents.error();
  std::vector<std::string> origins;
  for (const StoredDocument& document : documents.value()) origins.push_back(document.origin);
  std::sort(origins.begin(), origins.end());
  origins.erase(std::unique(origins.begin(), origins.end()), origins.end());
  return origins;
}

}  // namespace quanhe
