#include "export/words.h"

namespace quanhe {
namespace {

std::string english(const Labels& labels) {
  const auto found = labels.find("en");
  return found == labels.end() ? "" : found->second;
}

}  // namespace

const RelationWords& Vocabulary::relation(const std::string& name) {
  const auto known = relations_.find(name);
  if (known != relations_.end()) return known->second;
  RelationWords words{name, "", false, false};
  if (const Relation* relation = ontology_.find_relation(name)) {
    words = {label_in(relation->labels, ontology_.language), english(relation->labels), relation->symmetric,
             relation->state};
  }
  return relations_.emplace(name, std::move(words)).first->second;
}

const TypeWords& Vocabulary::type(const std::string& name) {
  const auto known = types_.find(name);
  if (known != types_.end()) return known->second;
  TypeWords words{name, "", colour_of(ontology_, name)};
  if (const NodeType* type = ontology_.find_type(name)) {
    words.label = label_in(type->labels, ontology_.language);
    words.label_en = english(type->labels);
  }
  return types_.emplace(name, std::move(words)).first->second;
}

std::string type_label(const View& view, const std::string& type) {
  const NodeType* found = view.ontology.find_type(type);
  return found == nullptr ? type : label_in(found->labels, view.ontology.language);
}

std::string relation_label(const View& view, const std::string& relation) {
  const Relation* found = view.ontology.find_relation(relation);
  return found == nullptr ? relation : label_in(found->labels, view.ontology.language);
}

std::string made_by(const View& view, const ExportOptions& options) {
  return "program quanhe " + options.program_version + "; pack " + view.pack.name + " " + view.pack.version +
         ", hash " + view.pack.hash;
}

}  // namespace quanhe
