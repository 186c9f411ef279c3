#include "base/decimal.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace quanhe {
namespace {

constexpr std::string_view kMinusSign = "\u2212";
constexpr std::size_t kGroupLength = 3;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

bool take_minus(std::string_view& text) {
  for (const std::string_view minus : {std::string_view("-"), kMinusSign}) {
    if (!text.starts_with(minus)) continue;
    text.remove_prefix(minus.size());
    return true;
  }
  return false;
}

// The digits of "3.892.000", or "" when this is no whole number.
std::string whole_digits(std::string_view text, char group) {
  const std::size_t first_sign = group == '\0' ? std::string_view::npos : text.find(group);
  if (first_sign == std::string_view::npos) return all_digits(text) ? std::string(text) : "";
  if (first_sign == 0 || first_sign > kGroupLength || text.front() == '0') return "";
  std::string digits(text.substr(0, first_sign));
  for (std::size_t sign = first_sign; sign < text.size(); sign += 1 + kGroupLength) {
    const std::string_view of_group = text.substr(sign + 1, kGroupLength);
    if (text[sign] != group || of_group.size() != kGroupLength) return "";
    digits += of_group;
  }
  return all_digits(digits) ? digits : "";
}

}  // namespace

Decimal::Decimal(std::string digits, std::size_t places, bool negative)
    : digits_(std::move(digits)), places_(places), negative_(negative) {
  digits_.erase(0, std::min(digits_.find_first_not_of('0'), digits_.size()));
  for (; places_ > 0 && !digits_.empty() && digits_.back() == '0'; --places_) digits_.pop_back();
  if (!digits_.empty()) return;
  places_ = 0;
  negative_ = false;
}

std::optional<Decimal> Decimal::parse(std::string_view text, const NumberSigns& signs) {
  const bool negative = take_minus(text);
  constexpr std::size_t kLongest = 2 * kMostDigits;  // no more signs than digits
  if (text.size() > kLongest) return std::nullopt;
  const std::size_t sign = text.find(signs.decimal);
  std::string digits = whole_digits(text.substr(0, sign), signs.group);
  if (digits.empty()) return std::nullopt;
  std::size_t places = 0;
  if (sign != std::string_view::npos) {
    const std::string_view fraction = text.substr(sign + 1);
    if (!all_digits(fraction)) return std::nullopt;
    digits += fraction;
    places = fraction.size();
  }
  if (digits.size() > kMostDigits) return std::nullopt;
  return Decimal(std::move(digits), places, negative);
}

// As on paper. The digits of two numbers give at most 2 * kMostDigits, and each column a sum far below INT_MAX.
std::optional<Decimal> Decimal::times(const Decimal& other) const {
  std::vector<int> columns(digits_.size() + other.digits_.size(), 0);
  for (std::size_t i = 0; i < digits_.size(); ++i) {
    for (std::size_t j = 0; j < other.digits_.size(); ++j) {
      columns[i + j + 1] += (digits_[i] - '0') * (other.digits_[j] - '0');
    }
  }
  std::string digits(columns.size(), '0');
  int carry = 0;
  for (std::size_t i = columns.size(); i-- > 0;) {
    const int sum = columns[i] + carry;
    digits[i] = static_cast<char>('0' + sum % 10);
    carry = sum / 10;
  }
  Decimal product(std::move(digits), places_ + other.places_, negative_ != other.negative_);
  if (std::max(product.digits_.size(), product.places_) > kMostDigits) return std::nullopt;
  return product;
}

std::string Decimal::text() const {
  std::string text = digits_;
  if (text.size() <= places_) text.insert(0, places_ + 1 - text.size(), '0');
  if (places_ > 0) text.insert(text.size() - places_, 1, '.');
  return (negative_ ? "-" : "") + text;
}

}  // namespace quanhe
