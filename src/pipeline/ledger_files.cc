#include "pipeline/ledger_files.h"

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/file.h"

namespace quanhe {
namespace {

constexpr std::uint64_t kLargestLedger = 256ULL << 20;
constexpr std::string_view kMerges = "merges.tsv";
constexpr std::string_view kJudgements = "judgements.tsv";

Result<std::string> bytes_of(const std::filesystem::path& path) {
  std::error_code code;
  if (!std::filesystem::exists(path, code)) return std::string();
  return read_file(path, kLargestLedger);
}

Result<void> append(const std::filesystem::path& path, std::string_view titles, const std::string& line) {
  Result<std::string> bytes = bytes_of(path);
  if (!bytes) return bytes.error();
  std::string& text = bytes.value();
  if (text.empty()) text = titles;
  if (text.back() != '\n') text += '\n';
  return write_file(path, text + line);
}

Error error_of(const Diagnostics& diagnostics) {
  std::string faults;
  for (const Diagnostic& fault : diagnostics.sorted()) {
    if (!faults.empty()) faults += '\n';
    faults += fault.place.path + ':' + std::to_string(fault.place.line) + ": " + fault.message;
  }
  return Error{faults};
}

}  // namespace

Result<std::vector<JudgementLine>> read_judgements(const std::filesystem::path& file) {
  const Result<std::string> bytes = read_file(file, kLargestLedger);
  if (!bytes) return bytes.error();
  Diagnostics diagnostics;
  std::vector<JudgementLine> lines = parse_judgements(bytes.value(), file.string(), diagnostics);
  if (diagnostics.has_errors()) return error_of(diagnostics);
  return lines;
}

Result<Ledgers> read_ledgers(const std::filesystem::path& folder) {
  const Result<std::string> merges = bytes_of(folder / kMerges);
  if (!merges) return merges.error();
  const Result<std::string> judgements = bytes_of(folder / kJudgements);
  if (!judgements) return judgements.error();
  Diagnostics diagnostics;
  Ledgers ledgers;
  ledgers.merges = parse_merges(merges.value(), (folder / kMerges).string(), diagnostics);
  ledgers.judgements = parse_judgements(judgements.value(), (folder / kJudgements).string(), diagnostics);
  if (diagnostics.has_errors()) return error_of(diagnostics);
  return ledgers;
}

Result<void> append_line(const std::filesystem::path& folder, const MergeLine& line) {
  return append(folder / kMerges, kMergesTitles, to_line(line));
}

Result<void> append_line(const std::filesystem::path& folder, const JudgementLine& line) {
  return append(folder / kJudgements, kJudgementsTitles, to_line(line));
}

}  // namespace quanhe
