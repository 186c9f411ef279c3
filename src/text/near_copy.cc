// Problem: newspapers print one agency report with another headline, another first line and a paragraph left out. Such
// articles are one source, not several. All pairs of a large archive cannot be compared.
//
// Idea: the share of the runs of five words that two texts have in common is the chance that a random order of all runs
// begins with the same run in both. A hash is such an order. One hash deals the runs to 126 bins and gives each bin its
// least run; nine bins make a key, so that two texts share a key with the chance s^9 where s is the share, and one of
// 14 keys with 1 - (1 - s^9)^14: 0.999 for s = 0.9, 0.87 for 0.8, 0.44 for 0.7, 0.03 for 0.5, 0.0003 for 0.3.
//
// Where it works: a report with a new headline and without its last paragraph shares nine tenths of its runs.
// Where it does not: two reporters on one press release, in their own words, share hardly a run of five. They count as two
// sources. A page of which most is the same boilerplate would share too much.
//
// An empty bin borrows the run of another bin, which the bin's number and the number of the attempt choose, so that
// short texts have whole keys too.
//
// Source: A. Broder, "On the resemblance and containment of documents" (1997); P. Li, A. Owen, C.-H. Zhang, "One
// permutation hashing" (2012); A. Shrivastava, "Optimal densification for fast and accurate minwise hashing" (2017).

#include "text/near_copy.h"

#include <algorithm>
#include <array>
#include <span>


namespace quanhe {
namespace {

constexpr std::size_t kBands = 14;
constexpr std::size_t kRows = 9;
constexpr std::size_t kBins = kBands * kRows;
constexpr std::size_t kRunOfWords = 5;
constexpr std::size_t kFewestWords = 64;
constexpr std::uint64_t kEmpty = UINT64_MAX;

// The finalizer of SplitMix64, as in stable_hash().
std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
  return value ^ (value >> 31);
}

bool is_ascii_word(unsigned char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// Bytes of the sign at `at` that is no part of a word, or 0: ASCII signs, and the block of general punctuation with
// its quotation marks and dashes.
std::size_t length_of_sign(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return is_ascii_word(byte) ? 0 : 1;
  const bool is_general_punctuation = byte == 0xE2 && at + 2 < text.size() && text[at + 1] == '\x80';
  return is_general_punctuation ? 3 : 0;
}

// Calls take(hash) for each word, in order.
template <typename Take>
void for_each_word(std::string_view text, Take take) {
  constexpr std::uint64_t kBasis = 0xCBF29CE484222325ULL;
  constexpr std::uint64_t kPrime = 0x100000001B3ULL;
  std::uint64_t hash = kBasis;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t sign = length_of_sign(text, at);
    if (sign == 0) {
      const auto byte = static_cast<unsigned char>(text[at]);
      hash = (hash ^ (byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte)) * kPrime;
    } else if (hash != kBasis) {
      take(mixed(hash));
      hash = kBasis;
    }
    at += std::max<std::size_t>(sign, 1);
  }
  if (hash != kBasis) take(mixed(hash));
}

using Bins = std::array<std::uint64_t, kBins>;

void fill_empty(Bins& bins) {
  const Bins dealt = bins;
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    for (std::uint64_t attempt = 1; bins[bin] == kEmpty; ++attempt) {
      bins[bin] = dealt[mixed(bin * 1'000'003 + attempt) % kBins];
    }
  }
}

}  // namespace

std::vector<std::uint64_t> near_copy_keys(std::string_view utf8) {
  Bins bins;
  bins.fill(kEmpty);
  std::array<std::uint64_t, kRunOfWords> last = {};
  std::uint64_t whole = 0;
  std::size_t words = 0;
  for_each_word(utf8, [&](std::uint64_t word) {
    whole = mixed(whole + word);
    last[words % kRunOfWords] = word;
    if (++words < kRunOfWords) return;
    std::uint64_t run = 0;
    for (std::size_t i = 0; i < kRunOfWords; ++i) run = run * 0x9E3779B97F4A7C15ULL + last[(words + i) % kRunOfWords];
    run = mixed(run);
    std::uint64_t& least = bins[run % kBins];
    least = std::min(least, run / kBins);
  });
  if (words < kFewestWords) return {mixed(whole + words)};
  fill_empty(bins);

  std::vector<std::uint64_t> keys;
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint64_t key = band + 1;
    for (const std::uint64_t least : std::span(bins).subspan(band * kRows, kRows)) key = mixed(key + least);
    keys.push_back(key);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace quanhe
