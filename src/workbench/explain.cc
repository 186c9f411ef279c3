#include "workbench/explain.h"

#include <algorithm>
#include <map>

#include "base/strings.h"
#include "extract/evaluate.h"
#include "text/layout.h"
#include "workbench/read_text.h"

namespace quanhe {
namespace {

class Explainer {
 public:
  Explainer(WorkingDocument& work, const std::string& rule) : work_(work), only_(rule) {}

  ExplainedDocument run() {
    explained_.id = work_.document.id;
    if (work_.date) {
      explained_.date = to_iso(*work_.date);
      explained_.date_basis = work_.date_is_inferred ? "inferred" : "metadata";
      explained_.date_reason = work_.date_reason;
    }
    const std::vector<Sentence>& sentences = work_.document.sentences;
    explained_.sentences.resize(sentences.size());
    for (std::uint32_t i = 0; i < sentences.size(); ++i) add_text(i);
    add_facts();
    for (const FrameSetting& frame : work_.frames) add_frame(frame);
    for (const ReferenceMention& reference : work_.references) add_reference(reference);
    if (!only_.empty()) std::erase_if(explained_.sentences, says_nothing);
    return std::move(explained_);
  }

 private:
  static bool says_nothing(const ExplainedSentence& sentence) {
    return sentence.matches.empty() && sentence.frames.empty() && sentence.references.empty();
  }

  bool wanted(std::string_view rule) const { return only_.empty() || rule == only_; }

  std::string words(Span tokens) const { return std::string(work_.document.original_text(work_.original(tokens))); }

  std::string names(const std::vector<EndValue>& values) const {
    std::vector<std::string> names;
    for (const EndValue& value : values) names.push_back(work_.nodes[value.node].name);
    return join(names, ", ");
  }

  std::string stands_for(const KnownMention& mention) const {
    if (mention.node) return work_.nodes[*mention.node].name;
    if (mention.date) return to_iso(*mention.date);
    if (mention.reference) return names(resolve_reference(work_, work_.references[*mention.reference]).values);
    return "";
  }

  std::string stands_for(const std::vector<std::uint32_t>& mentions) const {
    std::vector<std::string> names;
    for (const std::uint32_t mention : mentions) names.push_back(stands_for(work_.mentions[mention]));
    std::erase(names, "");
    return join(names, ", ");
  }

  void add_text(std::uint32_t number) {
    const Span whole = work_.original(work_.document.sentences[number].tokens);
    ExplainedSentence& sentence = explained_.sentences[number];
    sentence.text = work_.document.original_text(whole);
    for (const std::uint32_t index : work_.sentence_mentions[number]) {
      const KnownMention& mention = work_.mentions[index];
      const Span bytes = work_.original(mention.place.tokens);
      sentence.mentions.push_back(
          {{bytes.start - whole.start, bytes.end - whole.start}, mention.place.type, stands_for(mention)});
    }
    std::sort(sentence.mentions.begin(), sentence.mentions.end(), [](const auto& a, const auto& b) {
      return std::tuple(a.bytes.start, ~a.bytes.end, a.type) < std::tuple(b.bytes.start, ~b.bytes.end, b.type);
    });
  }

  // Facts of one match stand together, where the first of them does.
  void add_facts() {
    std::map<std::uint32_t, std::pair<std::uint32_t, std::size_t>> of_occurrence;
    for (const Fact& fact : work_.facts) {
      if (!wanted(fact.rule)) continue;
      const bool derived = fact.match == Fact::kDerived;
      const std::uint32_t number = derived ? sentence_of(fact.tokens.start) : work_.matches[fact.match].sentence;
      std::vector<ExplainedMatch>& matches = explained_.sentences[number].matches;
      const auto [place, is_new] = of_occurrence.emplace(fact.occurrence, std::pair(number, matches.size()));
      if (is_new) matches.push_back(derived ? derivation(fact) : match(work_.matches[fact.match]));
      add_edge(fact, matches[place->second.second]);
    }
  }

  std::uint32_t sentence_of(std::uint32_t token) const {
    std::uint32_t number = 0;
    while (work_.document.sentences[number].tokens.end <= token) ++number;
    return number;
  }

  static ExplainedMatch derivation(const Fact& fact) {
    ExplainedMatch made;
    made.rule = fact.rule;
    made.kind = "derivation";
    made.confidence = fact.confidence;
    made.status = to_string(fact.status);
    made.shown = is_shown(fact.status);
    return made;
  }

  ExplainedMatch match(const FoundMatch& found) const {
    ExplainedMatch made;
    made.rule = found.rule;
    made.kind = found.makes_entity ? "entity" : "relation";
    if (found.trigger.length() > 0) made.trigger = words(found.trigger);
    made.confidence = found.confidence;
    made.status = to_string(found.status);
    made.shown = is_shown(found.status);
    if (found.cue != nullptr) made.cue = "cue \"" + found.cue->id + "\": " + quoted(words(found.cue_tokens));
    for (std::size_t i = 0; i < found.captures.size(); ++i) {
      if (!found.captures[i]) continue;
      const CaptureValue& value = *found.captures[i];
      ExplainedCapture capture{found.pattern->captures[i].name, words(value.tokens), stands_for(value.mentions)};
      if (value.mentions.empty() && value.entry != nullptr) capture.stands_for = value.entry->text;
      if (collapse_blanks(capture.words) == capture.stands_for) capture.stands_for.clear();
      made.captures.push_back(std::move(capture));
    }
    return made;
  }

