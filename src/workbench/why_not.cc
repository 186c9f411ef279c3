#include "workbench/why_not.h"

#include <algorithm>

#include "base/strings.h"
#include "extract/evaluate.h"
#include "workbench/attempt.h"
#include "workbench/explain.h"
#include "workbench/near_miss.h"
#include "workbench/pattern_text.h"
#include "workbench/read_text.h"
#include "workbench/rule_index.h"
#include "workbench/why_not_edges.h"

namespace quanhe {
namespace {

// What is common to the sorts of rules, as far as why_not() looks.
struct Question {
  std::string id;
  std::vector<const CompiledPattern*> patterns;
  ExtractStep step = ExtractStep::kDone;      // which the rule belongs to
  const EntityStep* entity_step = nullptr;
};

Question question_of(const RelationRule* rule) {
  Question question{rule->id, {}, ExtractStep::kRelations, nullptr};
  for (const CompiledPattern& variant : rule->variants) question.patterns.push_back(&variant);
  return question;
}
Question question_of(const EntityRulePlace& place) {
  return {place.rule->id, {&place.rule->pattern}, ExtractStep::kEntities, place.step};
}
Question question_of(const DateRule* rule) { return {rule->id, {&rule->pattern}, ExtractStep::kDates, nullptr}; }
Question question_of(const ReferenceRule* rule) {
  return {rule->id, {&rule->pattern}, ExtractStep::kReferences, nullptr};
}
Question question_of(const FrameRule* rule) { return {rule->id, {&rule->pattern}, ExtractStep::kFrames, nullptr}; }
Question question_of(const CueRule* rule) { return {rule->id, {&rule->pattern}, ExtractStep::kStatus, nullptr}; }
Question question_of(const DerivationRule* rule) { return {rule->id, {}, ExtractStep::kDone, nullptr}; }

// `before` has taken the steps before the rule's own, so that its sentences are as the rule sees them; `after` all.
class Answer {
 public:
  Answer(const Question& question, ReadText& before, ReadText& after)
      : question_(question), before_(before.work), after_(after.work), document_(before.document) {}

  WhyNotSentence sentence(std::uint32_t number) {
    const Span tokens = document_.sentences[number].tokens;
    said_ = {};
    said_.text = collapse_blanks(document_.original_text(document_.original_span(tokens)));
    if (question_.patterns.empty()) {
      said_.verdict = "a derivation has no pattern; ask why-not of the rules that make its premises";
      return std::move(said_);
    }
    const std::shared_ptr<const SentenceItems> kept_items = before_.items(number);
    const SentenceItems& items = *kept_items;
    items_ = &items;
    const std::optional<Attempt> best = best_attempt(question_.patterns, items);
    said_.pattern = question_.patterns.front()->source;
    if (!best) {
      said_.verdict = "the sentence is empty";
    } else if (best->match) {
      tell_match(*best, number);
    } else {
      tell_stop(*best);
    }
    return std::move(said_);
  }

 private:
  void line(std::string label, std::string text) { said_.lines.emplace_back(std::move(label), std::move(text)); }

  // Alternatives often want the same thing at the same place.
  void line_once(const std::vector<std::string>& texts, const std::string& label) {
    for (auto text = texts.begin(); text != texts.end(); ++text) {
      if (std::find(texts.begin(), text, *text) == text) line(label, *text);
    }
  }

  std::string words(std::uint32_t begin, std::uint32_t end) const {
    if (begin >= end) return "\"\"";
    const std::uint32_t offset = items_->offset();
    return quoted(document_.original_text(document_.original_span({offset + begin, offset + end})));
  }

  void tell_match(const Attempt& best, std::uint32_t number) {
    const Span range = best.match->range;
    line("matched", words(range.start, range.end));
    const Span tokens{items_->offset() + range.start, items_->offset() + range.end};
    if (question_.step == ExtractStep::kRelations || question_.step == ExtractStep::kEntities) {
      tell_found(number, tokens);
    } else if (question_.step == ExtractStep::kFrames) {
      tell_frame(tokens);
    } else if (question_.step == ExtractStep::kStatus) {
      said_.fired = true;
      said_.verdict = "matches";
    } else {
      tell_mention(number, tokens);
    }
  }

