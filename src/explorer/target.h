#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace quanhe {

// What the first line of a request asks for: "/api/node?id=person%2Flan".
struct Target {
  std::string path;
  std::map<std::string, std::string> parameters;  // percent signs and "+" decoded
};

// The Error says what is wrong: no path, bytes that do not stand in one, a parameter that is there twice, a text that
// is not UTF-8 or has control characters.
Result<Target> parse_target(std::string_view text);

// The parameters of a question, each of which is asked for once. The first fault stays.
class Parameters {
 public:
  // `target` must outlive it.
  explicit Parameters(const Target& target) : left_(target.parameters) {}

  // At most kMostTextBytes. "" where it may be left out and is.
  std::string text(const std::string& name);
  std::string required(const std::string& name);
  // The pieces between blanks, of at most kMostListBytes together. Empty where it may be left out and is.
  std::vector<std::string> list(const std::string& name);
  std::vector<std::string> required_list(const std::string& name);
  // From 1 to kMostRows.
  std::size_t limit(std::size_t usual);

  // The first fault: a parameter that is missing, has no such value, or that nobody asked for.
  Result<void> checked() const;

 private:
  std::optional<std::string> take(const std::string& name);
  std::string bounded(const std::string& name, std::size_t most_bytes);
  void fail(std::string message);

  std::map<std::string, std::string> left_;
  std::optional<Error> fault_;
};

}  // namespace quanhe