  void add_edge(const Fact& fact, ExplainedMatch& match) {
    const Relation& relation = work_.rules.ontology.relations[fact.relation];
    match.edges.push_back({work_.nodes[fact.from].name, relation.name, work_.nodes[fact.to].name, relation.symmetric,
                           fact.attributes});
    ++explained_.edges;
    if (to_string(fact.status) != match.status) {
      add_reason({"status", std::string(to_string(fact.status)) + ", since its date is after the document's"}, match);
    }
    for (const Part& part : fact.parts) {
      if (part.via.empty()) continue;
      add_reason({part.role, reason_of(part)}, match);
    }
  }

  static void add_reason(ExplainedReason reason, ExplainedMatch& match) {
    if (std::find(match.reasons.begin(), match.reasons.end(), reason) != match.reasons.end()) return;
    match.reasons.push_back(std::move(reason));
  }

  static std::string in_words(const std::string& via) {
    if (via == "default home") return "default home: no words say it, so it is the pack's home";
    if (via == "default document") return "default document: other words of the text tie it to the same node";
    if (via == "default neighbour") return "default neighbour: the one that it is joined with has it";
    if (via == "default register") return "default register: the register of offices or the lexicon says it";
    return via;
  }

  std::string reason_of(const Part& part) const {
    std::string reason = in_words(part.via);
    if (part.span) reason += ", by the words " + quoted(words(*part.span));
    std::vector<std::string> places;
    for (const Span& place : part.resolved) places.push_back(quoted(words(place)));
    if (!places.empty()) reason += ", which stand for " + join(places, " and ");
    return reason;
  }

  void add_frame(const FrameSetting& frame) {
    if (!wanted(frame.frame)) return;
    const Span span{work_.mentions[frame.mentions.front()].place.tokens.start,
                    work_.mentions[frame.mentions.back()].place.tokens.end};
    const std::uint32_t number = sentence_of(span.start);
    explained_.sentences[number].frames.push_back(
        {frame.frame, frame.slot, words(span), stands_for(frame.mentions), reach(frame, number)});
  }

  std::string reach(const FrameSetting& frame, std::uint32_t number) const {
    const auto next = std::find_if(work_.frames.begin(), work_.frames.end(), [&](const FrameSetting& other) {
      return other.slot == frame.slot && other.governs.start > frame.governs.start &&
             other.governs.start < frame.governs.end;
    });
    const std::string unless = next == work_.frames.end() ? "" : ", until it is set again";
    const std::vector<Sentence>& sentences = work_.document.sentences;
    if (frame.governs.end <= work_.mentions[frame.mentions.front()].place.tokens.start) {
      return "what stands in the paragraphs before, unless something else does";
    }
    if (frame.governs.end == sentences[number].tokens.end) return "from there to the end of the sentence" + unless;
    if (frame.governs.end == work_.document.tokens.size()) return "from there to the end of the document" + unless;
    if (frame.governs.end < sentences[number].tokens.end) return "from there to the end of the list" + unless;
    return "from there to the end of the paragraph" + unless;
  }

  void add_reference(const ReferenceMention& reference) {
    if (!wanted(reference.rule->id)) return;
    const KnownMention& mention = work_.mentions[reference.mention];
    const Resolution resolution = resolve_reference(work_, reference);
    ExplainedReference made;
    made.rule = reference.rule->id;
    made.words = words(mention.place.tokens);
    for (const Selector& selector : reference.rule->selectors) {
      if (&selector == resolution.selector) {
        made.selector = selector.text;
        break;
      }
      made.tried.push_back(selector.text);
    }
    for (const EndValue& value : resolution.values) {
      made.stands_for.push_back(work_.nodes[value.node].name);
      for (const Span& place : value.part.resolved) {
        const std::string said = words(place);
        if (std::find(made.places.begin(), made.places.end(), said) == made.places.end()) made.places.push_back(said);
      }
    }
    explained_.sentences[mention.sentence].references.push_back(std::move(made));
  }

  WorkingDocument& work_;  // resolving a reference may add a node
  const std::string& only_;
  ExplainedDocument explained_;
};

}  // namespace

Result<ExplainedDocument> explain(DocumentSource source, const RuleSet& rules, const std::string& rule) {
  const auto read = read_text(std::move(source), rules, ExtractStep::kDone);
  if (!read) return read.error();
  return Explainer(read.value()->work, rule).run();
}

std::string colour_of(std::uint32_t type, const RuleSet& rules) {
  return type < rules.ontology.types.size() ? rules.ontology.types[type].colour : "#888888";
}

std::string name_of(std::uint32_t type, const RuleSet& rules) {
  return type < rules.ontology.types.size() ? rules.ontology.types[type].name : "Date";
}

}  // namespace quanhe
