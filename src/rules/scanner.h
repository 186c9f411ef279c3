#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "match/syntax.h"

namespace quanhe {

// Reads one line of a rule file sign by sign. A fault is thrown as PatternFault with its byte offset and is
// caught within this folder.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::uint32_t position() const { return position_; }
  bool at_end();                       // nothing but blanks is left
  bool take(std::string_view word);    // skips blanks, then takes exactly these bytes if they are next
  bool take_word(std::string_view word);  // as take, where no letter, digit or '_' follows
  bool take_glued(char sign);          // takes the sign if it is the very next byte
  void expect(std::string_view word);
  std::string name(std::string_view what);  // ASCII letters, digits, '_' and inner '-' before a letter or digit
  std::string quoted();                // between double quotes
  std::uint32_t number();
  char peek();                         // the next byte that is no blank, or '\0'
  std::string_view rest() const { return text_.substr(position_); }

  [[noreturn]] void fail(std::string message, std::string help = "") const;
  [[noreturn]] static void fail_at(std::uint32_t offset, std::string message, std::string help = "");

 private:
  void skip_blanks();

  std::string_view text_;
  std::uint32_t position_ = 0;
};

// "did you mean "x"?", or "" when nothing is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

}  // namespace quanhe
