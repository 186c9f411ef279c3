#include "workbench/align_nodes.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/strings.h"
#include "text/fold.h"

namespace quanhe {
namespace {

// Of the words of both names together, the part that both must have for the names to be similar.
constexpr double kSimilar = 0.6;

const std::string& kind_of(const std::string& type, const Scoring& scoring) {
  const auto other = scoring.counts_as.find(type);
  return other == scoring.counts_as.end() ? type : other->second;
}

std::set<std::string_view> words_of(std::string_view name) {
  const std::vector<std::string_view> words = split(name, ' ');
  return name.empty() ? std::set<std::string_view>() : std::set<std::string_view>(words.begin(), words.end());
}

bool is_similar(std::string_view a, std::string_view b) {
  const std::set<std::string_view> words = words_of(a);
  if (words.empty()) return false;
  std::set<std::string_view> all = words_of(b);
  const auto common =
      std::count_if(words.begin(), words.end(), [&](std::string_view word) { return all.contains(word); });
  all.insert(words.begin(), words.end());
  return static_cast<double>(common) / static_cast<double>(all.size()) >= kSimilar;
}

// A gold node as it is compared.
struct Comparable {
  std::string kind;
  std::vector<std::string> names;  // the name, then the aliases
  bool similar_names = false;

  bool matches(const std::string& other_kind, const std::string& name) const {
    if (kind != other_kind) return false;
    if (std::find(names.begin(), names.end(), name) != names.end()) return true;
    return similar_names &&
           std::any_of(names.begin(), names.end(), [&](const std::string& own) { return is_similar(name, own); });
  }
};

std::vector<Comparable> comparables(std::span<const GoldNode> gold, const Scoring& scoring) {
  std::vector<Comparable> all;
  for (const GoldNode& node : gold) {
    Comparable one{
        kind_of(node.type, scoring), {comparable_name(node.name)}, scoring.similar_names.contains(node.type)};
    for (const std::string& alias : node.aliases) one.names.push_back(comparable_name(alias));
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace

std::vector<std::optional<std::uint32_t>> align_nodes(std::span<const Node> nodes, std::span<const GoldNode> gold,
                                                      const Scoring& scoring) {
  const std::vector<Comparable> wanted = comparables(gold, scoring);
  std::vector<std::string> names;
  for (const Node& node : nodes) names.push_back(comparable_name(node.written_name()));
  std::vector<std::optional<std::uint32_t>> matches(nodes.size());
  std::vector<bool> taken(gold.size(), false);
  for (const bool strict : {true, false}) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      for (std::uint32_t g = 0; g < wanted.size() && !matches[i]; ++g) {
        if (taken[g] || (strict && names[i] != wanted[g].names.front())) continue;
        if (!wanted[g].matches(kind_of(nodes[i].type, scoring), names[i])) continue;
        matches[i] = g;
        taken[g] = true;
      }
    }
  }
  return matches;
}

}  // namespace quanhe
