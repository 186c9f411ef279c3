// Names are sorted so that those which collide stand side by side: first by their words (the same words for two
// entries), then by their words without diacritics. Cost: n log n in the names of the lexicon.

#include <algorithm>
#include <tuple>

#include "rules/lint.h"
#include "text/fold.h"

namespace quanhe {
namespace {

std::string place_of(const NameRecord& name) { return name.file->path + ":" + std::to_string(name.line); }

auto place_key(const NameRecord& name) { return std::tuple(~name.file->pack, name.file->path, name.line, name.column); }

bool is_accepted(const NameRecord& name, std::string_view warning) {
  bool accepted = false;
  for (Acceptance* acceptance : name.accepted) {
    if (acceptance->warning != warning) continue;
    acceptance->used = true;
    accepted = true;
  }
  return accepted;
}

class LexiconLint {
 public:
  explicit LexiconLint(Loading& loading) : loading_(loading) {
    for (const NameRecord& name : loading.names) order_.push_back(&name);
  }

  void run() {
    std::sort(order_.begin(), order_.end(), [](const NameRecord* a, const NameRecord* b) {
      return std::tie(a->folded, a->words) < std::tie(b->folded, b->words) ||
             (std::tie(a->folded, a->words) == std::tie(b->folded, b->words) && place_key(*a) < place_key(*b));
    });
    for (std::size_t i = 1; i < order_.size(); ++i) {
      const bool same = order_[i]->folded == order_[i - 1]->folded && order_[i]->words == order_[i - 1]->words;
      if (same) judge_same(first_of_same(i), *order_[i]);
    }
    find_twins();
  }

 private:
  const NameRecord& first_of_same(std::size_t i) const {
    while (i > 0 && order_[i - 1]->folded == order_[i]->folded && order_[i - 1]->words == order_[i]->words) --i;
    return *order_[i];
  }

  void warn(const NameRecord& name, std::string message, std::string help) {
    report_at(loading_.diagnostics, Severity::kWarning, *name.file, name.line, name.column, std::move(message),
              std::move(help));
  }

  const std::string& name_of(const NameRecord& name) const { return loading_.rules.lexicon.entries[name.entry].name; }
  const std::string& type_of(const NameRecord& name) const {
    return loading_.rules.ontology.types[loading_.rules.lexicon.entries[name.entry].type].name;
  }

  // A later pack may take a name for itself, but one pack gives it once.
  void judge_same(const NameRecord& first, const NameRecord& again) {
    if (first.file->pack != again.file->pack) return;
    if (first.entry == again.entry) {
      // An entry of another file says more of it under the same name.
      if (first.file != again.file && again.name == name_of(again)) return;
      warn(again, "\"" + again.name + "\" is given twice for one entry", "the first stands at " + place_of(first));
      return;
    }
    const bool first_accepts = is_accepted(first, "ambiguous-name");
    if (is_accepted(again, "ambiguous-name") || first_accepts) return;
    warn(again,
         "\"" + again.name + "\" stands for \"" + name_of(first) + "\" (" + type_of(first) + ") already, at " +
             place_of(first) + ", and never for \"" + name_of(again) + "\" (" + type_of(again) + ")",
         "if that is meant: accept: [ambiguous-name]");
  }

  void find_twins() {
    std::vector<std::pair<std::string, const NameRecord*>> folded;
    folded.reserve(order_.size());
    for (const NameRecord* name : order_) folded.emplace_back(ascii_fold(name->name), name);
    std::sort(folded.begin(), folded.end(), [](const auto& a, const auto& b) {
      return std::tuple(std::string_view(a.first), place_key(*a.second)) <
             std::tuple(std::string_view(b.first), place_key(*b.second));
    });
    for (std::size_t i = 1; i < folded.size(); ++i) {
      for (std::size_t j = i; j-- > 0 && folded[j].first == folded[i].first;) {
        if (judge_twin(*folded[j].second, *folded[i].second)) break;
      }
    }
  }

  // True when a warning came of it.
  bool judge_twin(const NameRecord& first, const NameRecord& again) {
    if (first.entry == again.entry || first.file->pack != again.file->pack) return false;
    if (same_but_for_case(first, again)) return false;
    const bool first_accepts = is_accepted(first, "diacritic-twin");
    if (is_accepted(again, "diacritic-twin") || first_accepts) return false;
    warn(again,
         "\"" + again.name + "\" differs from \"" + first.name + "\" at " + place_of(first) + " by diacritics only",
         "if both are meant: accept: [diacritic-twin]");
    return true;
  }

  bool same_but_for_case(const NameRecord& first, const NameRecord& again) const {
    return loading_.words_of(first.name, true) == loading_.words_of(again.name, true);
  }

  Loading& loading_;
  std::vector<const NameRecord*> order_;
};

}  // namespace

void lint_lexicon(Loading& loading) { LexiconLint(loading).run(); }

}  // namespace quanhe
