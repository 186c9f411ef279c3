#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/file.h"
#include "cli/about.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/query_options.h"
#include "cli/terminal.h"
#include "export/dot.h"
#include "export/formats.h"
#include "export/picture.h"
#include "export/table.h"
#include "graph/layout.h"
#include "graph/rank.h"
#include "graph/subgraph.h"
#include "pipeline/page_file.h"
#include "query/format.h"
#include "query/names.h"
#include "query/vocabulary.h"
#include "store/read_view.h"

namespace quanhe {
namespace {

bool contains(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

std::optional<EvidenceDetail> evidence_of(const std::string& word) {
  if (word == "none") return EvidenceDetail::kNone;
  if (word == "offsets") return EvidenceDetail::kOffsets;
  if (word == "short") return EvidenceDetail::kShort;
  if (word == "full") return EvidenceDetail::kFull;
  return std::nullopt;
}

NodeFigures figures_of(const View& view, const std::vector<std::string>& with) {
  NodeFigures figures;
  if (contains(with, "rank")) figures.ranks = node_ranks(view);
  if (contains(with, "positions")) {
    for (const Point& place : node_places(view)) figures.positions.push_back({place.x, place.y});
  }
  return figures;
}

ExportOptions options_of(const ExportArguments& arguments, const View& view) {
  ExportOptions options;
  options.program_version = kProgramVersion;
  options.every_status = !arguments.selection.statuses.empty();
  options.evidence = evidence_of(arguments.evidence);
  options.gexf_version = arguments.gexf_version == "1.2" ? GexfVersion::k12 : GexfVersion::k13;
  options.figures = figures_of(view, arguments.with);
  return options;
}

// A file that appears whole or not at all.
template <typename Write>
Result<void> write_whole(const std::filesystem::path& path, Write write) {
  Result<PendingFile> file = PendingFile::create(path);
  if (!file) return file.error();
  ByteSink sink(file.value());
  if (const Result<void> written = write(sink); !written) return written;
  return file.value().commit();
}

template <typename Write>
Result<void> print(Write write) {
  ByteSink sink([](std::string_view bytes) -> Result<void> {
    if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size()) return {};
    return Error{std::string("cannot write to standard output: ") + std::strerror(errno)};
  });
  if (const Result<void> written = write(sink); !written) return written;
  return flush_output();
}

// To a file, or to standard output where none is named.
template <typename Write>
Result<void> write_to(const std::string& output, Write write) {
  return output.empty() ? print(write) : write_whole(output, write);
}

Result<void> write_tables(ExportFormat format, const View& view, const ExportOptions& options,
                          const std::filesystem::path& folder) {
  const bool commas = format == ExportFormat::kCsv;
  using Write = Result<void> (*)(const View&, const ExportOptions&, char, ByteSink&);
  const std::pair<std::string, Write> tables[] = {
      {"nodes", write_node_table}, {"occurrences", write_occurrence_table}, {"about", write_about_table}};
  for (const auto& [name, write] : tables) {
    const std::filesystem::path path = folder / (name + (commas ? ".csv" : ".tsv"));
    const Result<void> written = write_whole(
        path, [&, write = write](ByteSink& sink) { return write(view, options, commas ? ',' : '\t', sink); });
    if (!written) return written;
  }
  return {};
}

Result<void> draw(ExportFormat format, const View& view, const ExportOptions& options,
                  const std::filesystem::path& path) {
  if (const std::optional<std::string> reason = reason_against_picture(view)) return Error{*reason};
  const Result<std::filesystem::path> renderer = find_renderer();
  if (!renderer) return Error{"no picture: " + renderer.error().message};
  // Never committed, so it goes when the picture is there.
  Result<PendingFile> dot = PendingFile::create(path.string() + ".dot");
  if (!dot) return dot.error();
  ByteSink sink(dot.value());
  if (const Result<void> written = write_dot(view, options, sink); !written) return written;
  const PictureFormat picture = format == ExportFormat::kSvg   ? PictureFormat::kSvg
                                : format == ExportFormat::kPng ? PictureFormat::kPng
                                                               : PictureFormat::kPdf;
  return render_picture(dot.value().temporary_path(), path, picture, renderer.value());
}

Result<void> write_page_to(const std::string& output, const View& view, const WholeFigures& whole,
                           const ExportOptions& options, const std::string& path) {
  Result<StoredGraph> graph = StoredGraph::open(path);
  if (!graph) return graph.error();
  return write_to(output, [&](ByteSink& sink) -> Result<void> {
    const Result<std::string> note = write_page(view, whole, options, graph.value(), sink);
    if (!note) return note.error();
    if (!note.value().empty()) print_warning(note.value());
    return {};
  });
}

Result<void> write_export(ExportFormat format, const View& view, const WholeFigures& whole,
                          const ExportOptions& options, const ExportArguments& arguments) {
  const std::string& output = arguments.output;
  switch (shape_of(format)) {
    case ExportShape::kTables: return write_tables(format, view, options, output);
    case ExportShape::kPicture: return draw(format, view, options, output);
    case ExportShape::kPage: return write_page_to(output, view, whole, options, arguments.graph);
    case ExportShape::kText: break;
  }
  return write_to(output, [&](ByteSink& sink) { return write_text(format, view, options, sink); });
}

// What cannot be had together; "" when everything can.
std::string fault_of(const ExportArguments& arguments, ExportShape shape) {
  const bool needs_path = shape == ExportShape::kTables || shape == ExportShape::kPicture;
  if (needs_path && arguments.output.empty()) {
    return "--format " + arguments.format + " needs --output with the name of a " +
           (shape == ExportShape::kTables ? "folder" : "file");
  }
  if (shape == ExportShape::kPage && arguments.evidence == "offsets") {
    return "--format html quotes words, so --evidence is full, short or none";
  }
  return "";
}

// The page shows every status, and hides some by itself.
ExportArguments with_statuses(ExportArguments arguments, ExportShape shape) {
  if (shape == ExportShape::kPage && arguments.selection.statuses.empty()) arguments.selection.statuses = "all";
  return arguments;
}

int fail(const Error& error, int code) {
  print_error(error.message);
  return code;
}

// Finds what the words of the command line mean in the graph. Anything but kDone is the exit code, the reason printed.
int find_choice(const ExportArguments& arguments, SubgraphChoice& choice) {
  Result<StoredGraph> graph = StoredGraph::open(arguments.graph);
  if (!graph) return fail(graph.error(), kNothingDone);
  const auto relations = find_relations(graph.value().ontology(), arguments.relations);
  if (!relations) return fail(relations.error(), kWrongUse);
  const auto types = find_types(graph.value().ontology(), arguments.types);
  if (!types) return fail(types.error(), kWrongUse);
  choice.relations = relations.value();
  choice.types = types.value();
  choice.hops = arguments.hops;
  choice.top = arguments.top;
  choice.every_status = !arguments.selection.statuses.empty();
  if (arguments.focus.empty()) return kDone;
  const Result<NameAnswer> answer = find_node(graph.value(), arguments.focus);
  if (!answer) return fail(answer.error(), kNothingDone);
  if (answer.value().outcome != NameOutcome::kFound) {
    std::fputs(format_name_answer(answer.value(), Format::kTable, terminal_width(STDERR_FILENO)).c_str(), stderr);
    return kAnswerIsNo;
  }
  choice.focus = answer.value().candidates.front().node.id;
  return kDone;
}

}  // namespace

int run_export(const ExportArguments& given) {
  const ExportFormat format = parse_export_format(given.format).value_or(ExportFormat::kGraphml);
  const ExportShape shape = shape_of(format);
  if (const std::string fault = fault_of(given, shape); !fault.empty()) {
    return fail(Error{fault + "\nhelp: 'quanhe export --help' shows how it is used"}, kWrongUse);
  }
  const ExportArguments arguments = with_statuses(given, shape);
  SubgraphChoice choice;
  if (const int code = find_choice(arguments, choice); code != kDone) return code;
  const Result<Selection> statements = selection_of(arguments.selection);
  if (!statements) return fail(statements.error(), kWrongUse);
  Result<View> stored = read_view(arguments.graph);
  if (!stored) return fail(stored.error(), kNothingDone);
  const WholeFigures whole = shape == ExportShape::kPage ? whole_figures(stored.value()) : WholeFigures();
  const View view = subgraph(narrowed(std::move(stored).value(), statements.value()), choice);
  const Result<void> written = write_export(format, view, whole, options_of(arguments, view), arguments);
  return written ? kDone : fail(written.error(), kNothingDone);
}

}  // namespace quanhe
