#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace quanhe {

struct SqlBytes {
  std::string hexadecimal;
};

// NULL, an integer, a number, a text, or bytes that are none.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string, SqlBytes>;

struct SqlAnswer {
  std::vector<std::string> columns;
  std::vector<std::vector<SqlValue>> rows;
};

// The answer of a graph.db to one SELECT that a person wrote. The file is opened for reading only, and what does more than
// read it is refused. The Error says what is wrong with the file or the question, or that there was no answer after so many
// seconds. Cost: what the question asks for; the answer is held in memory.
Result<SqlAnswer> ask_sql(const std::filesystem::path& path, std::string_view sql, unsigned seconds);

}  // namespace quanhe
