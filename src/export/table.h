#pragma once

#include <string_view>

#include "base/result.h"
#include "corpus/view.h"
#include "export/byte_sink.h"
#include "export/options.h"

namespace quanhe {

// Tables that R, pandas and spreadsheets read without options: UTF-8 without a byte order mark, a line of column
// names, fields in quotes where they need them (RFC 4180), lines that end in '\n'. `separator` is ',' or '\t'.
//
// A text that begins like a formula of a spreadsheet (= + - @, a tab, a carriage return) gets an apostrophe in front,
// and one that begins with an apostrophe another, so that taking one away gives the text back. Control characters other
// than tab and line breaks are left out. What is unknown is an empty field.
//
// The same view gives the same bytes. Memory does not grow with the output. Fail when the sink does.
Result<void> write_node_table(const View& view, const ExportOptions& options, char separator, ByteSink& sink);

// One row an occurrence, with what its edge says as a whole.
Result<void> write_occurrence_table(const View& view, const ExportOptions& options, char separator, ByteSink& sink);

// What the export was made of: rows of `what` and `value`.
Result<void> write_about_table(const View& view, const ExportOptions& options, char separator, ByteSink& sink);

// Appends one field as it stands in such a table.
void append_table_field(ByteSink& out, std::string_view text, char separator);

}  // namespace quanhe
