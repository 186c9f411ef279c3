#pragma once

#include <string>

namespace quanhe {

// Appends a finite number with at most six digits that count, the same everywhere: 0.015, 12.5, 1e-07. Readers of
// XML, JSON, CSV and xsd:double all take the form.
void append_decimal(std::string& out, double value);

}  // namespace quanhe