  void tell_found(std::uint32_t number, Span tokens) {
    for (std::uint32_t i = 0; i < after_.matches.size(); ++i) {
      const FoundMatch& found = after_.matches[i];
      const bool same = found.rule == question_.id && found.sentence == number && found.tokens == tokens &&
                        found.makes_entity == (question_.entity_step != nullptr);
      if (!same) continue;
      explain_edges(after_, i, said_);
      return;
    }
    if (question_.entity_step == nullptr) {
      said_.verdict = "matches, but its trigger lies within that of an earlier match of the rule";
      return;
    }
    said_.verdict = "matches, but another rule has these words";
    for (const FoundMatch& found : after_.matches) {
      const bool wins = found.sentence == number && found.makes_entity && found.tokens.overlaps(tokens);
      if (wins) {
        line("taken by", "\"" + std::string(found.rule) + "\": " +
                             quoted(document_.original_text(document_.original_span(found.tokens))) +
                             (found.tokens.start < tokens.start ? ", which begins earlier"
                              : found.tokens.length() > tokens.length() ? ", which is longer"
                                                                        : ", which comes first"));
      }
    }
    tell_mentions_over(number, tokens);
  }

  void tell_mentions_over(std::uint32_t number, Span tokens) {
    for (const std::uint32_t index : before_.sentence_mentions[number]) {
      const KnownMention& mention = before_.mentions[index];
      if (!mention.place.tokens.overlaps(tokens)) continue;
      line("there is", name_of(mention.place.type, before_.rules) + " " +
                           quoted(document_.original_text(document_.original_span(mention.place.tokens))));
    }
  }

  void tell_frame(Span tokens) {
    for (const FrameSetting& frame : after_.frames) {
      if (frame.frame != question_.id || !tokens.overlaps({frame.governs.start - 1, frame.governs.start})) continue;
      said_.fired = true;
      line("sets", "@" + frame.slot);
    }
    said_.verdict = said_.fired ? "matches" : "matches, but no slot's capture took a mention";
  }

  // Dates and references.
  void tell_mention(std::uint32_t number, Span tokens) {
    for (const OwnDate& own : after_.own_dates) {
      if (own.tokens != tokens) continue;
      said_.fired = true;
      said_.verdict = "matches";
      line("date", to_iso(own.date) + ", the document's own");
      return;
    }
    for (const std::uint32_t index : after_.sentence_mentions[number]) {
      const KnownMention& mention = after_.mentions[index];
      if (mention.place.tokens != tokens || (!mention.date && !mention.reference)) continue;
      said_.fired = true;
      said_.verdict = "matches";
      if (mention.date) line("date", to_iso(*mention.date));
      if (mention.reference) tell_reference(after_.references[*mention.reference]);
      return;
    }
    const bool date = question_.step == ExtractStep::kDates;
    said_.verdict = date ? "matches, but is no date that can be completed, or another rule has these words"
                         : "matches, but another mention has these words";
    if (date && !before_.date) line("note", "the document has no date from which a day or a month could get its year");
    tell_mentions_over(number, tokens);
  }

  void tell_reference(const ReferenceMention& reference) {
    if (reference.rule->id != question_.id) line("taken by", "\"" + reference.rule->id + "\"");
    const Resolution resolution = resolve_reference(after_, reference);
    std::vector<std::string> names;
    for (const EndValue& value : resolution.values) names.push_back(after_.nodes[value.node].name);
    if (resolution.selector != nullptr) {
      line("stands for", join(names, ", ") + ", by \"" + resolution.selector->text + "\"");
      return;
    }
    said_.fired = false;
    said_.verdict = "matches, but stands for nothing here";
    for (const Selector& selector : reference.rule->selectors) line("in vain", selector.text);
  }

  void tell_stop(const Attempt& best) {
    said_.pattern = best.pattern->source;
    if (!best.pattern->has_trigger) {
      said_.verdict = best.forward.items == 0 ? "no word of the sentence begins it" : "begins, but does not match";
      if (best.forward.items > 0) line("begins at", words(best.position, best.position + 1));
      tell_stops(best.forward, best.forward.items == 0);
      return;
    }
    if (!best.trigger) {
      said_.verdict = "the trigger is not in the sentence";
      tell_stops(best.forward, true);
      return;
    }
    line("trigger", words(best.trigger->start, best.trigger->end));
    said_.verdict = std::string("the trigger is there, but what ") +
                    (best.forward.matched ? "precedes" : best.backward.matched ? "follows" : "surrounds") +
                    " it does not fit";
    tell_half("after it", best.forward);
    tell_half("before it", best.backward);
  }

