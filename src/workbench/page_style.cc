#include "workbench/page_style.h"

#include <array>
#include <bit>
#include <cstdint>

#include "workbench/explain.h"

namespace quanhe {
namespace {

constexpr std::string_view kStyle = R"(:root{color-scheme:light dark;--text:#1b1b1b;--page:#fdfdfc;--soft:#5c5c5c;--line:#d8d8d4;--good:#00613f;--bad:#a3222c}
@media(prefers-color-scheme:dark){:root{--text:#e6e6e3;--page:#191a1b;--soft:#a5a5a0;--line:#3b3c3e;--good:#6fd3a4;--bad:#ff8f8f}}
body{margin:0 auto;max-width:50rem;padding:1.5rem;background:var(--page);color:var(--text);font:1rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.3rem}h2{font-size:1.05rem;margin-top:2.5rem}small,dt{color:var(--soft)}
section{border-top:1px solid var(--line);padding:.8rem 0}
blockquote{margin:0;font-size:1.1rem}
h3{font-size:.95rem;margin:1rem 0 .2rem;font-weight:600}h3 small{font-weight:400}
dl{display:grid;grid-template-columns:8rem 1fr;gap:.1rem 1rem;margin:0 0 0 1rem}dd{margin:0}
.edge{margin:0 0 0 1rem;color:var(--good)}.bad{color:var(--bad)}
mark{background:none;color:inherit;border-bottom:3px solid;padding-bottom:1px}mark mark{border-bottom-width:2px}
mark>span{color:var(--text)}ul{padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:1rem}
)";

// SHA-256 after FIPS 180-4.
constexpr std::array<std::uint32_t, 64> kRoundConstants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

using State = std::array<std::uint32_t, 8>;

void add_block(const unsigned char* block, State& state) {
  std::array<std::uint32_t, 64> words{};
  for (std::size_t i = 0; i < 16; ++i) {
    words[i] = static_cast<std::uint32_t>(block[4 * i]) << 24 | static_cast<std::uint32_t>(block[4 * i + 1]) << 16 |
               static_cast<std::uint32_t>(block[4 * i + 2]) << 8 | block[4 * i + 3];
  }
  for (std::size_t i = 16; i < 64; ++i) {
    const std::uint32_t a = words[i - 15];
    const std::uint32_t b = words[i - 2];
    words[i] = words[i - 16] + words[i - 7] + (std::rotr(a, 7) ^ std::rotr(a, 18) ^ a >> 3) +
               (std::rotr(b, 17) ^ std::rotr(b, 19) ^ b >> 10);
  }
  State s = state;
  for (std::size_t i = 0; i < 64; ++i) {
    const std::uint32_t mixed = s[7] + (std::rotr(s[4], 6) ^ std::rotr(s[4], 11) ^ std::rotr(s[4], 25)) +
                                ((s[4] & s[5]) ^ (~s[4] & s[6])) + kRoundConstants[i] + words[i];
    const std::uint32_t majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
    const std::uint32_t sum = (std::rotr(s[0], 2) ^ std::rotr(s[0], 13) ^ std::rotr(s[0], 22)) + majority;
    s = {mixed + sum, s[0], s[1], s[2], s[3] + mixed, s[4], s[5], s[6]};
  }
  for (std::size_t i = 0; i < 8; ++i) state[i] += s[i];
}

std::string sha256(std::string_view bytes) {
  std::string padded(bytes);
  padded += '\x80';
  while (padded.size() % 64 != 56) padded += '\0';
  const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
  for (int shift = 56; shift >= 0; shift -= 8) padded += static_cast<char>(bits >> shift & 0xFF);
  State state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  for (std::size_t i = 0; i < padded.size(); i += 64) {
    add_block(reinterpret_cast<const unsigned char*>(padded.data()) + i, state);
  }
  std::string digest;
  for (const std::uint32_t word : state) {
    for (int shift = 24; shift >= 0; shift -= 8) digest += static_cast<char>(word >> shift & 0xFF);
  }
  return digest;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view kSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      group = group << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      text += i + k <= bytes.size() ? kSigns[group >> (18 - 6 * k) & 63] : '=';
    }
  }
  return text;
}

}  // namespace

std::string page_style(const RuleSet& rules) {
  std::string style(kStyle);
  for (std::uint32_t type = 0; type <= rules.ontology.types.size(); ++type) {
    const std::uint32_t shown = type < rules.ontology.types.size() ? type : rules.date_type;
    style += ".t" + std::to_string(shown) + "{border-color:" + colour_of(shown, rules) + "}\n";
  }
  return style;
}

std::string content_security_hash(std::string_view bytes) { return "sha256-" + base64(sha256(bytes)); }

}  // namespace quanhe
