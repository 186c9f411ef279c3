// export_bench FOLDER EDGES [NAME]
//
// Makes a graph of so many relations with two occurrences each, writes it into FOLDER in each format, and each file's
// bytes once more as they are; and writes the same relations with Boost.Graph's own GraphML writer. Prints a line for
// each: name, bytes, seconds, seconds of the raw write, and KiB of memory that the writing took above the graph. Each
// is the best of three, in a process of its own. With NAME that one only.

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "base/file.h"
#include "export/byte_sink.h"
#include "export/edge_summary.h"
#include "export/evidence_json.h"
#include "export/formats.h"
#include "export/table.h"

namespace {

using namespace quanhe;

struct Measure {
  double seconds = 0;
  double raw_seconds = 0;
  long kib_above = 0;
  std::size_t bytes = 0;
};

View made_view(std::uint32_t edges) {
  View view;
  view.pack = {"made", "1.0", "0123456789abcdef"};
  view.ontology.language = "vi";
  view.ontology.types = {{"Person", "", {{"en", "Person"}, {"vi", "Người"}}, {}, "#e69f00", "ellipse"}};
  for (const char* name : {"met", "thanked", "visited"}) {
    view.ontology.relations.push_back(
        {name, {{"en", name}, {"vi", std::string("đã ") + name}}, "", false, false, {}, {}});
  }
  const std::uint32_t nodes = edges / 5;
  for (std::uint32_t i = 0; i < nodes; ++i) {
    const std::string number = std::to_string(1000000 + i);
    view.nodes.push_back(
        {"person/ten-nguoi-" + number, "Person", "Nguyễn Văn Người " + number, {"ông Người " + number}, 3});
  }
  const std::uint32_t documents = edges / 10;
  for (std::uint32_t i = 0; i < documents; ++i) {
    const std::string number = std::to_string(1000000 + i);
    view.documents.push_back({"bao/" + number, "2021-06-07", "metadata", "https://example.org/bai/" + number,
                              "Bộ trưởng gặp Bộ trưởng số " + number, i, i});
  }
  const std::string quote =
      "Ngày 7/6/2021, Bộ trưởng Ngoại giao Bùi Thanh Sơn đã gặp song phương Phó Thủ tướng, Bộ trưởng Ngoại giao và Hợp "
      "tác quốc tế Campuchia Prak Sokhonn tại Trùng Khánh.";
  for (std::uint32_t i = 0; i < edges; ++i) {
    const std::uint32_t from = static_cast<std::uint32_t>((i * std::uint64_t{2654435761}) % nodes);
    const std::uint32_t to = (from + 1 + i % 97) % nodes;
    ViewEdge edge{from, to, view.ontology.relations[std::uint64_t{i} * 3 / edges].name, Status::kHappened, 960, 2, {}};
    for (std::uint32_t n = 0; n < 2; ++n) {
      edge.occurrences.push_back({(i + n) % documents,
                                  n + 1,
                                  Status::kHappened,
                                  {{"date", n == 0 ? "2021-06-07" : "2021-08"}, {"place", "Trùng Khánh"}},
                                  {{100, 312}, quote, "met", 900, {}}});
    }
    view.edges.push_back(std::move(edge));
  }
  return view;
}

// Of this process, from the kernel's own count.
long memory_kib(const std::string& field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(field + ":")) return std::strtol(line.c_str() + field.size() + 1, nullptr, 10);
  }
  return 0;
}

// Of the processor, in this program and in the kernel for it, so that others on the machine count less.
double processor_seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

double seconds_of(const std::function<void()>& work) {
  const double start = processor_seconds();
  work();
  return processor_seconds() - start;
}

void write_raw(const std::filesystem::path& path, const std::string& bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t count = ::write(file, bytes.data() + at, std::min(bytes.size() - at, std::size_t{1} << 16));
    if (count <= 0) std::abort();
    at += static_cast<std::size_t>(count);
  }
  ::close(file);
}

// In a child, so that memory is counted from the graph on; the child's findings come back through a pipe.
Measure measured(const std::filesystem::path& path, const std::function<void(const std::filesystem::path&)>& write) {
  int ends[2];
  if (::pipe(ends) != 0) std::abort();
  const pid_t child = ::fork();
  if (child == 0) {
    Measure best;
    // Sets the peak back to what is in use now.
    std::ofstream("/proc/self/clear_refs") << "5";
    const long before = memory_kib("VmHWM");
    for (int run = 0; run < 3; ++run) {
      std::filesystem::remove(path);
      const double seconds = seconds_of([&] { write(path); });
      best.seconds = run == 0 ? seconds : std::min(best.seconds, seconds);
    }
    best.kib_above = memory_kib("VmHWM") - before;
    best.bytes = std::filesystem::file_size(path);
    const Result<std::string> bytes = read_file(path, std::uint64_t{1} << 40);
    if (!bytes) std::abort();
    for (int run = 0; run < 3; ++run) {
      std::filesystem::remove(path);
      const double seconds = seconds_of([&] { write_raw(path, bytes.value()); });
      best.raw_seconds = run == 0 ? seconds : std::min(best.raw_seconds, seconds);
    }
    if (::write(ends[1], &best, sizeof best) != sizeof best) std::abort();
    ::_exit(0);
  }
  ::close(ends[1]);
  Measure result;
  if (::read(ends[0], &result, sizeof result) != sizeof result) std::abort();
  ::close(ends[0]);
  ::waitpid(child, nullptr, 0);
  return result;
}