  void tell_half(const std::string& label, const HalfAttempt& half) {
    if (half.matched) {
      line(label, "fits");
      return;
    }
    line(label, "does not fit");
    tell_stops(half, false);
  }

  void tell_stops(const HalfAttempt& half, bool anywhere) {
    std::vector<std::string> wants;
    std::vector<std::string> stands;
    std::vector<std::string> near;
    for (const StopPoint& stop : half.stops) {
      const std::uint32_t offset = half.program->offset_of(*stop.instruction);
      said_.stopped_at.push_back(offset);
      wants.push_back(item_at(said_.pattern, offset) + " - " +
                      wanted(*stop.instruction, *half.program, before_.rules));
      if (!anywhere) stands.push_back(stands_at(stop, half.program->direction == Reading::kForward));
      if (const auto miss = miss_at(stop, *half.program, anywhere)) near.push_back(*miss);
    }
    line_once(wants, "wanted");
    line_once(stands, "there is");
    line_once(near, "near miss");
  }

  std::optional<std::string> miss_at(const StopPoint& stop, const Program& program, bool anywhere) const {
    const std::uint32_t first = anywhere ? 0 : stop.first;
    const std::uint32_t last = anywhere ? items_->size() : stop.last;
    for (std::uint32_t position = first; position <= last; ++position) {
      auto near = near_miss(*stop.instruction, program, before_.rules, document_, *items_, position);
      if (near) return near;
    }
    return std::nullopt;
  }

  std::string stands_at(const StopPoint& stop, bool forward) const {
    if (stop.first != stop.last) {
      const std::uint32_t begin = forward || stop.first == 0 ? stop.first : stop.first - 1;
      return "none in " + words(begin, std::min(stop.last + (forward ? 1 : 0), items_->size()));
    }
    const std::uint32_t position = stop.first;
    if (forward && position == items_->size()) return "the end of the sentence";
    if (!forward && position == 0) return "the beginning of the sentence";
    const auto mentions = forward ? items_->starting_at(position) : items_->ending_at(position);
    if (mentions.empty()) return words(forward ? position : position - 1, forward ? position + 1 : position);
    const Span range = items_->position_range(*mentions.front());
    return words(range.start, range.end) + ", a mention of " + name_of(mentions.front()->type, before_.rules);
  }

  const Question& question_;
  WorkingDocument& before_;
  WorkingDocument& after_;
  const Document& document_;
  const SentenceItems* items_ = nullptr;
  WhyNotSentence said_;
};

void run_entity_steps_before(const EntityStep& last, WorkingDocument& work) {
  for (const EntityStep& step : work.rules.entity_steps) {
    if (&step == &last) return;
    find_entities_of_step(work, step);
  }
}

}  // namespace

Result<std::vector<WhyNot>> why_not(const std::string& rule, const std::string& text, const RuleSet& rules) {
  if (const std::optional<std::string> unknown = unknown_rule(rules, rule)) return Error{*unknown};
  std::vector<WhyNot> answers;
  for (const AnyRule& any : rules_named(rules, rule)) {
    const Question question = std::visit([](const auto& one) { return question_of(one); }, any);
    DocumentSource source;
    source.id = "text";
    source.text = text;
    auto before = read_text(source, rules, question.step);
    auto after = read_text(source, rules, ExtractStep::kDone);
    if (!before) return before.error();
    if (question.entity_step != nullptr) run_entity_steps_before(*question.entity_step, before.value()->work);
    WhyNot why{rule, kind_of(any), {}};
    Answer answer(question, *before.value(), *after.value());
    for (std::uint32_t i = 0; i < before.value()->document.sentences.size(); ++i) {
      why.sentences.push_back(answer.sentence(i));
    }
    answers.push_back(std::move(why));
  }
  return answers;
}

}  // namespace quanhe
