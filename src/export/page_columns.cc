#include "export/page_columns.h"

#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/keyed_hash.h"
#include "export/edge_summary.h"
#include "export/escape.h"
#include "export/numbers.h"
#include "query/told_period.h"

namespace quanhe {
namespace {

constexpr std::uint32_t kUnknown = UINT32_MAX;

// Where each name stands in a list of the ontology.
template <typename Named>
KeyedMap<std::string, std::uint32_t> numbers_of(const std::vector<Named>& list) {
  KeyedMap<std::string, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < list.size(); ++i) numbers.emplace(list[i].name, i);
  return numbers;
}

// One object of columns, one after another.
class Columns {
 public:
  explicit Columns(ByteSink& sink) : out_(sink) { out_.append('{'); }

  // write(element) writes one value.
  template <typename Elements, typename Write>
  void add(std::string_view name, const Elements& elements, Write write) {
    out_.append(is_first_ ? "\"" : ",\n\"");
    is_first_ = false;
    out_.append(name);
    out_.append("\":[");
    bool is_first_value = true;
    for (const auto& element : elements) {
      if (out_.failed()) return;
      if (!is_first_value) out_.append(',');
      is_first_value = false;
      write(element);
    }
    out_.append(']');
  }

  void end() { out_.append('}'); }

  void string(std::string_view value) {
    out_.append('"');
    append_escaped(out_, Escape::kJson, value);
    out_.append('"');
  }

  void string_or_null(std::string_view value) { value.empty() ? out_.append("null") : string(value); }

  template <typename Strings>
  void strings(const Strings& values) {
    out_.append('[');
    bool is_first = true;
    for (const auto& value : values) {
      if (!is_first) out_.append(',');
      is_first = false;
      string(value);
    }
    out_.append(']');
  }

  void number(std::uint64_t value) { append_number(out_, value); }
  void decimal(double value) { append_decimal(out_, value); }

 private:
  ByteSink& out_;
  bool is_first_ = true;
};

std::uint32_t document_count(const ViewEdge& edge) {
  std::uint32_t count = 0;
  std::uint32_t last = kUnknown;
  // By document.
  for (const ViewOccurrence& occurrence : edge.occurrences) {
    if (occurrence.document != last) ++count;
    last = occurrence.document;
  }
  return count;
}

std::set<std::string_view> dates_of(const ViewEdge& edge) {
  std::set<std::string_view> dates;
  for (const ViewOccurrence& occurrence : edge.occurrences) {
    for (const auto& [name, value] : occurrence.attributes) {
      if (name == "date" && !value.empty()) dates.insert(value);
    }
  }
  return dates;
}

// Of the attributes that are no dates: titles.
std::set<std::string_view> values_of(const ViewEdge& edge) {
  std::set<std::string_view> values;
  for (const ViewOccurrence& occurrence : edge.occurrences) {
    for (const auto& [name, value] : occurrence.attributes) {
      if (!tells_days(name)) values.insert(value);
    }
  }
  return values;
}

std::optional<DaySpan> period_of(const View& view, const ViewEdge& edge) {
  ToldPeriod period;
  for (const ViewOccurrence& occurrence : edge.occurrences) {
    period.hear(dating_of(occurrence.status, view.documents[occurrence.document].date, occurrence.attributes));
  }
  return period.days();
}

std::string day(int number) { return to_iso(plus_days({1970, 1, 1}, number)); }

// To a tenth.
double rounded(double coordinate) { return std::round(coordinate * 10) / 10; }

}  // namespace

Ontology complete_ontology(const View& view) {
  Ontology ontology = view.ontology;
  std::set<std::string> types;
  for (const ViewNode& node : view.nodes) {
    if (ontology.find_type(node.type) == nullptr) types.insert(node.type);
  }
  std::set<std::string> relations;
  for (const ViewEdge& edge : view.edges) {
    if (ontology.find_relation(edge.relation) == nullptr) relations.insert(edge.relation);
  }
  for (const std::string& type : types) {
    ontology.types.push_back({type, "", {{ontology.language, type}}, {}, "", ""});
  }
  for (const std::string& relation : relations) {
    ontology.relations.push_back({relation, {{ontology.language, relation}}, "", false, false, {}, {}});
  }
  return ontology;
}

void write_node_columns(const View& view, const Ontology& ontology, const NodeFigures& figures, ByteSink& sink) {
  const auto types = numbers_of(ontology.types);
  Columns columns(sink);
  columns.add("id", view.nodes, [&](const ViewNode& node) { columns.string(node.id); });
  columns.add("type", view.nodes, [&](const ViewNode& node) { columns.number(types.at(node.type)); });
  columns.add("name", view.nodes, [&](const ViewNode& node) { columns.string(node.name); });
  columns.add("documents", view.nodes, [&](const ViewNode& node) { columns.number(node.document_count); });
  columns.add("degree", figures.degrees, [&](std::uint32_t degree) { columns.number(degree); });
  columns.add("x", figures.positions, [&](const Position& position) { columns.decimal(rounded(position.x)); });
  columns.add("y", figures.positions, [&](const Position& position) { columns.decimal(rounded(position.y)); });
  columns.add("aliases", view.nodes, [&](const ViewNode& node) { columns.strings(node.aliases); });
  columns.end();
}

void write_edge_columns(const View& view, const Ontology& ontology, ByteSink& sink) {
  const auto relations = numbers_of(ontology.relations);
  const auto relation_of = [&](const ViewEdge& edge) { return relations.at(edge.relation); };
  const auto is_state = [&](const ViewEdge& edge) { return ontology.relations[relation_of(edge)].state; };
  const auto write_day = [&](Columns& columns, const ViewEdge& edge, int DaySpan::*end) {
    const std::optional<DaySpan> period = is_state(edge) ? period_of(view, edge) : std::nullopt;
    columns.string_or_null(period ? day((*period).*end) : "");
  };
  Columns columns(sink);
  columns.add("from", view.edges, [&](const ViewEdge& edge) { columns.number(edge.from); });
  columns.add("relation", view.edges, [&](const ViewEdge& edge) { columns.number(relation_of(edge)); });
  columns.add("to", view.edges, [&](const ViewEdge& edge) { columns.number(edge.to); });
  columns.add("status", view.edges, [&](const ViewEdge& edge) { columns.string(to_string(edge.status)); });
  columns.add("statements", view.edges, [&](const ViewEdge& edge) { columns.number(edge.occurrences.size()); });
  columns.add("documents", view.edges, [&](const ViewEdge& edge) { columns.number(document_count(edge)); });
  columns.add("sources", view.edges, [&](const ViewEdge& edge) { columns.number(edge.source_count); });
  columns.add("confidence", view.edges,
              [&](const ViewEdge& edge) { columns.number(static_cast<std::uint64_t>(edge.confidence)); });
  columns.add("dates", view.edges, [&](const ViewEdge& edge) { columns.strings(dates_of(edge)); });
  columns.add("first", view.edges, [&](const ViewEdge& edge) { write_day(columns, edge, &DaySpan::first); });
  columns.add("last", view.edges, [&](const ViewEdge& edge) { write_day(columns, edge, &DaySpan::last); });
  columns.add("values", view.edges, [&](const ViewEdge& edge) {
    columns.strings(is_state(edge) ? values_of(edge) : std::set<std::string_view>());
  });
  columns.add("judgement", view.edges, [&](const ViewEdge& edge) { columns.string_or_null(judgement_of(edge)); });
  columns.end();
}

}  // namespace quanhe
