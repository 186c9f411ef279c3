#include "export/n_quads.h"

#include <array>
#include <string>
#include <string_view>

#include "export/escape.h"
#include "export/rdf_description.h"

namespace quanhe {
namespace {

class NQuadsSink {
 public:
  NQuadsSink(const View& view, const ExportOptions& options, ByteSink& sink) : out_(sink) {
    for (std::size_t i = 0; i < kPrefixes; ++i) spaces_[i] = namespace_of(static_cast<Prefix>(i), view, options);
  }

  void begin(const Iri& subject) {
    ByteSink& text = text_.begin();
    append(text, subject);
    text.append(' ');
    subject_ = text_.text();
  }

  void type(const Iri& iri) { link(kType, iri); }

  [[gnu::always_inline]] void link(const Property& property, const Iri& object) {
    start(property);
    append(out_, object);
    give();
  }

  [[gnu::always_inline]] void text(const Property& property, std::string_view value, std::string_view language) {
    start(property);
    append_string(value);
    out_.append_all("@", language);
    give();
  }

  [[gnu::always_inline]] void value(const Property& property, std::string_view text, std::string_view datatype) {
    start(property);
    if (datatype.empty()) {
      append_string(text);
    } else {
      // It is made here, and needs no escaping.
      out_.append_all("\"", text, "\"^^");
      append(out_, {Prefix::kXsd, datatype, "", ""});
    }
    give();
  }

  void end() {}

  bool failed() const { return out_.failed(); }

 private:
  static constexpr Property kType{"", {Prefix::kRdf, "type", "", ""}, ValueKind::kLink, true};

  [[gnu::always_inline]] void append(ByteSink& out, const Iri& iri) const {
    const bool is_whole = iri.prefix == Prefix::kAbsolute;
    const std::string_view space = is_whole ? "" : std::string_view(spaces_[static_cast<std::size_t>(iri.prefix)]);
    if (iri.name.empty() || is_whole) return out.append_all("<", space, iri.lead, iri.name, iri.tail, ">");
    out.append_all("<", space, iri.lead);
    append_iri_piece(out, iri.name);
    out.append_all(iri.tail, ">");
  }

  [[gnu::always_inline]] void start(const Property& property) {
    out_.append(subject_);
    append(out_, property.iri);
    out_.append(' ');
  }

  void append_string(std::string_view text) {
    out_.append('"');
    append_escaped(out_, Escape::kNQuads, text);
    out_.append('"');
  }

  void give() { out_.append(" .\n"); }

  ByteSink& out_;
  std::array<std::string, kPrefixes> spaces_;
  TextSink text_;
  std::string subject_;  // as each of its lines begins
};

}  // namespace

Result<void> write_n_quads(const View& view, const ExportOptions& options, ByteSink& sink) {
  NQuadsSink quads(view, options, sink);
  describe(view, options, quads);
  return sink.finish();
}

}  // namespace quanhe
