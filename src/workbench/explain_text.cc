#include "workbench/explain_text.h"

#include <set>

#include "base/strings.h"

namespace quanhe {
namespace {

constexpr int kLabelColumns = 12;

class Writer {
 public:
  Writer(const RuleSet& rules, const TextStyle& style) : rules_(rules), style_(style) {}

  std::string write(const ExplainedDocument& document) {
    std::string title = style_.bold(printable(document.id));
    if (!document.date.empty()) title += "  " + document.date + " (" + document.date_basis + ")";
    text_ += title + "\n";
    if (!document.date_reason.empty()) line("date", "by " + printable(document.date_reason));
    if (style_.colours) write_legend(document);
    text_ += "\n";
    for (const ExplainedSentence& sentence : document.sentences) write(sentence);
    text_ += counted(document.edges, "edge", "edges") + "\n";
    return std::move(text_);
  }

 private:
  void write_legend(const ExplainedDocument& document) {
    std::set<std::uint32_t> types;
    for (const ExplainedSentence& sentence : document.sentences) {
      for (const ExplainedMention& mention : sentence.mentions) types.insert(mention.type);
    }
    std::string legend;
    for (const std::uint32_t type : types) legend += style_.in_colour(colour_of(type, rules_), name_of(type, rules_)) + " ";
    text_ += wrapped(legend, "", style_.width);
  }

  void write(const ExplainedSentence& sentence) {
    text_ += wrapped(marked(sentence), "", style_.width);
    for (const ExplainedFrame& frame : sentence.frames) write(frame);
    for (const ExplainedReference& reference : sentence.references) write(reference);
    for (const ExplainedMatch& match : sentence.matches) write(match);
    text_ += "\n";
  }

  std::string begin_mark(const ExplainedMention& mention, bool nested) const {
    if (!style_.colours) return "[" + name_of(mention.type, rules_) + " ";
    return colour_start(colour_of(mention.type, rules_)) + (nested ? "\033[4m" : "");
  }

  // The text with its mentions marked. Colours begin anew after the end of a nested mention.
  std::string marked(const ExplainedSentence& sentence) const {
    std::string marked;
    std::vector<const ExplainedMention*> open;
    std::uint32_t at = 0;
    const auto copy_to = [&](std::uint32_t end) {
      marked += printable(std::string_view(sentence.text).substr(at, end - at));
      at = end;
    };
    const auto close_until = [&](std::uint32_t position) {
      while (!open.empty() && open.back()->bytes.end <= position) {
        copy_to(open.back()->bytes.end);
        open.pop_back();
        marked += style_.colours ? std::string(kColourEnd) : "]";
        if (style_.colours && !open.empty()) marked += begin_mark(*open.back(), open.size() > 1);
      }
    };
    for (const ExplainedMention& mention : sentence.mentions) {
      close_until(mention.bytes.start);
      copy_to(mention.bytes.start);
      marked += begin_mark(mention, !open.empty());
      open.push_back(&mention);
    }
    close_until(UINT32_MAX);
    copy_to(static_cast<std::uint32_t>(sentence.text.size()));
    return marked;
  }

  void line(const std::string& label, const std::string& said) {
    text_ += wrapped(said, "    " + style_.faint(padded(label, kLabelColumns)), style_.width);
  }

  void headline(const std::string& kind, const std::string& rule, const std::string& rest) {
    text_ += wrapped(rest, "  " + kind + " " + style_.bold(rule) + (rest.empty() ? "" : "  "), style_.width);
  }

  void write(const ExplainedFrame& frame) {
    headline("frame", frame.frame, "");
    const bool says_more = !frame.stands_for.empty() && frame.stands_for != collapse_blanks(frame.words);
    line("@" + frame.slot, quoted(frame.words) + (says_more ? " = " + printable(frame.stands_for) : ""));
    line("governs", frame.governs);
  }

  void write(const ExplainedReference& reference) {
    headline("reference", reference.rule, quoted(reference.words));
    if (reference.stands_for.empty()) {
      line("stands for", style_.bad("nothing") + ": no selector gave as many as it stands for");
    } else {
      line("stands for", printable(join(reference.stands_for, ", ")));
      line("by", reference.selector);
      line("from", quoted(join(reference.places, "\" and \"")));
    }
    if (!reference.tried.empty()) line("in vain", join(reference.tried, "; "));
  }

  void write(const ExplainedMatch& match) {
    headline(match.kind, match.rule, match.trigger.empty() ? "" : "trigger " + quoted(match.trigger));
    for (const ExplainedEdge& edge : match.edges) write(edge);
    for (const ExplainedCapture& capture : match.captures) {
      const std::string also = capture.stands_for.empty() ? "" : " = " + printable(capture.stands_for);
      line("$" + capture.name, quoted(capture.words) + also);
    }
    for (const ExplainedReason& reason : match.reasons) line(reason.role, printable(reason.reason));
    if (match.status != "happened") {
      const std::string hidden = match.shown ? "" : ", so it is kept and not shown";
      line("status", style_.bad(match.status) + (match.cue.empty() ? "" : " by the " + printable(match.cue)) + hidden);
    }
  }

  void write(const ExplainedEdge& edge) {
    const std::string arrow = " -" + edge.relation + (edge.symmetric ? "- " : "-> ");
    text_ += wrapped(printable(edge.from) + arrow + printable(edge.to), "    " + style_.good("=> "), style_.width);
    for (const auto& [name, value] : edge.attributes) {
      text_ += wrapped(printable(value), "         " + style_.faint(name + ":") + " ", style_.width);
    }
  }

  const RuleSet& rules_;
  const TextStyle& style_;
  std::string text_;
};

}  // namespace

std::string to_text(const ExplainedDocument& document, const RuleSet& rules, const TextStyle& style) {
  return Writer(rules, style).write(document);
}

}  // namespace quanhe
