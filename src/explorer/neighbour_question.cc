#include "explorer/neighbour_question.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "explorer/cursor.h"
#include "explorer/elements.h"

namespace quanhe {
namespace {

// Which of a node's neighbours are asked for.
struct Neighbourhood {
  std::string id;
  std::string relation;
  std::string direction;

  std::string as_text() const { return id + '\n' + relation + '\n' + direction; }
};

constexpr std::array<std::string_view, 3> kDirections = {"out", "in", "both"};

// The neighbours that are asked for, in order, `limit` of them after the cursor. `total` counts those before and after
// too.
struct NeighbourPage {
  std::vector<std::uint32_t> nodes;
  std::size_t total = 0;
  bool is_last = true;
};

// Before all others in the order of neighbours: nothing; then what stands after these edges and this number.
struct After {
  std::uint32_t degree = 0;
  std::uint32_t node = 0;
};

NeighbourPage page_of(const LoadedGraph& loaded, std::vector<std::uint32_t> nodes, const std::optional<After>& after,
                      std::size_t limit) {
  NeighbourPage page;
  page.total = nodes.size();
  if (after) {
    std::erase_if(nodes, [&](std::uint32_t node) {
      const std::uint32_t degree = loaded.degree(node);
      return degree != after->degree ? degree > after->degree : node <= after->node;
    });
  }
  page.is_last = nodes.size() <= limit;
  const auto end = nodes.begin() + static_cast<std::ptrdiff_t>(std::min(limit, nodes.size()));
  std::partial_sort(nodes.begin(), end, nodes.end(),
                    [&](std::uint32_t a, std::uint32_t b) { return loaded.comes_first(a, b); });
  page.nodes.assign(nodes.begin(), end);
  return page;
}

// By number, which relations are asked for. Nothing where there is none of this name.
std::optional<std::vector<bool>> wanted_relations(const Network& network, const Ontology& ontology,
                                                  const std::string& relation) {
  std::vector<bool> wanted;
  bool is_known = relation.empty() || ontology.find_relation(relation) != nullptr;
  for (const PlainRelation& other : network.relations()) {
    wanted.push_back(relation.empty() || other.name == relation);
    is_known = is_known || other.name == relation;
  }
  if (!is_known) return std::nullopt;
  return wanted;
}

// The edges over which the neighbours are asked for.
std::vector<NetworkStep> edges_to(const Network& network, std::uint32_t start, const std::vector<std::uint32_t>& nodes,
                                  const std::vector<bool>& relations, Direction direction) {
  std::vector<NetworkStep> edges;
  for (const std::uint32_t node : nodes) {
    for (const NetworkStep& step : network.between(start, node)) {
      const bool is_way =
          direction == Direction::kBoth || step.direction == Direction::kBoth || step.direction == direction;
      if (is_way && relations[step.relation]) edges.push_back(step);
    }
  }
  return edges;
}

// Where the list goes on; nothing where the cursor is none of this list, or its node is there no more.
Result<std::optional<After>> read_cursor(const Asked& asked, const std::string& text, const Neighbourhood& question) {
  const std::optional<Cursor> cursor = parse_cursor(text, question.as_text());
  if (!cursor) return std::optional<After>();
  const Result<std::optional<FoundNode>> node = find_node_of(asked, cursor->id);
  if (!node) return node.error();
  if (!node.value()) return std::optional<After>();
  return std::optional(After{cursor->degree, node.value()->number});
}

Result<void> write_next(JsonWriter& json, const Asked& asked, const NeighbourPage& page,
                        const Neighbourhood& question) {
  json.key("next");
  std::optional<StoredNode> last;
  if (!page.is_last) {
    Result<std::optional<StoredNode>> node = asked.graph.find_key(asked.loaded.network().node_key(page.nodes.back()));
    if (!node) return node.error();
    last = std::move(node).value();
  }
  if (last) {
    json.string(to_text({asked.loaded.degree(page.nodes.back()), last->id}, question.as_text()));
  } else {
    json.null();
  }
  return {};
}

}  // namespace

Result<Answer> answer_neighbours(const Asked& asked, const Target& target) {
  Parameters parameters(target);
  Neighbourhood question{parameters.required("id"), parameters.text("relation"), parameters.text("direction")};
  const std::size_t limit = parameters.limit(25);
  const std::string cursor = parameters.text("after");
  if (const Result<void> checked = parameters.checked(); !checked) return wrong_request(checked.error().message);
  if (question.direction.empty()) question.direction = "both";
  const auto way = std::find(kDirections.begin(), kDirections.end(), question.direction);
  if (way == kDirections.end()) return wrong_request("'direction' is none of: out, in, both");
  const auto direction = static_cast<Direction>(way - kDirections.begin());
  const Network& network = asked.loaded.network();
  const auto relations = wanted_relations(network, asked.graph.ontology(), question.relation);
  if (!relations) return wrong_request("there is no relation '" + question.relation + "'");
  const Result<std::optional<FoundNode>> node = find_node_of(asked, question.id);
  if (!node) return node.error();
  if (!node.value()) return no_node(question.id);
  std::optional<After> after;
  if (!cursor.empty()) {
    Result<std::optional<After>> read = read_cursor(asked, cursor, question);
    if (!read) return read.error();
    if (!read.value()) return wrong_request("'after' is no place in this list; ask for its beginning");
    after = read.value();
  }

  const std::uint32_t start = node.value()->number;
  const NeighbourPage page = page_of(asked.loaded, network.neighbours(start, *relations, direction), after, limit);
  Elements elements(asked.graph, asked.loaded);
  elements.note(node.value()->stored);
  JsonWriter json;
  json.begin_object();
  const Result<void> written =
      elements.write(json, page.nodes, edges_to(network, start, page.nodes, *relations, direction));
  if (!written) return written.error();
  json.key("total");
  json.integer(static_cast<std::int64_t>(page.total));
  if (const Result<void> next = write_next(json, asked, page, question); !next) return next.error();
  json.end_object();
  return answer_of(json);
}

}  // namespace quanhe
