#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace quanhe {

// The signs within the numbers of a language: 3.892.000,5 has ',' and '.'.
struct NumberSigns {
  char decimal = '.';
  char group = ',';  // '\0': numbers have no groups
};

// As the files of a pack write numbers.
inline constexpr NumberSigns kPlainNumbers{'.', '\0'};

// A decimal number, exact and of bounded length. A value: copy it freely.
class Decimal {
 public:
  static constexpr std::size_t kMostDigits = 30;

  // Nothing unless the whole of `text` is a number: digits with at most one decimal sign between them, before it
  // either no group sign or groups of three, the first of one to three digits and not beginning with 0; before all a
  // minus if wanted, '-' or U+2212. Nothing either for more than kMostDigits digits. Cost: O(kMostDigits).
  static std::optional<Decimal> parse(std::string_view text, const NumberSigns& signs);

  // Nothing when the product would be written with more than kMostDigits digits; it is never rounded.
  std::optional<Decimal> times(const Decimal& other) const;

  // "-3892000000", "0.05": no zeros before the whole part or after the fraction, no group signs, '.' if there is a
  // fraction.
  std::string text() const;

 private:
  Decimal(std::string digits, std::size_t places, bool negative);

  std::string digits_;  // '0' to '9', the first is not '0'; "" is zero
  std::size_t places_ =
      0;  // how many of the digits are of the fraction, perhaps more than there are; the last is not '0'
  bool negative_ = false;
};

}  // namespace quanhe
