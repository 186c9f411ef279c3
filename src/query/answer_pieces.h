#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "json/json_writer.h"
#include "query/names.h"
#include "store/stored_graph.h"

namespace quanhe {

// What the formats of several answers have in common.

std::string_view outcome_name(NameOutcome outcome);
std::string_view direction_name(Direction direction);  // "out", "in", "both"
std::string_view arrow(Direction direction);

// "0.95" of 950 thousandths, rounded down so that nothing looks surer than it is.
std::string as_fraction(int thousandths);

// "1 neighbour", "2 neighbours".
std::string plural(std::size_t count, const std::string& thing);

// "2021-06-07", "2021-06-07 +2" where two more follow, or "".
std::string first_date(const std::vector<std::string>& dates);

// The values in one line each, separated by tabs, and a line break.
void append_tsv_line(std::string& text, std::initializer_list<std::string_view> values);

// {"id", "type", "name"}
void write_node(JsonWriter& json, std::string_view key, const StoredNode& node);
// "id", "type", "name" and "documents" of an object that was begun; of a candidate "matched" before the last.
void write_node_fields(JsonWriter& json, const StoredNode& node);
void write_candidate(JsonWriter& json, const Candidate& candidate);

void write_strings(JsonWriter& json, std::string_view key, const std::vector<std::string>& values);

// An object a line: `write_row(json, row)` writes one.
template <typename Row, typename WriteRow>
std::string json_lines(const std::vector<Row>& rows, const WriteRow& write_row) {
  JsonWriter json;
  std::string text;
  for (const Row& row : rows) {
    write_row(json, row);
    text += json.take() + '\n';
  }
  return text;
}

}  // namespace quanhe
