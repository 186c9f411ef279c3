#include "export/evidence_json.h"

#include <algorithm>

#include "base/check.h"
#include "export/numbers.h"

namespace quanhe {
namespace {

std::string_view quote_in(Escape escape) {
  switch (escape) {
    case Escape::kJsonInXml: return "&quot;";
    case Escape::kJsonInTable: return "\"\"";
    default: break;
  }
  QUANHE_CHECK(escape == Escape::kJson);
  return "\"";
}

}  // namespace

JsonText::JsonText(ByteSink& out, Escape escape) : out_(out), escape_(escape), quote_(quote_in(escape)) {
  constexpr std::array<std::string_view, kBetweens> kTexts = {
      R"({"document":")", R"(","quote":")",     R"(","start":)",     R"(,"end":)",       R"(,"rule":")",
      R"(","status":")",  R"(","confidence":)", R"(,"occurrence":)", R"(,"attributes":)"};
  for (std::size_t i = 0; i < kBetweens; ++i) {
    for (const char c : kTexts[i]) {
      if (c == '"') {
        between_[i] += quote_;
      } else {
        between_[i] += c;
      }
    }
  }
}

void JsonText::evidence(const View& view, const EdgeSummary& summary, EvidenceDetail detail) {
  if (detail == EvidenceDetail::kNone) return;
  const std::size_t most = detail == EvidenceDetail::kShort ? kMostShortEvidence : summary.shown.size();
  const std::size_t written = std::min(summary.shown.size(), most);
  out_.append('[');
  for (std::size_t i = 0; i < written; ++i) {
    if (i > 0) out_.append(',');
    occurrence(view, *summary.shown[i], detail);
  }
  if (written < summary.shown.size()) {
    out_.append(',');
    key('{', "omitted");
    append_number(out_, summary.shown.size() - written);
    out_.append('}');
  }
  out_.append(']');
}

void JsonText::occurrence(const View& view, const ViewOccurrence& occurrence, EvidenceDetail detail) {
  const Evidence& evidence = occurrence.evidence;
  out_.append(between_[kDocument]);
  append_escaped(out_, escape_, view.documents[occurrence.document].id);
  if (detail != EvidenceDetail::kOffsets) {
    out_.append(between_[kQuote]);
    // A quote of no more bytes has no more code points.
    const bool whole = detail == EvidenceDetail::kFull || evidence.quote.size() <= kLongestShortQuote;
    append_escaped(out_, escape_,
                   whole ? std::string_view(evidence.quote) : cut_quote(evidence.quote, kLongestShortQuote));
  }
  out_.append(between_[kStart]);
  append_number(out_, evidence.span.start);
  out_.append(between_[kEnd]);
  append_number(out_, evidence.span.end);
  out_.append(between_[kRule]);
  append_escaped(out_, escape_, evidence.rule);
  out_.append(between_[kStatus]);
  out_.append(to_string(occurrence.status));
  out_.append(between_[kConfidence]);
  out_.append(thousandths_to_decimal(evidence.confidence));
  out_.append(between_[kOccurrence]);
  append_number(out_, occurrence.number);
  if (!occurrence.attributes.empty()) {
    out_.append(between_[kAttributes]);
    attributes(occurrence);
  }
  if (detail == EvidenceDetail::kFull && !evidence.parts.empty()) parts(evidence);
  out_.append('}');
}

void JsonText::parts(const Evidence& evidence) {
  key(',', "parts");
  char before = '[';
  for (const Part& part : evidence.parts) {
    out_.append(before);
    before = ',';
    key('{', "role");
    text(part.role);
    if (part.span) {
      out_.append(',');
      span(*part.span);
    }
    if (!part.via.empty()) {
      key(',', "via");
      text(part.via);
    }
    if (!part.resolved.empty()) {
      key(',', "resolved");
      char open = '[';
      for (const Span& each : part.resolved) {
        out_.append(open);
        open = ',';
        out_.append('{');
        span(each);
        out_.append('}');
      }
      out_.append(']');
    }
    out_.append('}');
  }
  out_.append(']');
}

void JsonText::attributes(const ViewOccurrence& occurrence) {
  const auto& attributes = occurrence.attributes;
  if (attributes.empty()) out_.append('{');
  for (std::size_t i = 0; i < attributes.size();) {
    std::size_t end = i + 1;
    while (end < attributes.size() && attributes[end].first == attributes[i].first) ++end;
    out_.append(i == 0 ? '{' : ',');
    text(attributes[i].first);
    out_.append(':');
    if (end - i > 1) out_.append('[');
    for (std::size_t value = i; value < end; ++value) {
      if (value > i) out_.append(',');
      text(attributes[value].second);
    }
    if (end - i > 1) out_.append(']');
    i = end;
  }
  out_.append('}');
}

void JsonText::texts(const std::vector<std::string>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    out_.append(i == 0 ? '[' : ',');
    text(values[i]);
  }
  if (!values.empty()) out_.append(']');
}

void JsonText::dates(const EdgeSummary& summary) {
  for (std::size_t i = 0; i < summary.dates.size(); ++i) {
    out_.append(i == 0 ? '[' : ',');
    text(to_iso(summary.dates[i]));
  }
  if (!summary.dates.empty()) out_.append(']');
}

void JsonText::span(const Span& span) {
  out_.append(quote_);
  out_.append("start");
  out_.append(quote_);
  out_.append(':');
  append_number(out_, span.start);
  key(',', "end");
  append_number(out_, span.end);
}

void JsonText::text(std::string_view value) {
  out_.append(quote_);
  append_escaped(out_, escape_, value);
  out_.append(quote_);
}

void JsonText::key(char before, std::string_view name) {
  out_.append(before);
  out_.append(quote_);
  out_.append(name);
  out_.append(quote_);
  out_.append(':');
}

std::string_view first_code_points(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t points = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins_one = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    if (begins_one && ++points > most) return text.substr(0, i);
  }
  return text;
}

std::string cut_quote(std::string_view text, std::size_t most) {
  if (first_code_points(text, most).size() == text.size()) return std::string(text);
  return std::string(first_code_points(text, most - 1)) + "…";
}

}  // namespace quanhe
