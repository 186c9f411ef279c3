#pragma once

#include <cstdint>
#include <string>

#include "export/byte_sink.h"

namespace quanhe {

void append_number(ByteSink& out, std::uint64_t value);

// Appends a finite number, rounded to six digits that count and without an exponent: 0.015, 12.5, 0.0000001. Readers of
// XML, JSON, CSV and xsd:decimal all take the form.
void append_decimal(ByteSink& out, double value);

// Appends a finite number with all its digits and without an exponent: the fewest that read back as it.
void append_exact(ByteSink& out, double value);

// "0.950" for 950; of 0 to 9999.
std::string thousandths_to_decimal(int thousandths);

}  // namespace quanhe
