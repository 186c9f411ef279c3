#include "base/diagnostics.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace quanhe {
namespace {

auto sort_key(const Diagnostic& diagnostic) {
  return std::tie(diagnostic.place.path, diagnostic.place.line, diagnostic.place.column, diagnostic.message);
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
    text += "  " + diagnostic.source_line + "\n  " + caret_line(diagnostic.source_line, place.column) + "\n";
  }
  if (!diagnostic.help.empty()) text += "help: " + diagnostic.help + "\n";
  return text;
}

}  // namespace

void Diagnostics::add(Diagnostic diagnostic) { diagnostics_.push_back(std::move(diagnostic)); }

void Diagnostics::error(Place place, std::string message, std::string help, std::string source_line) {
  add({Severity::kError, std::move(place), std::move(message), std::move(help), std::move(source_line)});
}

bool Diagnostics::has_errors() const {
  return std::any_of(diagnostics_.begin(), diagnostics_.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::kError; });
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
  return text;
}

}  // namespace quanhe
