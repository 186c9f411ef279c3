// Reads the edges of a graph.db into a Network and computes of it; prints the processor's seconds for each, and memory, as JSON.
//
// usage: measure_network FILE

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>

#include "graph/communities.h"
#include "graph/page_rank.h"
#include "graph/paths.h"
#include "store/stored_graph.h"

namespace {

// Of the processor, so that other programs on the machine do not count.
double seconds_since(std::clock_t start) { return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; }

// Kilobytes, of a line of /proc/self/status.
long memory(const std::string& name) {
  std::ifstream file("/proc/self/status");
  for (std::string line; std::getline(file, line);) {
    if (line.rfind(name + ':', 0) == 0) return std::stol(line.substr(name.size() + 1));
  }
  return 0;
}

}  // namespace

int main(int count, char** words) {
  using namespace quanhe;
  if (count != 2) return 2;
  Result<StoredGraph> graph = StoredGraph::open(words[1]);
  if (!graph) return 1;
  const long before = memory("VmHWM");

  auto start = std::clock();
  Result<EdgeList> list = graph.value().edge_list();
  if (!list) return 1;
  const double read = seconds_since(start);
  start = std::clock();
  const Network network(std::move(list).value());
  const double rows = seconds_since(start);
  const long peak = memory("VmHWM") - before;

  start = std::clock();
  const std::vector<double> ranks = page_rank(network);
  const double page = seconds_since(start);
  start = std::clock();
  const std::vector<std::uint32_t> parts = network.components();
  const double components = seconds_since(start);
  start = std::clock();
  const std::vector<Path> paths = shortest_paths(network, 0, network.node_count() - 1, 1);
  const double path = seconds_since(start);
  start = std::clock();
  const Communities communities = find_communities(network);
  const double groups = seconds_since(start);

  double sum = 0;
  for (const double rank : ranks) sum += rank * rank;
  std::uint32_t last_part = 0;
  for (const std::uint32_t part : parts) last_part = std::max(last_part, part);
  std::printf("{\"nodes\":%u,\"edges\":%u,\"read\":%.4f,\"rows\":%.4f,\"peak_kilobytes\":%ld,\"pagerank\":%.4f,"
              "\"components\":%.4f,\"path\":%.4f,\"communities\":%.4f,\"rank_squares\":%.12f,\"parts\":%u,"
              "\"modularity\":%.6f,\"path_length\":%zu}\n",
              network.node_count(), network.edge_count(), read, rows, peak, page, components, path, groups, sum,
              last_part + 1, communities.modularity, paths.empty() ? 0 : paths.front().size() - 1);
  return 0;
}
