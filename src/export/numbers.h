#pragma once

#include <string>

namespace quanhe {

// Appends a finite number, rounded to six digits that count and without an exponent: 0.015, 12.5, 0.0000001. Readers of
// XML, JSON, CSV and xsd:decimal all take the form.
void append_decimal(std::string& out, double value);

}  // namespace quanhe