void print(const std::string& name, const Measure& measure) {
  std::printf("%s\t%zu\t%.3f\t%.3f\t%ld\n", name.c_str(), measure.bytes, measure.seconds, measure.raw_seconds,
              measure.kib_above);
  std::fflush(stdout);
}

// What Boost.Graph's writer is given of a relation: the columns of ours.
struct BoostEdge {
  std::string id, label, relation, label_en, status, start, end, dates, evidence;
  double weight = 0, confidence = 0;
  int count = 0, sources = 0;
  bool symmetric = false, state = false;
};

struct BoostNode {
  std::string name, type, aliases;
  int documents = 0;
};

using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, BoostNode, BoostEdge>;

BoostGraph boost_graph(const View& view) {
  BoostGraph graph(view.nodes.size());
  TextSink text;
  for (std::size_t i = 0; i < view.nodes.size(); ++i) {
    JsonText(text.begin(), Escape::kJson).texts(view.nodes[i].aliases);
    graph[i] = {view.nodes[i].name, view.nodes[i].type, text.text(), static_cast<int>(view.nodes[i].document_count)};
  }
  for (const ViewEdge& edge : view.edges) {
    const EdgeSummary summary = summarize(edge);
    BoostEdge data;
    data.id = edge_id(view, edge);
    data.relation = edge.relation;
    data.label = "đã " + edge.relation;
    data.label_en = edge.relation;
    data.status = to_string(edge.status);
    data.start = to_iso(*summary.start);
    data.end = to_iso(*summary.end);
    JsonText(text.begin(), Escape::kJson).dates(summary);
    data.dates = text.text();
    JsonText(text.begin(), Escape::kJson).evidence(view, summary, EvidenceDetail::kShort);
    data.evidence = text.text();
    data.weight = static_cast<double>(summary.shown.size());
    data.confidence = edge.confidence / 1000.0;
    data.count = static_cast<int>(summary.shown.size());
    data.sources = static_cast<int>(edge.source_count);
    boost::add_edge(edge.from, edge.to, data, graph);
  }
  return graph;
}

void write_with_boost(BoostGraph& graph, const std::filesystem::path& path) {
  boost::dynamic_properties columns;
  columns.property("label", boost::get(&BoostNode::name, graph));
  columns.property("node_type", boost::get(&BoostNode::type, graph));
  columns.property("aliases", boost::get(&BoostNode::aliases, graph));
  columns.property("document_count", boost::get(&BoostNode::documents, graph));
  columns.property("edge_id", boost::get(&BoostEdge::id, graph));
  columns.property("edgelabel", boost::get(&BoostEdge::label, graph));
  columns.property("relation", boost::get(&BoostEdge::relation, graph));
  columns.property("relation_label_en", boost::get(&BoostEdge::label_en, graph));
  columns.property("status", boost::get(&BoostEdge::status, graph));
  columns.property("date_start", boost::get(&BoostEdge::start, graph));
  columns.property("date_end", boost::get(&BoostEdge::end, graph));
  columns.property("dates", boost::get(&BoostEdge::dates, graph));
  columns.property("evidence", boost::get(&BoostEdge::evidence, graph));
  columns.property("weight", boost::get(&BoostEdge::weight, graph));
  columns.property("confidence", boost::get(&BoostEdge::confidence, graph));
  columns.property("count", boost::get(&BoostEdge::count, graph));
  columns.property("sources", boost::get(&BoostEdge::sources, graph));
  columns.property("symmetric", boost::get(&BoostEdge::symmetric, graph));
  columns.property("is_state", boost::get(&BoostEdge::state, graph));
  std::ofstream out(path);
  boost::write_graphml(out, graph, columns, true);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 && argc != 4) return 2;
  const auto wanted = [&](const std::string& name) { return argc == 3 || name == argv[3]; };
  const std::filesystem::path folder = argv[1];
  const View view = made_view(static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 10)));
  const ExportOptions options{"0.1.0"};
  const auto text = [&](ExportFormat format) {
    return [&, format](const std::filesystem::path& path) {
      auto file = PendingFile::create(path);
      ByteSink sink(file.value());
      // Without commit(), which waits for the disk; the raw write does not either.
      if (!write_text(format, view, options, sink)) std::abort();
      std::filesystem::rename(file.value().temporary_path(), path);
    };
  };
  for (const char* name : {"graphml", "gexf", "node-link", "jsonld", "nquads"}) {
    if (wanted(name)) print(name, measured(folder / name, text(*parse_export_format(name))));
    if (std::string(name) != "graphml") std::filesystem::remove(folder / name);
  }
  if (wanted("csv"))
    print("csv", measured(folder / "csv", [&](const std::filesystem::path& path) {
            auto file = PendingFile::create(path);
            ByteSink sink(file.value());
            if (!write_occurrence_table(view, options, ',', sink)) std::abort();
            std::filesystem::rename(file.value().temporary_path(), path);
          }));
  std::filesystem::remove(folder / "csv");
  if (!wanted("boost")) return 0;
  BoostGraph graph = boost_graph(view);
  print("boost", measured(folder / "boost", [&](const std::filesystem::path& path) { write_with_boost(graph, path); }));
  std::filesystem::remove(folder / "boost");
  return 0;
}
