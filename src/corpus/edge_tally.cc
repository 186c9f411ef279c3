#include "corpus/edge_tally.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <vector>

#include "base/check.h"
#include "base/strings.h"
#include "corpus/confidence.h"

namespace quanhe {
namespace {

void change(Voices& voices, int confidence, int by) {
  if (confidence == 0) return;
  std::uint32_t& count = voices[confidence];
  QUANHE_CHECK(by > 0 || count > 0);
  count += static_cast<std::uint32_t>(by);
  if (count == 0) voices.erase(confidence);
}

}  // namespace

void SourceVoice::hear(Status status, int confidence) {
  int& strongest = is_shown(status) ? shown : hidden;
  strongest = std::max(strongest, confidence);
}

void EdgeTally::count(Status status, int by) {
  std::uint32_t& number = statements_[static_cast<std::size_t>(status)];
  QUANHE_CHECK(by > 0 || number > 0);
  number += static_cast<std::uint32_t>(by);
}

void EdgeTally::count(const SourceVoice& voice, int by) {
  change(shown_, voice.shown, by);
  change(hidden_, voice.hidden, by);
}

std::uint32_t EdgeTally::statements() const {
  return std::accumulate(statements_.begin(), statements_.end(), std::uint32_t{0});
}

Status EdgeTally::status() const {
  for (std::size_t status = statements_.size(); status-- > 0;) {
    if (statements_[status] > 0) return static_cast<Status>(status);
  }
  QUANHE_CHECK(!"an edge without statements has no status");
  return Status::kDenied;
}

const Voices& EdgeTally::heard() const { return shown_.empty() ? hidden_ : shown_; }

std::uint32_t EdgeTally::sources() const {
  std::uint32_t sources = 0;
  for (const auto& [confidence, count] : heard()) sources += count;
  return sources;
}

int EdgeTally::confidence() const {
  // Beyond so many sources of one confidence nothing changes: the least confidence, 1 in 1,000, has reached 990 by then.
  constexpr std::uint32_t kEnough = 8192;
  std::vector<int> confidences;
  for (const auto& [confidence, count] : heard()) {
    confidences.insert(confidences.end(), std::min(count, kEnough), confidence);
  }
  return combined_confidence(confidences);
}

std::string EdgeTally::to_text(const Voices& voices) {
  std::string text;
  for (const auto& [confidence, count] : voices) {
    if (!text.empty()) text += ' ';
    text += std::to_string(confidence) + ':' + std::to_string(count);
  }
  return text;
}

Result<Voices> EdgeTally::parse(std::string_view text) {
  Voices voices;
  if (text.empty()) return voices;
  for (const std::string_view piece : split(text, ' ')) {
    const char* end = piece.data() + piece.size();
    int confidence = 0;
    std::uint32_t count = 0;
    const auto first = std::from_chars(piece.data(), end, confidence);
    const bool has_colon = first.ec == std::errc() && first.ptr != end && *first.ptr == ':';
    const auto second = has_colon ? std::from_chars(first.ptr + 1, end, count) : first;
    const bool whole = has_colon && second.ec == std::errc() && second.ptr == end;
    if (!whole || confidence < 1 || confidence > 1000 || count == 0) return Error{"no counts of sources: " + std::string(text)};
    voices[confidence] = count;
  }
  return voices;
}

EdgeTally EdgeTally::of_one(Status status, int confidence) {
  EdgeTally tally;
  tally.count(status, 1);
  SourceVoice voice;
  voice.hear(status, confidence);
  tally.count(voice, 1);
  return tally;
}

EdgeTally EdgeTally::of(const std::array<std::uint32_t, 5>& statements, Voices shown, Voices hidden) {
  EdgeTally tally;
  tally.statements_ = statements;
  tally.shown_ = std::move(shown);
  tally.hidden_ = std::move(hidden);
  return tally;
}

}  // namespace quanhe
