#pragma once

#include <string>

#include "query/format.h"
#include "store/sql_query.h"

namespace quanhe {

// Bytes are written as "x'00ff'", in JSON as that text; NULL as nothing in tables and TSV.
std::string format_sql(const SqlAnswer& answer, Format format, int width);

}  // namespace quanhe
