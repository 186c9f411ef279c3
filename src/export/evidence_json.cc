#include "export/evidence_json.h"

#include <algorithm>
#include <string_view>

#include "export/escape.h"
#include "json/json_text.h"

namespace quanhe {
namespace {

void append_span(std::string& out, const Span& span) {
  out += "\"start\":" + std::to_string(span.start) + ",\"end\":" + std::to_string(span.end);
}

void append_parts(std::string& out, const Evidence& evidence) {
  out += ",\"parts\":[";
  for (const Part& part : evidence.parts) {
    if (out.back() != '[') out += ',';
    out += "{\"role\":";
    append_json_string(out, part.role);
    if (part.span) {
      out += ',';
      append_span(out, *part.span);
    }
    if (!part.via.empty()) {
      out += ",\"via\":";
      append_json_string(out, part.via);
    }
    if (!part.resolved.empty()) out += ",\"resolved\":[";
    for (const Span& span : part.resolved) {
      out += out.back() == '[' ? "{" : ",{";
      append_span(out, span);
      out += '}';
    }
    out += part.resolved.empty() ? "}" : "]}";
  }
  out += ']';
}

void append_occurrence(std::string& out, const View& view, const ViewOccurrence& occurrence, EvidenceDetail detail) {
  const Evidence& evidence = occurrence.evidence;
  out += "{\"document\":";
  append_json_string(out, view.documents[occurrence.document].id);
  if (detail != EvidenceDetail::kOffsets) {
    out += ",\"quote\":";
    append_json_string(
        out, detail == EvidenceDetail::kFull ? evidence.quote : cut_quote(evidence.quote, kLongestShortQuote));
  }
  out += ',';
  append_span(out, evidence.span);
  out += ",\"rule\":";
  append_json_string(out, evidence.rule);
  out += ",\"status\":\"";
  out += to_string(occurrence.status);
  out += "\",\"confidence\":";
  out += thousandths_to_decimal(evidence.confidence);
  out += ",\"occurrence\":" + std::to_string(occurrence.number);
  if (!occurrence.attributes.empty()) {
    out += ",\"attributes\":";
    append_attributes_json(out, occurrence);
  }
  if (detail == EvidenceDetail::kFull && !evidence.parts.empty()) append_parts(out, evidence);
  out += '}';
}

}  // namespace

void append_evidence_json(std::string& out, const View& view, const EdgeSummary& summary, EvidenceDetail detail) {
  if (detail == EvidenceDetail::kNone) return;
  const std::size_t most = detail == EvidenceDetail::kShort ? kMostShortEvidence : summary.shown.size();
  const std::size_t written = std::min(summary.shown.size(), most);
  out += '[';
  for (std::size_t i = 0; i < written; ++i) {
    if (i > 0) out += ',';
    append_occurrence(out, view, *summary.shown[i], detail);
  }
  if (written < summary.shown.size()) {
    out += ",{\"omitted\":" + std::to_string(summary.shown.size() - written) + '}';
  }
  out += ']';
}

void append_aliases_json(std::string& out, const ViewNode& node) {
  if (node.aliases.empty()) return;
  out += '[';
  for (std::size_t i = 0; i < node.aliases.size(); ++i) {
    if (i > 0) out += ',';
    append_json_string(out, node.aliases[i]);
  }
  out += ']';
}

void append_attributes_json(std::string& out, const ViewOccurrence& occurrence) {
  const auto& attributes = occurrence.attributes;
  out += '{';
  for (std::size_t i = 0; i < attributes.size();) {
    if (i > 0) out += ',';
    append_json_string(out, attributes[i].first);
    out += ':';
    std::size_t end = i + 1;
    while (end < attributes.size() && attributes[end].first == attributes[i].first) ++end;
    const bool several = end - i > 1;
    if (several) out += '[';
    for (std::size_t value = i; value < end; ++value) {
      if (value > i) out += ',';
      append_json_string(out, attributes[value].second);
    }
    if (several) out += ']';
    i = end;
  }
  out += '}';
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
