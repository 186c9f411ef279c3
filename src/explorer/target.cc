#include "explorer/target.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"
#include "explorer/limits.h"

namespace quanhe {
namespace {

std::optional<char> hexadecimal_digit(char digit) {
  if ('0' <= digit && digit <= '9') return static_cast<char>(digit - '0');
  const char lower = static_cast<char>(digit | 0x20);
  if ('a' <= lower && lower <= 'f') return static_cast<char>(lower - 'a' + 10);
  return std::nullopt;
}

// As forms and URLSearchParams write it.
std::optional<std::string> decoded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+') {
      plain += ' ';
    } else if (text[i] != '%') {
      plain += text[i];
    } else {
      if (i + 2 >= text.size()) return std::nullopt;
      const auto high = hexadecimal_digit(text[i + 1]), low = hexadecimal_digit(text[i + 2]);
      if (!high || !low) return std::nullopt;
      plain += static_cast<char>(*high * 16 + *low);
      i += 2;
    }
  }
  return plain;
}

bool is_text(std::string_view text) {
  const auto is_control = [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; };
  return is_valid_utf8(text) && std::none_of(text.begin(), text.end(), is_control);
}

}  // namespace

Result<Target> parse_target(std::string_view text) {
  const auto is_graphic = [](char byte) { return 0x20 < byte && byte < 0x7F; };
  if (text.empty() || text.front() != '/' || !std::all_of(text.begin(), text.end(), is_graphic) ||
      text.find('#') != std::string_view::npos) {
    return Error{"the first line asks for no path"};
  }
  const std::size_t question = text.find('?');
  Target target{std::string(text.substr(0, question)), {}};
  if (question == std::string_view::npos) return target;
  for (const std::string_view piece : split(text.substr(question + 1), '&')) {
    if (piece.empty()) continue;
    const std::size_t equals = piece.find('=');
    const std::optional<std::string> name = decoded(piece.substr(0, equals));
    const std::optional<std::string> value =
        equals == std::string_view::npos ? std::string() : decoded(piece.substr(equals + 1));
    if (!name || !value || !is_text(*name) || !is_text(*value)) {
      return Error{"a parameter is not UTF-8 as addresses write it"};
    }
    if (!target.parameters.emplace(*name, *value).second) return Error{"'" + *name + "' is there twice"};
  }
  return target;
}

void Parameters::fail(std::string message) {
  if (!fault_) fault_ = Error{std::move(message)};
}

std::optional<std::string> Parameters::take(const std::string& name) {
  auto found = left_.extract(name);
  if (found.empty()) return std::nullopt;
  return std::move(found.mapped());
}

std::string Parameters::bounded(const std::string& name, std::size_t most_bytes) {
  std::string value = take(name).value_or("");
  if (value.size() <= most_bytes) return value;
  fail("'" + name + "' is longer than " + std::to_string(most_bytes) + " bytes");
  return "";
}

std::string Parameters::text(const std::string& name) { return bounded(name, kMostTextBytes); }

std::vector<std::string> Parameters::list(const std::string& name) {
  const std::string value = bounded(name, kMostListBytes);
  std::vector<std::string> pieces;
  for (const std::string_view piece : split(value, ' ')) {
    if (!piece.empty()) pieces.emplace_back(piece);
  }
  return pieces;
}

std::vector<std::string> Parameters::required_list(const std::string& name) {
  std::vector<std::string> pieces = list(name);
  if (pieces.empty()) fail("'" + name + "' is missing");
  return pieces;
}

std::string Parameters::required(const std::string& name) {
  std::string value = text(name);
  if (value.empty()) fail("'" + name + "' is missing");
  return value;
}

std::size_t Parameters::limit(std::size_t usual) {
  const std::optional<std::string> text = take("limit");
  if (!text) return usual;
  std::size_t limit = 0;
  const auto [end, code] = std::from_chars(text->data(), text->data() + text->size(), limit);
  if (code == std::errc() && end == text->data() + text->size() && 1 <= limit && limit <= kMostRows) return limit;
  fail("'limit' is no whole number from 1 to " + std::to_string(kMostRows));
  return usual;
}

Result<void> Parameters::checked() const {
  if (fault_) return *fault_;
  if (!left_.empty()) return Error{"there is no parameter '" + left_.begin()->first + "'"};
  return {};
}

}  // namespace quanhe
