#include "facts/facts.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "base/hash.h"
#include "text/fold.h"

namespace quanhe {
namespace {

constexpr std::array<std::string_view, 5> kStatusNames = {"denied", "requested", "planned", "reported", "happened"};

// All that a statement says, so that those which say the same come to stand side by side.
auto sort_key(const Statement& s) {
  return std::tie(s.evidence.span, s.evidence.rule, s.relation, s.from, s.to, s.attributes, s.status, s.evidence,
                  s.occurrence);
}

// Equal but for the occurrence: the same words said the same thing twice.
bool says_the_same(const Statement& a, const Statement& b) {
  return std::tie(a.from, a.to, a.relation, a.status, a.attributes, a.evidence) ==
         std::tie(b.from, b.to, b.relation, b.status, b.attributes, b.evidence);
}

void sort_nodes(DocumentFacts& facts) {
  std::vector<std::uint32_t> order(facts.nodes.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return facts.nodes[a].id < facts.nodes[b].id; });
  std::vector<Node> sorted;
  std::vector<std::uint32_t> place(order.size());
  for (const std::uint32_t old : order) {
    place[old] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(facts.nodes[old]));
  }
  facts.nodes = std::move(sorted);
  for (Statement& statement : facts.statements) {
    statement.from = place[statement.from];
    statement.to = place[statement.to];
  }
}

}  // namespace

std::string_view to_string(Status status) { return kStatusNames[static_cast<std::size_t>(status)]; }

std::optional<Status> parse_status(std::string_view text) {
  const auto found = std::find(kStatusNames.begin(), kStatusNames.end(), text);
  if (found == kStatusNames.end()) return std::nullopt;
  return static_cast<Status>(found - kStatusNames.begin());
}

std::string make_node_id(std::string_view type, std::string_view name) {
  constexpr std::size_t kLongestSlug = 60;
  std::string slug = ascii_slug(name);
  if (slug.size() > kLongestSlug) {
    const std::size_t word_end = slug.rfind('-', kLongestSlug);
    slug.resize(word_end == std::string::npos ? kLongestSlug : word_end);
  }
  std::string key;
  key.reserve(type.size() + 1 + name.size());
  key.append(type).append(1, '\n').append(name);
  std::string id = ascii_slug(type);
  id.reserve(id.size() + slug.size() + 10);
  id.append(1, '/').append(slug);
  if (!slug.empty()) id += '-';
  return id += to_hex(stable_hash(key), 8);
}

void put_in_order(DocumentFacts& facts) {
  sort_nodes(facts);
  auto& statements = facts.statements;
  std::sort(statements.begin(), statements.end(),
            [](const Statement& a, const Statement& b) { return sort_key(a) < sort_key(b); });
  statements.erase(std::unique(statements.begin(), statements.end(), says_the_same), statements.end());
  std::map<std::uint32_t, std::uint32_t> number;
  for (Statement& statement : statements) {
    const auto next = static_cast<std::uint32_t>(number.size() + 1);
    statement.occurrence = number.emplace(statement.occurrence, next).first->second;
  }
}

}  // namespace quanhe
