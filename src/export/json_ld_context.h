#pragma once

#include <functional>
#include <string>

#include "corpus/view.h"
#include "export/options.h"
#include "facts/date.h"
#include "json/json_writer.h"

namespace quanhe {

// The value of "@context": prefixes and the terms that json_ld.cc uses.
void write_context(JsonWriter& json, const View& view, const ExportOptions& options);

// One object each into `json`, handed on by `give` as soon as it is complete: the pack, the program, the run,
// and each type and relation that the view uses, in the order of the ontology.
void write_vocabulary(JsonWriter& json, const View& view, const ExportOptions& options,
                      const std::function<void()>& give);

// Compact IRIs.
std::string pack_iri(const View& view);
std::string run_iri(const View& view);
std::string node_iri(const ViewNode& node);
std::string document_iri(const ViewDocument& document);
std::string term_iri(const std::string& type_or_relation);
std::string attribute_iri(const std::string& name);

// `key` with {"vi": "..."} for each label.
void write_labels(JsonWriter& json, const std::string& key, const Labels& labels);

// `key` with a date typed by its precision: xsd:gYear, xsd:gYearMonth or xsd:date.
void write_date(JsonWriter& json, const std::string& key, const PartialDate& date);

}  // namespace quanhe
