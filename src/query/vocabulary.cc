#include "query/vocabulary.h"

#include <algorithm>

#include "base/strings.h"
#include "text/fold.h"

namespace quanhe {
namespace {

template <typename Declared>
bool answers_to(const Declared& declared, const std::string& folded) {
  return ascii_fold(declared.name) == folded ||
         std::any_of(declared.labels.begin(), declared.labels.end(),
                     [&](const auto& label) { return ascii_fold(label.second) == folded; });
}

// `kind` is "relation" or "type".
template <typename Declared>
Error unknown(const std::string& kind, const std::string& word, const std::vector<Declared>& declared) {
  std::vector<std::string> names;
  for (const Declared& entry : declared) names.push_back(entry.name);
  const std::string likely = nearest(word, names);
  std::sort(names.begin(), names.end());
  return Error{"unknown " + kind + " '" + word + "', " +
               (likely.empty() ? "expected one of: " + join(names, ", ") : "did you mean '" + likely + "'?")};
}

template <typename Declared>
Result<std::vector<std::string>> find_all(const std::string& kind, const std::vector<Declared>& declared,
                                          const std::vector<std::string>& asked) {
  std::vector<std::string> found;
  for (const std::string& word : asked) {
    const std::size_t before = found.size();
    const std::string folded = ascii_fold(word);
    for (const Declared& entry : declared) {
      if (entry.name == word || answers_to(entry, folded)) found.push_back(entry.name);
    }
    if (found.size() == before) return unknown(kind, word, declared);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

template <typename Declared>
std::string label_of(const Declared* declared, const std::string& name, const std::string& language) {
  return declared == nullptr || declared->labels.empty() ? name : label_in(declared->labels, language);
}

}  // namespace

Result<std::vector<std::string>> find_relations(const Ontology& ontology, const std::vector<std::string>& asked) {
  return find_all("relation", ontology.relations, asked);
}

Result<std::vector<std::string>> find_types(const Ontology& ontology, const std::vector<std::string>& asked) {
  return find_all("type", ontology.types, asked);
}

bool is_kind_of_any(const Ontology& ontology, const std::string& type, const std::vector<std::string>& wanted) {
  return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](const std::string& ancestor) {
           return type == ancestor || ontology.is_kind_of(type, ancestor);
         });
}

std::string relation_label(const Ontology& ontology, const std::string& name) {
  return label_of(ontology.find_relation(name), name, ontology.language);
}

std::string type_label(const Ontology& ontology, const std::string& name) {
  return label_of(ontology.find_type(name), name, ontology.language);
}

}  // namespace quanhe
