#pragma once

#include <cstdint>

namespace quanhe::oracle {

// Sanitizers slow these tests down tenfold and more: under one, and in a build without optimisation, there are
// fewer cases.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(NDEBUG)
inline constexpr std::uint32_t kScale = 10;
#else
inline constexpr std::uint32_t kScale = 1;
#endif

}  // namespace quanhe::oracle
