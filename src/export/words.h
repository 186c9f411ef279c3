#pragma once

#include <map>
#include <string>
#include <string_view>

#include "corpus/view.h"
#include "export/options.h"
#include "export/style.h"

namespace quanhe {

struct RelationWords {
  std::string label;     // in the pack's language, or the name where the ontology does not have it
  std::string label_en;  // in English, or ""
  bool symmetric = false;
  bool state = false;
};

struct TypeWords {
  std::string label;
  std::string label_en;
  Colour colour;
};

// What the relations and types of a view are called, looked up once each. The view must outlive it.
class Vocabulary {
 public:
  explicit Vocabulary(const View& view) : ontology_(view.ontology) {}

  // References last as long as the vocabulary.
  const RelationWords& relation(const std::string& name);
  const TypeWords& type(const std::string& name);

 private:
  const Ontology& ontology_;
  std::map<std::string, RelationWords> relations_;
  std::map<std::string, TypeWords> types_;
};

// The label of a type or relation in the pack's language, or the name when the ontology does not have it.
std::string type_label(const View& view, const std::string& type);
std::string relation_label(const View& view, const std::string& relation);

// "program quanhe 0.1.0; pack vi-diplomacy 0.1.0, hash 5d1c...": what each export says once of its making.
std::string made_by(const View& view, const ExportOptions& options);

}  // namespace quanhe
