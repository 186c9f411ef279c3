#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
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
  std::string source_line;  // the line at `place`, or ""
};

// All faults of a user's files. Printed sorted by path, line, column and message, so that the order in which
// they were found is not seen.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void error(Place place, std::string message, std::string help = "", std::string source_line = "");

  bool has_errors() const;
  std::size_t size() const { return diagnostics_.size(); }
  std::vector<Diagnostic> sorted() const;

  // "path:line:column: error: message", the line, a caret and the help, for each; ends with a line break.
  std::string to_text() const;

 private:
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace quanhe
