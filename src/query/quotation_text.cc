#include "query/quotation_text.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "query/answer_pieces.h"
#include "query/markdown.h"

namespace quanhe {
namespace {

constexpr std::string_view kBasisInferred = "inferred";

// "2021 (inferred), near-copy of paper-1"
std::string date_and_source(const StoredDocument& document) {
  std::string text = document.date.empty() ? "undated" : document.date;
  if (document.date_basis == kBasisInferred) text += " (inferred)";
  return document.source == document.id ? text : text + ", near-copy of " + document.source;
}

// "kind: gặp song phương; place: Trùng Khánh"
std::string attributes_text(const Attributes& attributes) {
  std::vector<std::string> pieces;
  for (const auto& [name, value] : attributes) pieces.push_back(name + ": " + value);
  return join(pieces, "; ");
}

bool is_web_address(const std::string& url) { return url.starts_with("https://") || url.starts_with("http://"); }

// A part that its own words explain needs no line of its own in prose.
bool has_story(const QuotedPart& part) { return !part.via.empty() || !part.antecedents.empty(); }

// Parts that the same words fill in the same way, under their roles: "from, to".
struct PartGroup {
  std::string roles;
  const QuotedPart* part = nullptr;
};

std::vector<PartGroup> grouped_parts(const Quotation& quotation) {
  const auto is_same = [](const QuotedPart& a, const QuotedPart& b) {
    return a.span == b.span && a.via == b.via && !a.antecedents.empty() && a.antecedents.size() == b.antecedents.size() &&
           std::equal(a.antecedents.begin(), a.antecedents.end(), b.antecedents.begin(),
                      [](const QuotedWords& x, const QuotedWords& y) { return x.span == y.span; });
  };
  std::vector<PartGroup> groups;
  for (const QuotedPart& part : quotation.parts) {
    const auto same =
        std::find_if(groups.begin(), groups.end(), [&](const PartGroup& group) { return is_same(*group.part, part); });
    if (same == groups.end()) {
      groups.push_back({part.role, &part});
    } else {
      same->roles += ", " + part.role;
    }
  }
  return groups;
}

// What a reference stands for, as far as it stands in one place.
struct Antecedent {
  std::vector<std::string> words;
  std::vector<Span> spans;
  const QuotedWords* place = nullptr;
};

std::vector<Antecedent> antecedents_of(const QuotedPart& part) {
  std::vector<Antecedent> antecedents;
  for (const QuotedWords& words : part.antecedents) {
    if (antecedents.empty() || antecedents.back().place->sentences != words.sentences) antecedents.push_back({{}, {}, &words});
    antecedents.back().words.push_back(words.words);
    antecedents.back().spans.push_back(words.span);
  }
  return antecedents;
}

std::string in_brackets(std::string_view words) { return "[" + std::string(words) + "]"; }

std::string in_bold(std::string_view words) { return "**" + in_markdown(words) + "**"; }

}  // namespace

std::string quotation_paragraph(const Quotation& quotation, const std::string& first, const TextStyle& style) {
  const std::string indent(static_cast<std::size_t>(shown_width(first)), ' ');
  const StoredDocument& document = quotation.document;
  const auto mark = [&](std::string_view words) {
    return style.colours ? style.bold(printable(words)) : in_brackets(printable(words));
  };
  const std::string title = document.title.empty() ? document.id : document.title + " (" + document.id + ")";
  std::string text = wrapped(printable(title + ", " + date_and_source(document)), first, style.width);
  if (!document.url.empty()) text += indent + in_one_line(document.url) + '\n';
  text += wrapped("“" + marked(quotation.quote.text, quotation.quote.sentences.start, spans_of(quotation), mark, printable) + "”",
                  indent, style.width);
  const std::vector<PartGroup> groups = grouped_parts(quotation);
  std::size_t widest = 4;  // "rule"
  for (const PartGroup& group : groups) widest = std::max(widest, group.roles.size());
  const auto line = [&](const std::string& role, const std::string& what) {
    text += wrapped(what, indent + padded(style.faint(role), static_cast<int>(widest)) + "  ", style.width);
  };
  for (const auto& [roles, part] : groups) {
    std::string what = part->span ? printable(part->words) : "";
    if (!part->via.empty()) what += (what.empty() ? "by " : ", by ") + part->via;
    line(roles, what);
    for (const Antecedent& antecedent : antecedents_of(*part)) {
      std::string is = "is " + printable(join(antecedent.words, " + "));
      if (antecedent.place->sentences != quotation.quote.sentences) {
        is += ", in “" + marked(antecedent.place->text, antecedent.place->sentences.start, antecedent.spans, mark, printable) +
              "”";
      }
      line("", is);
    }
  }
  std::string rule = quotation.rule + ", sure " + as_fraction(quotation.confidence);
  if (quotation.status != Status::kHappened) rule += ", " + std::string(to_string(quotation.status));
  if (!quotation.attributes.empty()) rule += "; " + printable(attributes_text(quotation.attributes));
  line("rule", rule);
  return text;
}

std::string quotation_footnote(const Quotation& quotation) {
  const StoredDocument& document = quotation.document;
  const std::string title = in_markdown(document.title.empty() ? document.id : document.title);
  std::string text = "“" + marked(quotation.quote.text, quotation.quote.sentences.start, spans_of(quotation), in_bold, in_markdown) +
                     "” — ";
  text += is_web_address(document.url) ? "[" + title + "](<" + in_one_line(document.url) + ">)" : title;
  text += ", " + in_markdown(date_and_source(document)) + '.';
  for (const auto& [roles, part] : grouped_parts(quotation)) {
    if (!has_story(*part)) continue;
    text += ' ' + in_markdown(roles) + ':' + (part->span ? " “" + in_markdown(part->words) + "”" : "") + " by " +
            in_markdown(part->via);
    for (const Antecedent& antecedent : antecedents_of(*part)) {
      if (antecedent.place->sentences == quotation.quote.sentences) {
        text += ", is " + in_bold(join(antecedent.words, " + "));
      } else {
        text += ", as in “" +
                marked(antecedent.place->text, antecedent.place->sentences.start, antecedent.spans, in_bold, in_markdown) + "”";
      }
    }
    text += '.';
  }
  text += " Rule " + in_markdown(quotation.rule) + ", confidence " + as_fraction(quotation.confidence);
  if (quotation.status != Status::kHappened) text += ", " + std::string(to_string(quotation.status));
  return text + '.';
}

}  // namespace quanhe
