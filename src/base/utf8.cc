#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace quanhe {
namespace {

unsigned char byte_at(std::string_view bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }

bool is_continuation(std::string_view bytes, std::size_t i) {
  return i < bytes.size() && (byte_at(bytes, i) & 0xC0) == 0x80;
}

// The length of the well-formed sequence at `i`, or 0. The bounds of the second byte are those of
// RFC 3629, section 4.
std::size_t sequence_length(std::string_view bytes, std::size_t i) {
  const unsigned char lead = byte_at(bytes, i);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4 || !is_continuation(bytes, i + 1)) return 0;
  const unsigned char second = byte_at(bytes, i + 1);
  if (lead < 0xE0) return 2;
  if (!is_continuation(bytes, i + 2)) return 0;
  if (lead < 0xF0) {
    const bool overlong = lead == 0xE0 && second < 0xA0;
    const bool surrogate = lead == 0xED && second > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  if (!is_continuation(bytes, i + 3)) return 0;
  const bool out_of_range = (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
  return out_of_range ? 0 : 4;
}

// A machine that reads well-formed UTF-8, one look-up and one shift a byte. A state is a number of bits: row[byte]
// holds for each state, at that many bits, the state that follows. The bounds of second bytes make four states.
enum State : std::uint64_t {
  kDone = 0,
  kBad = 6,
  kOne = 12,
  kTwo = 18,
  kThree = 24,
  kE0 = 30,
  kEd = 36,
  kF0 = 42,
  kF4 = 48
};

constexpr std::uint64_t row_of(unsigned byte) {
  std::uint64_t row = 0;
  const auto follow = [&](State from, State to, bool holds) { row |= std::uint64_t{holds ? to : kBad} << from; };
  const auto within = [byte](unsigned low, unsigned high) { return low <= byte && byte <= high; };
  State lead = kBad;
  if (byte < 0x80) lead = kDone;
  if (within(0xC2, 0xDF)) lead = kOne;
  if (within(0xE1, 0xEF)) lead = kTwo;
  if (within(0xF1, 0xF3)) lead = kThree;
  if (byte == 0xE0) lead = kE0;
  if (byte == 0xED) lead = kEd;
  if (byte == 0xF0) lead = kF0;
  if (byte == 0xF4) lead = kF4;
  follow(kDone, lead, true);
  follow(kBad, kBad, true);
  follow(kOne, kDone, within(0x80, 0xBF));
  follow(kTwo, kOne, within(0x80, 0xBF));
  follow(kThree, kTwo, within(0x80, 0xBF));
  follow(kE0, kOne, within(0xA0, 0xBF));
  follow(kEd, kOne, within(0x80, 0x9F));
  follow(kF0, kTwo, within(0x90, 0xBF));
  follow(kF4, kTwo, within(0x80, 0x8F));
  return row;
}

constexpr std::array<std::uint64_t, 256> kRows = [] {
  std::array<std::uint64_t, 256> rows{};
  for (unsigned byte = 0; byte < rows.size(); ++byte) rows[byte] = row_of(byte);
  return rows;
}();

std::uint64_t run(std::string_view bytes, std::size_t begin, std::size_t end, std::uint64_t state) {
  for (std::size_t i = begin; i < end; ++i) state = kRows[byte_at(bytes, i)] >> (state & 63);
  return state;
}

bool ends_well(std::uint64_t state) { return (state & 63) == kDone; }

// Each step of the machine waits for the one before, so a long text goes through four machines at once. Where a code
// point begins, what is before and what is behind are well-formed apart exactly when they are together.
bool is_valid_in_quarters(std::string_view bytes) {
  std::array<std::size_t, 5> border = {0, 0, 0, 0, bytes.size()};
  std::size_t together = bytes.size();
  for (std::size_t i = 1; i < 5; ++i) {
    border[i] = std::max(border[i - 1], bytes.size() * i / 4);
    while (is_continuation(bytes, border[i])) ++border[i];
    together = std::min(together, border[i] - border[i - 1]);
  }
  std::uint64_t a = kDone, b = kDone, c = kDone, d = kDone;
  for (std::size_t i = 0; i < together; ++i) {
    a = kRows[byte_at(bytes, i)] >> (a & 63);
    b = kRows[byte_at(bytes, border[1] + i)] >> (b & 63);
    c = kRows[byte_at(bytes, border[2] + i)] >> (c & 63);
    d = kRows[byte_at(bytes, border[3] + i)] >> (d & 63);
  }
  return ends_well(run(bytes, together, border[1], a)) && ends_well(run(bytes, border[1] + together, border[2], b)) &&
         ends_well(run(bytes, border[2] + together, border[3], c)) &&
         ends_well(run(bytes, border[3] + together, border[4], d));
}

// Most texts, 16 bytes at a time: a byte continues a sequence exactly where one of the two before it leads one that is so
// long. True only for well-formed texts; false also for those with a lead whose second byte has bounds of its own, with a
// sequence of four, and for those shorter than kLeastToBlock.
constexpr std::size_t kLeastToBlock = 18;

bool is_surely_valid(std::string_view bytes) {
  using Block = unsigned char __attribute__((vector_size(16)));
  if (bytes.size() < kLeastToBlock) return false;
  const auto load = [&](std::size_t i) {
    Block block;
    std::memcpy(&block, bytes.data() + i, sizeof block);
    return block;
  };
  const auto leads_otherwise = [](const Block& block) {
    return (block == 0xE0) | (block == 0xED) | (block >= 0xF0) | ((block & 0xFE) == 0xC0);
  };
  const bool begins_well = !is_continuation(bytes, 0) && is_continuation(bytes, 1) == (byte_at(bytes, 0) >= 0xC0);
  const bool is_whole = byte_at(bytes, bytes.size() - 1) < 0xC0 && byte_at(bytes, bytes.size() - 2) < 0xE0;
  if (!begins_well || !is_whole) return false;
  auto wrong = leads_otherwise(load(0));
  const auto look = [&](std::size_t i) {
    const Block block = load(i);
    const auto continues = (block & 0xC0) == 0x80;
    const auto is_due = (load(i - 1) >= 0xC0) | (load(i - 2) >= 0xE0);
    wrong |= (continues ^ is_due) | leads_otherwise(block);
  };
  const std::size_t last = bytes.size() - sizeof(Block);
  for (std::size_t i = 2; i < last; i += sizeof(Block)) look(i);
  look(last);
  std::array<std::uint64_t, 2> halves;
  std::memcpy(halves.data(), &wrong, sizeof wrong);
  return (halves[0] | halves[1]) == 0;
}

// U+0000 to U+001F, U+007F to U+009F, and the line separators U+2028 and U+2029.
bool is_control(std::string_view code_point) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(code_point[i]); };
  if (code_point.size() == 1) return byte(0) < 0x20 || byte(0) == 0x7F;
  if (code_point.size() == 2) return byte(0) == 0xC2 && byte(1) < 0xA0;
  return code_point == "\xE2\x80\xA8" || code_point == "\xE2\x80\xA9";
}

