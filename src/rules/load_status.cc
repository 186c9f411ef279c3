#include "rules/loading.h"

namespace quanhe {
namespace {

void load_cue(Loading& loading, const YamlNode& entry) {
  if (!loading.check_keys(entry, {"id", "denied", "requested", "planned", "reported", "reach"})) return;
  CueRule rule;
  rule.id = loading.text(entry, "id");
  const std::string reach = loading.required_text(entry, "reach");
  if (reach == "clause") {
    rule.reach = CueReach::kClause;
  } else if (reach == "sentence") {
    rule.reach = CueReach::kSentence;
  } else if (reach != "next") {
    loading.fault(entry, "reach \"" + reach + "\", expected next, clause or sentence");
  }
  for (const auto& [key, pattern] : entry.members) {
    const std::optional<Status> status = parse_status(key.text);
    if (!status) continue;
    std::optional<CompiledPattern> compiled = loading.compile_member(entry, key.text);
    if (!compiled) return;
    rule.status = *status;
    rule.pattern = std::move(*compiled);
  }
  if (rule.status == Status::kHappened) {
    loading.fault(entry, "a cue without a status", "one of denied, requested, planned, reported and its pattern");
    return;
  }
  loading.rules.cues.index.add(rule.pattern);
  loading.rules.cues.rules.push_back(std::move(rule));
}

}  // namespace

void load_status(Loading& loading, const std::vector<YamlNode>& roots) {
  loading.rules.cues.index = loading.begin_patterns();
  for (const YamlNode* entry : loading.entries(roots)) load_cue(loading, *entry);
}

}  // namespace quanhe
