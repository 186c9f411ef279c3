// Asks a server of the page as fast as it answers, and prints how long its answers took, as JSON.
//
// usage: serve_load PORT TOKEN CLIENTS SECONDS < TARGETS
//
// TARGETS are paths, a line each. Each client has a connection and a thread, and asks for one target after another,
// drawn by chance, each when it has read the last answer to its end. Any answer but 200 is an error.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Tally {
  std::vector<double> milliseconds;
  std::size_t errors = 0;
  std::size_t bytes = 0;
};

int connect_to(int port) {
  const int connection = ::socket(AF_INET, SOCK_STREAM, 0);
  const int on = 1;
  ::setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  sockaddr_in place = {};
  place.sin_family = AF_INET;
  place.sin_port = htons(static_cast<std::uint16_t>(port));
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(connection, reinterpret_cast<const sockaddr*>(&place), sizeof place) == 0) return connection;
  std::perror("connect");
  std::exit(1);
}

// Whether the answer was 200; adds its bytes.
bool ask(int connection, const std::string& request, std::string& buffer, std::size_t& bytes) {
  if (::send(connection, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
    return false;
  constexpr std::string_view kLength = "Content-Length: ";
  buffer.clear();
  std::size_t wanted = std::string::npos;
  char piece[65536];
  while (buffer.size() < wanted) {
    const ssize_t got = ::recv(connection, piece, sizeof piece, 0);
    if (got <= 0) return false;
    buffer.append(piece, static_cast<std::size_t>(got));
    const std::size_t end = buffer.find("\r\n\r\n");
    if (wanted == std::string::npos && end != std::string::npos) {
      const std::size_t length = buffer.find(kLength);
      if (length > end) return false;
      wanted = end + 4 + std::strtoul(buffer.c_str() + length + kLength.size(), nullptr, 10);
    }
  }
  bytes += buffer.size();
  return buffer.compare(0, 12, "HTTP/1.1 200") == 0;
}

void run_client(int port, const std::vector<std::string>& requests, unsigned seed, Clock::time_point end,
                Tally& tally) {
  const int connection = connect_to(port);
  std::mt19937 random(seed);
  std::string buffer;
  while (Clock::now() < end) {
    const std::string& request = requests[random() % requests.size()];
    const Clock::time_point begin = Clock::now();
    if (!ask(connection, request, buffer, tally.bytes)) ++tally.errors;
    tally.milliseconds.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
  }
  ::close(connection);
}

}  // namespace

int main(int count, char** words) {
  if (count != 5) return 2;
  const int port = std::atoi(words[1]), clients = std::atoi(words[3]), seconds = std::atoi(words[4]);
  std::vector<std::string> requests;
  for (std::string target; std::getline(std::cin, target);) {
    requests.push_back("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + words[1] + "\r\nAuthorization: Bearer " +
                       words[2] + "\r\n\r\n");
  }
  if (requests.empty()) return 2;
  std::vector<Tally> tallies(static_cast<std::size_t>(clients));
  std::vector<std::thread> threads;
  const Clock::time_point end = Clock::now() + std::chrono::seconds(seconds);
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    threads.emplace_back([&, i] { run_client(port, requests, static_cast<unsigned>(i), end, tallies[i]); });
  }
  for (std::thread& thread : threads) thread.join();
  Tally all;
  for (const Tally& tally : tallies) {
    all.milliseconds.insert(all.milliseconds.end(), tally.milliseconds.begin(), tally.milliseconds.end());
    all.errors += tally.errors;
    all.bytes += tally.bytes;
  }
  std::sort(all.milliseconds.begin(), all.milliseconds.end());
  const auto at = [&](double part) {
    const auto place = static_cast<std::size_t>(part * static_cast<double>(all.milliseconds.size()));
    return all.milliseconds[std::min(place, all.milliseconds.size() - 1)];
  };
  std::printf("{\"requests\":%zu,\"errors\":%zu,\"bytes\":%zu,\"median\":%.3f,\"p99\":%.3f,\"worst\":%.3f}\n",
              all.milliseconds.size(), all.errors, all.bytes, at(0.5), at(0.99), at(1));
  return 0;
}
