#include "rules/starter_pack.h"

namespace quanhe {
namespace {

constexpr const char* kSettings = R"(version: 0.1.0
licence: Apache-2.0
description: People who visit places
language: en

# How equals are joined: "Anna Berg, Ben Holt and Cora Lind".
coordination:
  between: [","]
  last: [and]
)";

constexpr const char* kOntology = R"(types:
  Person: {labels: {en: Person}, colour: "#e69f00", shape: ellipse}
  Place: {labels: {en: Place}, colour: "#009e73", shape: house}
relations:
  visited: {labels: {en: visited}, from: [Person], to: [Place]}
)";

constexpr const char* kWords = R"(# A word class is a list of words; a pattern names it in angle brackets.
honorific: [Mr, Ms, Dr]
visits: [visited, toured, travelled to]
)";

constexpr const char* kPlaces = R"(# Names that are known. In brackets: other names of the same place.
type: Place
entries:
  Oslo: []
  Bergen: [Bjørgvin]
)";

constexpr const char* kEntities = R"(# Patterns that make nodes. $name is what the capture {name: ...} took.
- step: people
  rules:
    - id: person
      match: "<honorific> {name: Name}"
      node: {Person: "$name"}
      examples:
        - text: "Ms Anna Berg"
          edges: []
)";

constexpr const char* kStatus = R"(# What the words after these cues say has not happened.
- id: not
  denied: "not | never"
  reach: next
- id: will
  planned: "will | plans to"
  reach: next
)";

constexpr const char* kRelations = R"(# Patterns that make edges. [...] is the trigger: the words that name the act.
- id: visited
  match: "{who: Person+} [<visits>] {where: Place+}"
  edges: |
    $who -visited-> $where
  examples:
    - text: "Ms Anna Berg and Mr Ben Holt visited Oslo."
      edges: ["Anna Berg -visited-> Oslo", "Ben Holt -visited-> Oslo"]
    - text: "Ms Anna Berg has never visited Oslo."
      edges: []
)";

constexpr const char* kText =
    "Ms Anna Berg and Mr Ben Holt visited Bergen on Monday. Dr Cora Lind toured Bjørgvin, too.\n"
    "Mr Ben Holt has not visited Oslo.\n";

}  // namespace

std::vector<std::pair<std::string, std::string>> starter_pack(const std::string& name) {
  return {
      {"pack.yaml", "name: " + name + "\n" + kSettings},
      {"ontology.yaml", kOntology},
      {"words.yaml", kWords},
      {"lexicon/places.yaml", kPlaces},
      {"entities.yaml", kEntities},
      {"status.yaml", kStatus},
      {"relations.yaml", kRelations},
      {"first.txt", kText},
  };
}

}  // namespace quanhe
