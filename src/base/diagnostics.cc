#include "base/diagnostics.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace quanhe {
namespace {

auto sort_key(const Diagnostic& diagnostic) {
  return std::tie(diagnostic.place.path, diagnostic.place.line, diagnostic.place.column, diagnostic.message);
}

// Shown on each side of a fault, in bytes.
constexpr std::size_t kLineBytes = 160;

// Of a long line what stands around the place's column.
void keep_line(Diagnostic& diagnostic, std::string_view line) {
  const auto is_within_sign = [&](std::size_t byte) {
    return byte < line.size() && (static_cast<unsigned char>(line[byte]) & 0xC0) == 0x80;
  };
  const std::size_t column = std::min<std::size_t>(diagnostic.place.column, line.size());
  std::size_t begin = column > kLineBytes ? column - kLineBytes : 0;
  std::size_t end = std::min(line.size(), column + kLineBytes);
  while (is_within_sign(begin)) ++begin;
  while (is_within_sign(end)) ++end;
  diagnostic.cut = static_cast<std::uint32_t>(begin);
  diagnostic.source_line = line.substr(begin, end - begin);
  if (end < line.size()) diagnostic.source_line += "…";
}

// One caret below a byte column: a space for each code point before it, a tab for a tab.
std::string caret_line(const std::string& line, std::uint32_t column) {
  std::string caret;
  for (std::size_t i = 0; i + 1 < column && i < line.size(); ++i) {
    const auto byte = static_cast<unsigned char>(line[i]);
    if ((byte & 0xC0) == 0x80) continue;
    caret += byte == '\t' ? '\t' : ' ';
  }
  return caret + "^";
}

std::string to_text(const Diagnostic& diagnostic) {
  const Place& place = diagnostic.place;
  std::string text = place.path;
  if (place.line > 0) text += ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
  text += diagnostic.severity == Severity::kError ? ": error: " : ": warning: ";
  text += diagnostic.message + "\n";
  if (!diagnostic.source_line.empty()) {
    const std::string margin = diagnostic.cut > 0 ? "  …" : "  ";
    const std::string& line = diagnostic.source_line;
    text += margin + line + '\n' + std::string(diagnostic.cut > 0 ? 3 : 2, ' ');
    text += caret_line(line, place.column - diagnostic.cut) + '\n';
  }
  if (!diagnostic.help.empty()) text += "help: " + diagnostic.help + "\n";
  return text;
}

}  // namespace

void Diagnostics::add(Severity severity, Place place, std::string message, std::string help, std::string_view line) {
  ++counts_[static_cast<std::size_t>(severity)];
  if (diagnostics_.size() == kMost) return;
  diagnostics_.push_back({severity, std::move(place), std::move(message), std::move(help), "", 0});
  keep_line(diagnostics_.back(), line);
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> sorted = diagnostics_;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return sort_key(a) < sort_key(b); });
  return sorted;
}

std::string Diagnostics::to_text() const {
  std::string text;
  for (const Diagnostic& diagnostic : sorted()) text += quanhe::to_text(diagnostic);
  if (size() > diagnostics_.size()) text += "and " + std::to_string(size() - diagnostics_.size()) + " more\n";
  return text;
}

}  // namespace quanhe
