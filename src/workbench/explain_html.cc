#include "workbench/explain_html.h"

#include "base/strings.h"
#include "text/layout.h"
#include "workbench/page_style.h"

namespace quanhe {
namespace {

std::string escaped(std::string_view text) {
  std::string html;
  for (const char c : printable(text)) {
    switch (c) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      case '\'': html += "&#39;"; break;
      default: html += c;
    }
  }
  return html;
}

class Page {
 public:
  explicit Page(const RuleSet& rules) : rules_(rules) {}

  std::string write(const std::vector<ExplainedDocument>& documents) {
    const std::string style = page_style(rules_);
    html_ = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
    html_ += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '" +
             content_security_hash(style) + "'; base-uri 'none'; form-action 'none'\">\n";
    html_ += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    html_ += "<title>What the rules of " + escaped(rules_.info.name) + " read</title>\n";
    html_ += "<style>" + style + "</style>\n</head>\n<body>\n";
    html_ += "<h1>What the rules of " + escaped(rules_.info.name) + " read</h1>\n";
    write_legend();
    for (const ExplainedDocument& document : documents) write(document);
    return html_ + "</body>\n</html>\n";
  }

 private:
  std::string mark(std::uint32_t type, const std::string& title) const {
    return "<mark class=\"t" + std::to_string(type) + "\" title=\"" + escaped(title) + "\"><span>";
  }

  void write_legend() {
    html_ += "<ul>";
    for (std::uint32_t type = 0; type < rules_.ontology.types.size(); ++type) {
      html_ += "<li>" + mark(type, name_of(type, rules_)) + escaped(name_of(type, rules_)) + "</span></mark></li>";
    }
    html_ += "<li>" + mark(rules_.date_type, "Date") + "Date</span></mark></li></ul>\n";
  }

  void write(const ExplainedDocument& document) {
    html_ += "<h2>" + escaped(document.id);
    if (!document.date.empty()) html_ += " <small>" + document.date + " (" + document.date_basis + ")</small>";
    html_ += " <small>" + counted(document.edges, "edge", "edges") + "</small></h2>\n";
    if (!document.date_reason.empty()) html_ += "<p>Date by " + escaped(document.date_reason) + "</p>\n";
    for (const ExplainedSentence& sentence : document.sentences) write(sentence);
  }

  void write(const ExplainedSentence& sentence) {
    html_ += "<section>\n<blockquote lang=\"" + escaped(rules_.ontology.language) + "\">" + marked(sentence) +
             "</blockquote>\n";
    for (const ExplainedFrame& frame : sentence.frames) write(frame);
    for (const ExplainedReference& reference : sentence.references) write(reference);
    for (const ExplainedMatch& match : sentence.matches) write(match);
    html_ += "</section>\n";
  }

  std::string marked(const ExplainedSentence& sentence) const {
    std::string marked;
    std::vector<std::uint32_t> ends;
    std::uint32_t at = 0;
    const auto copy_to = [&](std::uint32_t end) {
      marked += escaped(std::string_view(sentence.text).substr(at, end - at));
      at = end;
    };
    const auto close_until = [&](std::uint32_t position) {
      for (; !ends.empty() && ends.back() <= position; ends.pop_back()) {
        copy_to(ends.back());
        marked += "</span></mark>";
      }
    };
    for (const ExplainedMention& mention : sentence.mentions) {
      close_until(mention.bytes.start);
      copy_to(mention.bytes.start);
      const std::string known = mention.stands_for.empty() ? "" : ": " + mention.stands_for;
      marked += mark(mention.type, name_of(mention.type, rules_) + known);
      ends.push_back(mention.bytes.end);
    }
    close_until(UINT32_MAX);
    copy_to(static_cast<std::uint32_t>(sentence.text.size()));
    return marked;
  }

  void headline(const std::string& kind, const std::string& rule, const std::string& rest) {
    html_ += "<h3><small>" + kind + "</small> " + escaped(rule) + " <small>" + escaped(rest) + "</small></h3>\n";
  }

  void item(const std::string& label, const std::string& said) {
    html_ += "<dt>" + escaped(label) + "</dt><dd>" + escaped(said) + "</dd>\n";
  }

  void write(const ExplainedFrame& frame) {
    headline("frame", frame.frame, "");
    html_ += "<dl>\n";
    item("@" + frame.slot, quoted(frame.words) + (frame.stands_for.empty() ? "" : " = " + frame.stands_for));
    item("governs", frame.governs);
    html_ += "</dl>\n";
  }

  void write(const ExplainedReference& reference) {
    headline("reference", reference.rule, quoted(reference.words));
    html_ += "<dl>\n";
    if (reference.stands_for.empty()) {
      item("stands for", "nothing: no selector gave as many as it stands for");
    } else {
      item("stands for", join(reference.stands_for, ", "));
      item("by", reference.selector);
      item("from", quoted(join(reference.places, "\" and \"")));
    }
    if (!reference.tried.empty()) item("in vain", join(reference.tried, "; "));
    html_ += "</dl>\n";
  }

  void write(const ExplainedMatch& match) {
    headline(match.kind, match.rule, match.trigger.empty() ? "" : "trigger " + quoted(match.trigger));
    for (const ExplainedEdge& edge : match.edges) write(edge);
    html_ += "<dl>\n";
    for (const ExplainedCapture& capture : match.captures) {
      item("$" + capture.name, quoted(capture.words) + (capture.stands_for.empty() ? "" : " = " + capture.stands_for));
    }
    for (const ExplainedReason& reason : match.reasons) item(reason.role, reason.reason);
    if (match.status != "happened") {
      const std::string by = match.cue.empty() ? "" : " by the " + match.cue;
      item("status", match.status + by + (match.shown ? "" : ", so it is kept and not shown"));
    }
    html_ += "</dl>\n";
  }

  void write(const ExplainedEdge& edge) {
    html_ += "<p class=\"edge\">" + escaped(edge.from + " -" + edge.relation + (edge.symmetric ? "- " : "-> ") + edge.to);
    for (const auto& [name, value] : edge.attributes) {
      html_ += "<br><small>" + escaped(name + ": " + value) + "</small>";
    }
    html_ += "</p>\n";
  }

  const RuleSet& rules_;
  std::string html_;
};

}  // namespace

std::string to_html(const std::vector<ExplainedDocument>& documents, const RuleSet& rules) {
  return Page(rules).write(documents);
}

}  // namespace quanhe
