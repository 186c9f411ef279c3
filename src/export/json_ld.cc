#include "export/json_ld.h"

#include <string>
#include <string_view>

#include "export/escape.h"
#include "export/rdf.h"

namespace quanhe {
namespace {

void append_compact(ByteSink& out, const Iri& iri) {
  out.append('"');
  if (iri.prefix != Prefix::kAbsolute) {
    out.append(name_of(iri.prefix));
    out.append(':');
  }
  append_local(out, iri);
  out.append('"');
}

void append_string(ByteSink& out, std::string_view text) {
  out.append('"');
  append_escaped(out, Escape::kJson, text);
  out.append('"');
}

void write_context(const View& view, const ExportOptions& options, ByteSink& out) {
  out.append("{\"@context\": {");
  for (std::size_t i = 0; i < kPrefixes; ++i) {
    const auto prefix = static_cast<Prefix>(i);
    out.append(i == 0 ? "\"" : ",\"");
    out.append(name_of(prefix));
    out.append("\":");
    append_string(out, namespace_of(prefix, view, options));
  }
  for (const Property& property : known_properties()) {
    out.append(",\n\"");
    out.append(property.key);
    out.append("\":{\"@id\":");
    append_compact(out, property.iri);
    if (property.kind == ValueKind::kLink) out.append(",\"@type\":\"@id\"");
    if (property.kind == ValueKind::kLanguage) out.append(",\"@container\":\"@language\"");
    if (const std::string_view type = datatype_of(property.kind); !type.empty()) {
      out.append(",\"@type\":\"xsd:");
      out.append(type);
      out.append('"');
    }
    out.append('}');
  }
  out.append("},\n\"@graph\": [");
}

class JsonLdSink : public RdfSink {
 public:
  JsonLdSink(const View& view, const ExportOptions& options, ByteSink& sink) : out_(sink) {
    write_context(view, options, out_);
  }

  void begin(const Iri& subject) override {
    out_.append(first_ ? "\n{\"@id\":" : ",\n{\"@id\":");
    append_compact(out_, subject);
    first_ = false;
  }

  void type(const Iri& iri) override {
    out_.append(in_types_ ? "," : ",\"@type\":[");
    append_compact(out_, iri);
    in_types_ = true;
  }

  void link(const Property& property, const Iri& object) override {
    open(property, "");
    // A term of the context says that its values are IRIs.
    if (property.key.empty()) out_.append("{\"@id\":");
    append_compact(out_, object);
    if (property.key.empty()) out_.append('}');
  }

  void text(const Property& property, std::string_view value, std::string_view language) override {
    open(property, language);
    append_string(out_, value);
  }

  void value(const Property& property, std::string_view text, std::string_view datatype) override {
    open(property, "");
    const bool typed_here = !datatype.empty() && datatype != datatype_of(property.kind);
    if (typed_here) {
      out_.append("{\"@type\":\"xsd:");
      out_.append(datatype);
      out_.append("\",\"@value\":");
    }
    if (property.kind == ValueKind::kCount || property.kind == ValueKind::kInteger) {
      out_.append(text);
    } else {
      append_string(out_, text);
    }
    if (typed_here) out_.append('}');
  }

  void end() override {
    close();
    out_.append('}');
  }

  bool failed() const override { return out_.failed(); }

  void finish() { out_.append("\n]}\n"); }

 private:
  // Writes all that stands between the value before and the next.
  void open(const Property& property, std::string_view language) {
    // Properties are names without a lead or a tail.
    const bool again = open_ && open_prefix_ == property.iri.prefix && open_name_ == property.iri.name;
    if (again && property.kind == ValueKind::kLanguage && !property.many) {
      out_.append(",\"");
      out_.append(language);
      out_.append("\":");
      return;
    }
    if (again) {
      out_.append(',');
      return;
    }
    close();
    out_.append(',');
    if (property.key.empty()) {
      append_compact(out_, property.iri);
    } else {
      out_.append('"');
      out_.append(property.key);
      out_.append('"');
    }
    out_.append(':');
    if (property.kind == ValueKind::kLanguage) {
      out_.append("{\"");
      out_.append(language);
      out_.append("\":");
    }
    if (property.many) out_.append('[');
    open_ = true;
    many_ = property.many;
    in_language_ = property.kind == ValueKind::kLanguage;
    open_prefix_ = property.iri.prefix;
    // A copy, because the caller's may be gone at the next call.
    open_name_.assign(property.iri.name);
  }

  void close() {
    if (in_types_) out_.append(']');
    if (open_ && many_) out_.append(']');
    if (open_ && in_language_) out_.append('}');
    in_types_ = open_ = many_ = in_language_ = false;
  }

  ByteSink& out_;
  bool first_ = true;
  bool in_types_ = false;
  bool open_ = false;  // the values of a property are being written
  bool many_ = false;
  bool in_language_ = false;
  Prefix open_prefix_ = Prefix::kAbsolute;
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
