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
  NQuadsSink(const View& view, const ExportOptions& options, ByteSink& sink) : sink_(sink) {
    for (std::size_t i = 0; i < kPrefixes; ++i) spaces_[i] = namespace_of(static_cast<Prefix>(i), view, options);
  }

  void begin(const Iri& subject) override {
    subject_.clear();
    append(subject_, subject);
    subject_ += ' ';
  }

  void type(const Iri& iri) override { link(kType, iri); }

  void link(const Property& property, const Iri& object) override {
    start(property);
    append(lines_, object);
    give();
  }

  void text(const Property& property, std::string_view value, std::string_view language) override {
    start(property);
    append_n_quads_string(lines_, value);
    lines_ += '@';
    lines_ += language;
    give();
  }

  void value(const Property& property, std::string_view text, std::string_view datatype) override {
    start(property);
    append_n_quads_string(lines_, text);
    if (!datatype.empty()) {
      lines_ += "^^";
      append(lines_, {Prefix::kXsd, "", datatype, ""});
    }
    give();
  }

  void end() override {}

  bool failed() const override { return sink_.failed(); }

 private:
  static constexpr Property kType{"", {Prefix::kRdf, "", "type", ""}, ValueKind::kLink, true};

  void append(std::string& out, const Iri& iri) const {
    out += '<';
    if (iri.prefix != Prefix::kAbsolute) out += spaces_[static_cast<std::size_t>(iri.prefix)];
    append_local(out, iri);
    out += '>';
  }

  void start(const Property& property) {
    lines_ += subject_;
    append(lines_, property.iri);
    lines_ += ' ';
  }

  void give() {
    lines_ += " .\n";
    sink_.append(lines_);
    lines_.clear();
  }

  ByteSink& sink_;
  std::array<std::string, kPrefixes> spaces_;
  std::string subject_;
  std::string lines_;  // not handed on yet
};

}  // namespace

Result<void> write_n_quads(const View& view, const ExportOptions& options, ByteSink& sink) {
  NQuadsSink quads(view, options, sink);
  describe(view, options, quads);
  return sink.finish();
}

}  // namespace quanhe