// False where no byte begins a control character: 0xC2 and 0xE2 begin some and much else.
bool may_hold_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2;
  });
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  // ASCII goes by eight bytes at a time, up to the first eight that are not.
  std::size_t begin = 0;
  for (std::uint64_t eight = 0; bytes.size() - begin >= sizeof eight; begin += sizeof eight) {
    std::memcpy(&eight, bytes.data() + begin, sizeof eight);
    if ((eight & 0x8080808080808080U) != 0) break;
  }
  bytes.remove_prefix(begin);
  if (is_surely_valid(bytes)) return true;
  constexpr std::size_t kLong = 64;
  if (bytes.size() >= kLong) return is_valid_in_quarters(bytes);
  return ends_well(run(bytes, 0, bytes.size(), kDone));
}

std::size_t find_invalid_utf8(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return std::string_view::npos;
  std::size_t i = 0;
  while (const std::size_t length = sequence_length(bytes, i)) i += length;
  return i;
}

std::string replace_invalid_utf8(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return std::string(bytes);
  std::string repaired;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = sequence_length(bytes, i);
    if (length == 0) {
      repaired += "\xEF\xBF\xBD";
      i += 1;
    } else {
      repaired += bytes.substr(i, length);
      i += length;
    }
  }
  return repaired;
}

std::size_t next_code_point(std::string_view utf8, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < utf8.size() && (static_cast<unsigned char>(utf8[end]) & 0xC0) == 0x80) ++end;
  return end;
}

std::string in_one_line(std::string_view text) {
  if (is_valid_utf8(text) && !may_hold_control(text)) return std::string(text);
  const std::string valid = replace_invalid_utf8(text);
  std::string line;
  for (std::size_t i = 0; i < valid.size();) {
    const std::size_t end = next_code_point(valid, i);
    const std::string_view code_point = std::string_view(valid).substr(i, end - i);
    line += is_control(code_point) ? std::string_view(" ") : code_point;
    i = end;
  }
  return line;
}

}  // namespace quanhe
