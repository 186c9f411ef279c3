#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "extract/places.h"
#include "extract/working_document.h"

namespace quanhe {

// Answers what references ask of the mentions, without going through all of them each time. Good until a mention or
// its node changes; nodes may be added.
class MentionIndex {
 public:
  explicit MentionIndex(const WorkingDocument& work) : work_(work) {}

  // Where the nodes of the type and its kinds are mentioned, hidden mentions aside; numbers are the mentions'.
  const Places& of_type(std::uint32_t type) const;

  // Of the nodes of the type and its kinds those with the most outermost mentions, of equals that whose first mention
  // is earlier first; each with its first mention. Two at most.
  const std::vector<std::pair<std::uint32_t, Span>>& most_named(std::uint32_t type) const;

  // The node of the type or its kinds with the most mentions, hidden ones and the pack's home aside; of equals the
  // first that was made. Nothing where none is mentioned.
  std::optional<std::uint32_t> topic(std::uint32_t type) const;

  // Whether a mention of the node holds the word (a folded number) or stands right after it: "Ms Eva Lund".
  bool is_called(std::uint32_t node, std::uint32_t word) const;

  // The node's name as ascii_fold() gives it.
  const std::string& folded_name(std::uint32_t node) const;

 private:
  bool is_of(std::uint32_t node, std::uint32_t type) const;

  const WorkingDocument& work_;
  mutable std::unordered_map<std::uint32_t, Places> of_type_;
  mutable std::unordered_map<std::uint32_t, std::vector<std::pair<std::uint32_t, Span>>> most_named_;
  mutable std::unordered_map<std::uint32_t, std::optional<std::uint32_t>> topics_;
  mutable std::unordered_map<std::uint32_t, std::string> folded_names_;
  mutable std::unordered_map<std::uint32_t, std::unordered_set<std::uint32_t>> called_;  // nodes, by word
};

}  // namespace quanhe
