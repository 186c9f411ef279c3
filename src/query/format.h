#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/names.h"

namespace quanhe {

// How an answer is written. docs/queries.md holds the keys of JSON and the columns of TSV, which stay as they are.
// Tables and Markdown are for people: they show labels of relations and types, JSON and TSV their names and labels.
// Every answer ends in a line break. JSON is one object in one line, JSON lines are one object for each row of the
// answer. Only tables heed a width, that of the terminal in columns, where 0 means no limit.
enum class Format : std::uint8_t { kTable, kJson, kJsonLines, kTsv, kMarkdown };

// "table", "json", "jsonl", "tsv", "markdown", in this order.
const std::vector<std::string>& format_names();
std::optional<Format> parse_format(std::string_view text);

// The candidates of a name, under a sentence in tables that says why there are several or none.
std::string format_name_answer(const NameAnswer& answer, Format format, int width);

}  // namespace quanhe
