#include "explorer/access.h"

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <utility>

#include "base/check.h"
#include "base/strings.h"

namespace quanhe {
namespace {

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return lower;
}

}  // namespace

std::string make_token() {
  std::array<unsigned char, 16> bytes = {};
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = ::getrandom(bytes.data() + filled, bytes.size() - filled, 0);
    QUANHE_CHECK(got > 0 || errno == EINTR);
    if (got > 0) filled += static_cast<std::size_t>(got);
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string token;
  for (const unsigned char byte : bytes) {
    token += kDigits[byte >> 4];
    token += kDigits[byte & 15];
  }
  return token;
}

Gate::Gate(std::string token, std::uint16_t port) : token_(std::move(token)), port_(std::to_string(port)) {}

bool Gate::is_host(std::string_view host) const {
  const std::string name = in_lower_case(host);
  for (const std::string ours : {"127.0.0.1", "localhost"}) {
    if (name == ours + ':' + port_ || (port_ == "80" && name == ours)) return true;
  }
  return false;
}

bool Gate::is_origin(std::string_view origin) const {
  constexpr std::string_view kScheme = "http://";
  return origin.substr(0, kScheme.size()) == kScheme && is_host(origin.substr(kScheme.size()));
}

bool Gate::has_token(std::string_view authorization) const {
  constexpr std::string_view kScheme = "bearer ";
  if (in_lower_case(authorization.substr(0, kScheme.size())) != kScheme) return false;
  const std::string_view given = trim(authorization.substr(kScheme.size()));
  if (given.size() != token_.size()) return false;
  // Every byte is looked at, so that the time tells nothing of how many are right.
  volatile unsigned char difference = 0;
  for (std::size_t i = 0; i < token_.size(); ++i) {
    difference = static_cast<unsigned char>(difference | (static_cast<unsigned char>(given[i] ^ token_[i])));
  }
  return difference == 0;
}

}  // namespace quanhe
