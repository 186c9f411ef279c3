#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quanhe {

// A place in a user's file. Line and column are one-based; the column counts bytes of the line. A line of 0
// means the file as a whole.
struct Place {
  std::string path;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

enum class Severity : std::uint8_t { kError, kWarning };

struct Diagnostic {
  Severity severity = Severity::kError;
  Place place;
  std::string message;      // lower case, no full stop: what came, what was expected
  std::string help;         // a likely remedy, or ""
  std::string source_line;  // the line at `place`, of a long one what stands around the column; or ""
  std::uint32_t cut = 0;    // bytes of the line before that
};

// All faults of a user's files. Printed sorted by path, line, column and message, so that the order in which
// they were found is not seen.
class Diagnostics {
 public:
  // `line` is that of the place. Cost: that of what is kept.
  void add(Severity severity, Place place, std::string message, std::string help, std::string_view line);
  void error(Place place, std::string message, std::string help = "", std::string_view line = "") {
    add(Severity::kError, std::move(place), std::move(message), std::move(help), line);
  }

  bool has_errors() const { return count(Severity::kError) > 0; }
  std::size_t count(Severity severity) const { return counts_[static_cast<std::size_t>(severity)]; }
  std::size_t size() const { return count(Severity::kError) + count(Severity::kWarning); }
  // Of those that are kept.
  std::vector<Diagnostic> sorted() const;

  // "path:line:column: error: message", the line, a caret and the help, for each, and how many were left out; ends with
  // a line break.
  std::string to_text() const;

 private:
  static constexpr std::size_t kMost = 10'000;

  std::vector<Diagnostic> diagnostics_;
  std::array<std::size_t, 2> counts_ = {};  // by severity
};

}  // namespace quanhe
