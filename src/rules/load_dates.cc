#include "rules/loading.h"

namespace quanhe {
namespace {

// "$d", "-$n" or "3".
std::optional<DateField> load_field(const Loading& loading, const YamlNode& fields, std::string_view key,
                                    const CompiledPattern& pattern) {
  const YamlNode* node = fields.find(key);
  if (node == nullptr) return std::nullopt;
  DateField field;
  loading.guarded(*node, [&] {
    Scanner scanner(node->text);
    field.negative = scanner.take("-");
    if (scanner.take("$")) {
      field.capture = parse_reference(scanner, {pattern.captures, loading.rules, false}).capture;
    } else {
      field.constant = static_cast<int>(scanner.number());
    }
    if (!scanner.at_end()) scanner.fail("unexpected \"" + std::string(scanner.rest()) + "\"");
  });
  return field;
}

DateRule::Toward load_toward(const Loading& loading, const YamlNode& fields) {
  const std::string toward = loading.text(fields, "toward");
  if (toward == "past") return DateRule::Toward::kPast;
  if (toward == "future") return DateRule::Toward::kFuture;
  if (!toward.empty()) loading.fault(*fields.find("toward"), "\"" + toward + "\", expected past or future");
  return DateRule::Toward::kNearest;
}

DateRule::From load_from(const Loading& loading, const YamlNode& fields) {
  const std::string from = loading.text(fields, "from");
  if (from == "said") return DateRule::From::kSaid;
  if (!from.empty() && from != "document") {
    loading.fault(*fields.find("from"), "\"" + from + "\", expected document or said");
  }
  return DateRule::From::kDocument;
}

bool is_of_document(const Loading& loading, const YamlNode& entry, const DateRule& rule) {
  const YamlNode* of = entry.find("of");
  if (of == nullptr) return false;
  if (of->text != "document") loading.fault(*of, "\"" + of->text + "\", expected document");
  if (!rule.year) loading.fault(*of, "the date of a document needs a year");
  return true;
}

void load_date(Loading& loading, const YamlNode& entry) {
  if (!loading.check_keys(entry, {"id", "match", "date", "of", "priority"})) return;
  std::optional<CompiledPattern> pattern = loading.compile_member(entry, "match");
  const YamlNode* fields = entry.find("date");
  if (fields == nullptr) loading.fault(entry, "\"date\" is missing here");
  if (!pattern || fields == nullptr) return;
  if (!loading.check_keys(*fields,
                          {"day", "month", "year", "years", "days", "months", "until", "toward", "from"})) {
    return;
  }
  DateRule rule;
  rule.id = loading.text(entry, "id");
  rule.priority = loading.integer(entry, "priority", 0, -100, 100);
  rule.day = load_field(loading, *fields, "day", *pattern);
  rule.month = load_field(loading, *fields, "month", *pattern);
  rule.year = load_field(loading, *fields, "year", *pattern);
  rule.years = load_field(loading, *fields, "years", *pattern);
  rule.months = load_field(loading, *fields, "months", *pattern);
  rule.days = load_field(loading, *fields, "days", *pattern);
  rule.toward = load_toward(loading, *fields);
  rule.from = load_from(loading, *fields);
  if (const YamlNode* until = fields->find("until")) {
    loading.check_keys(*until, {"day", "month", "year"});
    rule.until_day = load_field(loading, *until, "day", *pattern);
    rule.until_month = load_field(loading, *until, "month", *pattern);
    rule.until_year = load_field(loading, *until, "year", *pattern);
  }
  rule.pattern = std::move(*pattern);
  IndexedRules<DateRule>& rules = is_of_document(loading, entry, rule) ? loading.rules.document_dates : loading.rules.dates;
  rules.index.add(rule.pattern);
  rules.rules.push_back(std::move(rule));
}

void load_document_year(Loading& loading, const YamlNode& node) {
  std::vector<CompiledPattern> variants = loading.compile(node, TriggerUse::kNone);
  if (variants.empty()) return;
  DocumentYearRule rule;
  rule.pattern = std::move(variants.front());
  std::uint32_t capture = 0;
  while (capture < rule.pattern.captures.size() && rule.pattern.captures[capture].name != "y") ++capture;
  if (capture == rule.pattern.captures.size()) loading.fault(node, "the pattern has no capture {y: Year}");
  rule.year_capture = capture;
  loading.rules.document_years.index.add(rule.pattern);
  loading.rules.document_years.rules.push_back(std::move(rule));
}

}  // namespace

void load_dates(Loading& loading, const std::vector<YamlNode>& roots) {
  RuleSet& rules = loading.rules;
  rules.dates.index = rules.document_dates.index = rules.document_years.index = loading.begin_patterns();
  std::vector<YamlNode> lists;
  for (const YamlNode& root : roots) {
    if (!loading.check_keys(root, {"dates", "document_year"})) continue;
    if (const YamlNode* dates = root.find("dates")) lists.push_back(*dates);
  }
  for (const YamlNode* entry : loading.entries(lists)) load_date(loading, *entry);
  if (!loading.rules.dates.rules.empty()) loading.made |= TypeMask{1} << loading.rules.date_type;
  for (const YamlNode& root : roots) {
    const YamlNode* years = root.find("document_year");
    if (years == nullptr) continue;
    for (const YamlNode& pattern : years->items) load_document_year(loading, pattern);
  }
}

}  // namespace quanhe
