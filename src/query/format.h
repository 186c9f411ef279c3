#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "query/names.h"
#include "query/neighbours.h"

namespace quanhe {

// docs/queries.md holds the keys of JSON and the columns of TSV, which stay as they are.
enum class Format : std::uint8_t { kTable, kJson, kTsv };

// "table", "json" or "tsv".
std::optional<Format> parse_format(std::string_view text);

// All of these end in a line break; JSON is one object in one line. `width` is that of the terminal in columns,
// 0 for no limit; only tables heed it. Relations and types are shown by their labels in tables, by their names in
// JSON and TSV, where relations have their labels too.

// The answer; that of a name that is not kFound as format_name_answer() gives it.
std::string format_neighbours(const NeighbourAnswer& answer, Format format, int width);

// The candidates of a name, under a sentence in tables that says why there are several or none.
std::string format_name_answer(const NameAnswer& answer, Format format, int width);

}  // namespace quanhe
