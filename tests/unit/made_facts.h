#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "corpus/view.h"
#include "facts/facts.h"

namespace quanhe {

// What a made statement says besides its ends.
struct Said {
  Status status = Status::kHappened;
  int confidence = 900;
  std::uint32_t occurrence = 0;  // 0: one of its own
  std::vector<std::pair<std::string, std::string>> attributes = {};
  std::vector<Part> parts = {};
};

// The facts of a document, made by hand. Each statement is a sentence of its text, so they keep their order.
class MadeDocument {
 public:
  explicit MadeDocument(std::string id) {
    facts_.id = std::move(id);
    facts_.content_hash = stable_hash(facts_.id);
    facts_.near_copy_keys = {facts_.content_hash};
    facts_.sentence_starts = {0};
  }

  MadeDocument& names(const std::string& type, const std::string& name, std::vector<std::string> aliases = {}) {
    facts_.nodes[node(type, name)].aliases = std::move(aliases);
    return *this;
  }

  // The ends are "Type name".
  MadeDocument& says(std::string_view from, const std::string& relation, std::string_view to, Said said = {}) {
    Statement statement;
    statement.from = node(from);
    statement.to = node(to);
    statement.relation = relation;
    const auto place = static_cast<std::uint32_t>(facts_.text.size());
    if (place > 0) facts_.sentence_starts.push_back(place);
    statement.occurrence = said.occurrence != 0 ? said.occurrence : 1000 + place;
    statement.status = said.status;
    statement.attributes = std::move(said.attributes);
    const std::string quote = std::string(from) + ' ' + relation;
    facts_.text += quote + ". ";
    const auto end = static_cast<std::uint32_t>(place + quote.size());
    statement.evidence = {{place, end}, quote, "rule-" + relation, said.confidence, std::move(said.parts)};
    facts_.statements.push_back(std::move(statement));
    return *this;
  }

  MadeDocument& with_hash(std::uint64_t hash) {
    facts_.content_hash = hash;
    facts_.near_copy_keys = {hash};
    return *this;
  }

  DocumentFacts facts() const {
    DocumentFacts ordered = facts_;
    put_in_order(ordered);
    return ordered;
  }

 private:
  std::uint32_t node(std::string_view type_and_name) {
    const std::size_t blank = type_and_name.find(' ');
    return node(std::string(type_and_name.substr(0, blank)), std::string(type_and_name.substr(blank + 1)));
  }

  std::uint32_t node(const std::string& type, const std::string& name) {
    const std::string id = make_node_id(type, name);
    const auto found =
        std::find_if(facts_.nodes.begin(), facts_.nodes.end(), [&](const Node& n) { return n.id == id; });
    if (found != facts_.nodes.end()) return static_cast<std::uint32_t>(found - facts_.nodes.begin());
    facts_.nodes.push_back({id, type, name, {}, {}});
    return static_cast<std::uint32_t>(facts_.nodes.size() - 1);
  }

  DocumentFacts facts_;
};

inline Ontology made_ontology() {
  const auto type = [](const std::string& name, const std::string& parent, const std::string& label) {
    return NodeType{name, parent, {{"en", name}, {"vi", label}}, {"https://example.org/" + name}, "#aabbcc", "box"};
  };
  const auto relation = [](const std::string& name, const std::string& label, bool symmetric, bool state) {
    return Relation{name, {{"en", name}, {"vi", label}}, "", symmetric, state, {"Person", "Body"}, {"Body"}};
  };
  Ontology ontology;
  ontology.language = "vi";
  ontology.types = {type("Person", "", "người"), type("Body", "", "cơ quan"), type("Ministry", "Body", "bộ"),
                    type("Country", "", "quốc gia"), type("Event", "", "sự kiện")};
  ontology.relations = {relation("holds_office", "giữ chức", false, true), relation("citizen_of", "thuộc", false, true),
                        relation("part_of", "thuộc về", false, true), relation("met", "gặp", true, false),
                        relation("attended", "dự", false, false)};
  return ontology;
}

inline PackInfo made_pack() { return {"made", "1.2", "0123456789abcdef"}; }

inline View view_of(const std::vector<DocumentFacts>& documents) {
  return make_view(documents, made_ontology(), made_pack());
}

// The edge of these names, or nullptr.
inline const ViewEdge* find_edge(const View& view, std::string_view from, std::string_view relation,
                                 std::string_view to) {
  for (const ViewEdge& edge : view.edges) {
    if (view.nodes[edge.from].name == from && edge.relation == relation && view.nodes[edge.to].name == to) {
      return &edge;
    }
  }
  return nullptr;
}

// "from relation to" of every edge, in the view's order, a line each.
inline std::string edges_of(const View& view) {
  std::string text;
  for (const ViewEdge& edge : view.edges) {
    text += view.nodes[edge.from].name + ' ' + edge.relation + ' ' + view.nodes[edge.to].name + '\n';
  }
  return text;
}

// An empty folder for the life of the object.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "quanhe-test-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace quanhe
