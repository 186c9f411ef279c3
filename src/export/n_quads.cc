#include "export/n_quads.h"

#include <array>
#include <string>
#include <string_view>

#include "export/escape.h"
#include "export/rdf.h"

namespace quanhe {
namespace {

class NQuadsSink : public RdfSink {
 public:
  NQuadsSink(const View& view, const ExportOptions& options, ByteSink& sink) : out_(sink) {
    for (std::size_t i = 0; i < kPrefixes; ++i) spaces_[i] = namespace_of(static_cast<Prefix>(i), view, options);
  }

  void begin(const Iri& subject) override {
    ByteSink& text = subject_.begin();
    append(text, subject);
    text.append(' ');
  }

  void type(const Iri& iri) override { link(kType, iri); }

  void link(const Property& property, const Iri& object) override {
    start(property);
    append(out_, object);
    give();
  }

  void text(const Property& property, std::string_view value, std::string_view language) override {
    start(property);
    append_string(value);
    out_.append('@');
    out_.append(language);
    give();
  }

  void value(const Property& property, std::string_view text, std::string_view datatype) override {
    start(property);
    append_string(text);
    if (!datatype.empty()) {
      out_.append("^^");
      append(out_, {Prefix::kXsd, "", datatype, ""});
    }
    give();
  }

  void end() override {}

  bool failed() const override { return out_.failed(); }

 private:
  static constexpr Property kType{"", {Prefix::kRdf, "", "type", ""}, ValueKind::kLink, true};

  void append(ByteSink& out, const Iri& iri) const {
    out.append('<');
    if (iri.prefix != Prefix::kAbsolute) out.append(spaces_[static_cast<std::size_t>(iri.prefix)]);
    append_local(out, iri);
    out.append('>');
  }

  void start(const Property& property) {
    out_.append(subject_.text());
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
  TextSink subject_;
};

}  // namespace

Result<void> write_n_quads(const View& view, const ExportOptions& options, ByteSink& sink) {
  NQuadsSink quads(view, options, sink);
  describe(view, options, quads);
  return sink.finish();
}

}  // namespace quanhe
