#pragma once

#include <string>
#include <string_view>

namespace quanhe {

// What a browser may do with an answer that is no page: nothing.
inline constexpr std::string_view kNoPage = "default-src 'none'; frame-ancestors 'none'";

// What a request is answered with.
struct Answer {
  unsigned status = 200;
  std::string_view content_type = "application/json";
  std::string body = {};
  std::string_view policy = kNoPage;  // Content-Security-Policy; of the program's life or of the Explorer's
};

// {"error":{"code":"...","message":"..."}}
Answer refusal(unsigned status, std::string_view code, std::string_view message);

inline Answer wrong_request(std::string_view message) { return refusal(400, "bad_request", message); }

}  // namespace quanhe
