#include "export/json_ld.h"

#include <string>
#include <string_view>

#include "export/escape.h"
#include "export/rdf_description.h"

namespace quanhe {
namespace {

[[gnu::always_inline]] inline void append_compact(ByteSink& out, const Iri& iri) {
  const bool is_whole = iri.prefix == Prefix::kAbsolute;
  const std::string_view prefix = is_whole ? "" : name_of(iri.prefix);
  const std::string_view colon = is_whole ? "" : ":";
  if (iri.name.empty() || is_whole) return out.append_all("\"", prefix, colon, iri.lead, iri.name, iri.tail, "\"");
  out.append_all("\"", prefix, colon, iri.lead);
  append_iri_piece(out, iri.name);
  out.append_all(iri.tail, "\"");
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

class JsonLdSink {
 public:
  JsonLdSink(const View& view, const ExportOptions& options, ByteSink& sink) : out_(sink) {
    write_context(view, options, out_);
  }

  [[gnu::always_inline]] void begin(const Iri& subject) {
    out_.append(first_ ? "\n{\"@id\":" : ",\n{\"@id\":");
    append_compact(out_, subject);
    first_ = false;
  }

  [[gnu::always_inline]] void type(const Iri& iri) {
    out_.append(in_types_ ? "," : ",\"@type\":[");
    append_compact(out_, iri);
    in_types_ = true;
  }

  [[gnu::always_inline]] void link(const Property& property, const Iri& object) {
    open(property, "");
    // A term of the context says that its values are IRIs.
    if (property.key.empty()) out_.append("{\"@id\":");
    append_compact(out_, object);
    if (property.key.empty()) out_.append('}');
  }

  [[gnu::always_inline]] void text(const Property& property, std::string_view value, std::string_view language) {
    open(property, language);
    append_string(out_, value);
  }

  [[gnu::always_inline]] void value(const Property& property, std::string_view text, std::string_view datatype) {
    open(property, "");
    const bool typed_here = !datatype.empty() && datatype != datatype_of(property.kind);
    if (typed_here) {
      out_.append_all("{\"@type\":\"xsd:", datatype, "\",\"@value\":");
    }
    // What has a datatype is made here, and needs no escaping.
    if (datatype.empty()) {
      append_string(out_, text);
    } else if (property.kind == ValueKind::kCount || property.kind == ValueKind::kInteger) {
      out_.append(text);
    } else {
      out_.append_all("\"", text, "\"");
    }
    if (typed_here) out_.append('}');
  }

  void end() {
    close();
    out_.append('}');
  }

  bool failed() const { return out_.failed(); }

  void finish() { out_.append("\n]}\n"); }

 private:
  // Writes all that stands between the value before and the next.
  [[gnu::always_inline]] void open(const Property& property, std::string_view language) {
    const bool in_list = property.many || property.kind == ValueKind::kLanguage;
    if (in_list && is_open(property)) {
      out_.append(',');
      if (!property.many) append_language(language);
      return;
    }
    close();
    if (property.key.empty()) {
      out_.append(',');
      append_compact(out_, property.iri);
      out_.append(':');
    } else {
      out_.append_all(",\"", property.key, "\":");
    }
    if (property.kind == ValueKind::kLanguage) {
      out_.append('{');
      append_language(language);
    }
    if (property.many) out_.append('[');
    if (!in_list) return;
    open_ = true;
    many_ = property.many;
    in_language_ = property.kind == ValueKind::kLanguage;
    open_key_ = property.key;
    if (property.key.empty()) open_iri_ = property.iri;
  }

  void append_language(std::string_view language) {
    out_.append_all("\"", language, "\":");
  }

  // Its values are being written.
  bool is_open(const Property& property) const {
    return open_ && open_key_ == property.key && (!property.key.empty() || open_iri_ == property.iri);
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
  bool open_ = false;  // a list of the values of a property
  bool many_ = false;
  bool in_language_ = false;
  std::string_view open_key_;
  Iri open_iri_;  // where it has no key; that of the property lives as long as the view
};

}  // namespace

Result<void> write_json_ld(const View& view, const ExportOptions& options, ByteSink& sink) {
  JsonLdSink json(view, options, sink);
  describe(view, options, json);
  json.finish();
  return sink.finish();
}

}  // namespace quanhe
