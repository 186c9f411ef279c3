#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "facts/facts.h"

namespace quanhe {

// What one group of documents that count as one source says of an edge: the greatest confidence of its shown
// statements and of its hidden ones, in thousandths, 0 where it makes none.
struct SourceVoice {
  int shown = 0;
  int hidden = 0;

  void hear(Status status, int confidence);
};

// How many sources speak with which confidence (thousandths).
using Voices = std::map<int, std::uint32_t>;

// What is known of an edge as a whole, kept as counts so that one document can be added or taken away without a look at
// the others. Only statements that stand are counted.
class EdgeTally {
 public:
  // Adds (by = 1) or takes away (by = -1) a statement, or what a source says. What is taken away was added before.
  void count(Status status, int by);
  void count(const SourceVoice& voice, int by);

  std::uint32_t statements() const;
  std::uint32_t statements_of(Status status) const { return statements_[static_cast<std::size_t>(status)]; }

  // The strongest claim, the most real of the statements. There are some.
  Status status() const;
  // Of the statements that are shown, or of all when none is: independent sources, and how sure they make the edge
  // together (combined_confidence).
  std::uint32_t sources() const;
  int confidence() const;

  // "900:3 950:1", for storing; the Error says that a text is none.
  static std::string to_text(const Voices& voices);
  static Result<Voices> parse(std::string_view text);

  std::array<std::uint32_t, 5> statements_by_status() const { return statements_; }
  const Voices& shown_voices() const { return shown_; }
  const Voices& hidden_voices() const { return hidden_; }
  // What one statement alone comes to.
  static EdgeTally of_one(Status status, int confidence);
  static EdgeTally of(const std::array<std::uint32_t, 5>& statements, Voices shown, Voices hidden);

  friend bool operator==(const EdgeTally&, const EdgeTally&) = default;

 private:
  const Voices& heard() const;

  std::array<std::uint32_t, 5> statements_ = {};  // by status
  Voices shown_;
  Voices hidden_;
};

}  // namespace quanhe
