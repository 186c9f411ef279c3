#pragma once

#include <string>

namespace quanhe {

// What the build says of itself; the one source that a new commit compiles again.
extern const std::string kProgramVersion;  // "0.1.0"
extern const std::string kCommit;          // twelve hexadecimal digits, or "unknown"
extern const std::string kDefaultRules;    // absolute path of the pack that is used where none is named

}  // namespace quanhe
