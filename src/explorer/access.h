#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace quanhe {

// 128 bits of the system's randomness, in hexadecimal.
std::string make_token();

// What keeps other programs and other pages out.
class Gate {
 public:
  Gate(std::string token, std::uint16_t port);

  const std::string& token() const { return token_; }

  // Whether the request was meant for this server: a page of another name that was made to lead here (DNS rebinding)
  // says that name.
  bool is_host(std::string_view host) const;
  // Whether a page of this server asks; `origin` as the header of this name has it.
  bool is_origin(std::string_view origin) const;
  // Whether the header "Authorization" has the token. Takes as long for every token of the right length.
  bool has_token(std::string_view authorization) const;

 private:
  std::string token_;
  std::string port_;
};

}  // namespace quanhe
