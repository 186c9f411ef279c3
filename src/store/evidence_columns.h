#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "facts/facts.h"
#include "store/numbered_names.h"

namespace quanhe {

// How the columns `attributes` and `parts` of a table of occurrences hold what their names say (docs/store.md). No value
// stands for none of them.

using Attributes = std::vector<std::pair<std::string, std::string>>;

// {"date":"2021-06-07","kind":"hội đàm"}
std::string attributes_as_text(const Attributes& attributes);
Attributes parse_attributes(Database& database, const std::string& text);

// [[role,start,length,via,start,length,...],...]: role and via as keys of `terms`; offsets in bytes from `origin`, the
// start of the evidence; from the fifth value on where the words stand that a reference stands for.
std::string parts_as_text(const std::vector<Part>& parts, std::uint32_t origin, NumberedNames& terms);
std::vector<Part> parse_parts(Database& database, const std::string& text, std::uint32_t origin, NumberedNames& terms);

// [[node,spelling,...],...]: the nodes that a document names, each with the spellings of its aliases there. None is empty.
std::vector<std::vector<std::int64_t>> parse_node_list(Database& database, const std::string& text);

}  // namespace quanhe
