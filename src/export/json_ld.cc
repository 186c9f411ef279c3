#include "export/json_ld.h"

#include <string>
#include <string_view>

#include "export/rdf.h"
#include "json/json_text.h"

namespace quanhe {
namespace {

void append_compact(std::string& out, const Iri& iri) {
  out += '"';
  if (iri.prefix != Prefix::kAbsolute) {
    out += name_of(iri.prefix);
    out += ':';
  }
  append_local(out, iri);
  out += '"';
}

std::string context_of(const View& view, const ExportOptions& options) {
  std::string context = "{\"@context\": {";
  for (std::size_t i = 0; i < kPrefixes; ++i) {
    const auto prefix = static_cast<Prefix>(i);
    context += i == 0 ? "\"" : ",\"";
    context += name_of(prefix);
    context += "\":";
    append_json_string(context, namespace_of(prefix, view, options));
  }
  for (const Property& property : known_properties()) {
    context += ",\n\"";
    context += property.key;
    context += "\":{\"@id\":";
    append_compact(context, property.iri);
    if (property.kind == ValueKind::kLink) context += ",\"@type\":\"@id\"";
    if (property.kind == ValueKind::kLanguage) context += ",\"@container\":\"@language\"";
    if (const std::string_view type = datatype_of(property.kind); !type.empty()) {
      context += ",\"@type\":\"xsd:";
      context += type;
      context += '"';
    }
    context += '}';
  }
  return context + "},\n\"@graph\": [";
}

class JsonLdSink : public RdfSink {
 public:
  JsonLdSink(const View& view, const ExportOptions& options, ByteSink& sink) : sink_(sink) {
    sink_.append(context_of(view, options));
  }

  void begin(const Iri& subject) override {
    item_ += first_ ? "\n{\"@id\":" : ",\n{\"@id\":";
    append_compact(item_, subject);
    first_ = false;
  }

  void type(const Iri& iri) override {
    item_ += in_types_ ? "," : ",\"@type\":[";
    append_compact(item_, iri);
    in_types_ = true;
  }

  void link(const Property& property, const Iri& object) override {
    open(property, "");
    // A term of the context says that its values are IRIs.
    if (property.key.empty()) item_ += "{\"@id\":";
    append_compact(item_, object);
    if (property.key.empty()) item_ += '}';
  }

  void text(const Property& property, std::string_view value, std::string_view language) override {
    open(property, language);
    append_json_string(item_, value);
  }

  void value(const Property& property, std::string_view text, std::string_view datatype) override {
    open(property, "");
    const bool typed_here = !datatype.empty() && datatype != datatype_of(property.kind);
    if (typed_here) {
      item_ += "{\"@type\":\"xsd:";
      item_ += datatype;
      item_ += "\",\"@value\":";
    }
    if (property.kind == ValueKind::kCount || property.kind == ValueKind::kInteger) {
      item_ += text;
    } else {
      append_json_string(item_, text);
    }
    if (typed_here) item_ += '}';
  }

  void end() override {
    close();
    item_ += '}';
    sink_.append(item_);
    item_.clear();
  }

  bool failed() const override { return sink_.failed(); }

  void finish() { sink_.append("\n]}\n"); }

 private:
  // Writes all that stands between the value before and the next.
  void open(const Property& property, std::string_view language) {
    const bool again = open_ && open_iri_ == property.iri;
    if (again && property.kind == ValueKind::kLanguage && !property.many) {
      item_ += ",\"";
      item_ += language;
      item_ += "\":";
      return;
    }
    if (again) {
      item_ += ',';
      return;
    }
    close();
    item_ += ',';
    if (property.key.empty()) {
      append_compact(item_, property.iri);
    } else {
      item_ += '"';
      item_ += property.key;
      item_ += '"';
    }
    item_ += ':';
    if (property.kind == ValueKind::kLanguage) {
      item_ += "{\"";
      item_ += language;
      item_ += "\":";
    }
    if (property.many) item_ += '[';
    open_ = true;
    many_ = property.many;
    in_language_ = property.kind == ValueKind::kLanguage;
    keep(property.iri);
  }

  void close() {
    if (in_types_) item_ += ']';
    if (open_ && many_) item_ += ']';
    if (open_ && in_language_) item_ += '}';
    in_types_ = open_ = many_ = in_language_ = false;
  }

  // The caller's name may be gone at the next call.
  void keep(const Iri& iri) {
    open_name_.assign(iri.name);
    open_iri_ = {iri.prefix, iri.lead, open_name_, iri.tail};
  }

  ByteSink& sink_;
  std::string item_;  // the resource that is being written
  bool first_ = true;
  bool in_types_ = false;
  bool open_ = false;  // the values of a property are being written
  bool many_ = false;
  bool in_language_ = false;
  Iri open_iri_;
  std::string open_name_;
};

}  // namespace

Result<void> write_json_ld(const View& view, const ExportOptions& options, ByteSink& sink) {
  JsonLdSink json(view, options, sink);
  describe(view, options, json);
  json.finish();
  return sink.finish();
}

}  // namespace quanhe
