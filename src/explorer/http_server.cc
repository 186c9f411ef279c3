#include "explorer/http_server.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <exception>
#include <string>
#include <thread>
#include <utility>

#include "explorer/http_session.h"

namespace quanhe {
namespace {

namespace asio = boost::asio;
using ErrorCode = boost::system::error_code;

std::size_t worker_count() { return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 2, 8); }

constexpr std::chrono::milliseconds kPauseWithoutDescriptors{100};

}  // namespace

class HttpServer::Implementation {
 public:
  explicit Implementation(const ServerLimits& limits) : limits_(limits) {}

  Result<void> listen(std::uint16_t port) {
    const asio::ip::tcp::endpoint here(asio::ip::address_v4::loopback(), port);
    ErrorCode code;
    const auto failed = [&] {
      return Error{"cannot listen on 127.0.0.1:" + std::to_string(port) + ": " + code.message()};
    };
    if (acceptor_.open(here.protocol(), code)) return failed();
    if (acceptor_.set_option(asio::socket_base::reuse_address(true), code)) return failed();
    if (acceptor_.bind(here, code)) return failed();
    if (acceptor_.listen(asio::socket_base::max_listen_connections, code)) return failed();
    port_ = acceptor_.local_endpoint(code).port();
    if (code) return failed();
    return {};
  }

  std::uint16_t port() const { return port_; }

  void run(const Explorer& explorer) {
    HttpSessions sessions{limits_, explorer, {}};
    // They go before the connections' list, on which what they leave undone has its entries.
    asio::thread_pool workers(worker_count());
    sessions.ask = [&](Request request, std::function<void(Answer)> done) {
      ask(workers, explorer, std::move(request), std::move(done));
    };
    signals_.add(SIGINT);
    signals_.add(SIGTERM);
    signals_.async_wait([this](ErrorCode code, int) {
      if (!code) io_.stop();
    });
    accept(sessions);
    run_all();
    // What is being answered is answered to the end, and nothing of it is sent.
    workers.stop();
    workers.join();
    ErrorCode ignored;
    acceptor_.close(ignored);
    signals_.cancel(ignored);
    timer_.cancel(ignored);
    for (HttpSession* session : sessions.all) session->close();
    // Each connection lives in what waits for it; all of that is called once more and ends.
    io_.restart();
    run_all();
  }

  void stop() { io_.stop(); }

 private:
  // What one connection throws, for want of memory, ends what was being done for it and nothing else.
  void run_all() {
    for (bool is_done = false; !is_done;) {
      try {
        io_.run();
        is_done = true;
      } catch (const std::exception&) {
        is_done = false;
      }
    }
  }

  void ask(asio::thread_pool& workers, const Explorer& explorer, Request request, std::function<void(Answer)> done) {
    const auto deadline = Explorer::Clock::now() + limits_.answering;
    asio::post(workers, [this, &explorer, deadline, request = std::move(request), done = std::move(done)]() mutable {
      Answer answer = explorer.answer(request, deadline);
      asio::post(io_, [done = std::move(done), answer = std::move(answer)]() mutable { done(std::move(answer)); });
    });
  }

  void accept(HttpSessions& sessions) {
    acceptor_.async_accept([this, &sessions](ErrorCode code, asio::ip::tcp::socket socket) {
      if (!acceptor_.is_open() || code == asio::error::operation_aborted) return;
      if (code) return accept_later(sessions);
      welcome(sessions, std::move(socket));
      accept(sessions);
    });
  }

  // The program may be out of descriptors, which waiting may mend and asking again at once does not.
  void accept_later(HttpSessions& sessions) {
    timer_.expires_after(kPauseWithoutDescriptors);
    timer_.async_wait([this, &sessions](ErrorCode code) {
      if (!code) accept(sessions);
    });
  }

  void welcome(HttpSessions& sessions, asio::ip::tcp::socket socket) {
    const bool is_full = sessions.all.size() >= limits_.connections;
    const bool can_make_room = !sessions.waiting.empty();
    if (is_full && can_make_room) sessions.waiting.front()->close();
    // Those that are told so end soon; of more than there may be of all, nothing is heard.
    if (is_full && !can_make_room && sessions.all.size() >= 2 * limits_.connections) return;
    const auto session = std::make_shared<HttpSession>(std::move(socket), sessions);
    is_full && !can_make_room ? session->refuse() : session->start();
  }

  const ServerLimits limits_;
  asio::io_context io_{1};
  asio::ip::tcp::acceptor acceptor_{io_};
  asio::signal_set signals_{io_};
  asio::steady_timer timer_{io_};
  std::uint16_t port_ = 0;
};

HttpServer::HttpServer(std::unique_ptr<Implementation> implementation) : implementation_(std::move(implementation)) {}
HttpServer::~HttpServer() = default;

Result<std::unique_ptr<HttpServer>> HttpServer::listen(std::uint16_t port, const ServerLimits& limits) {
  auto implementation = std::make_unique<Implementation>(limits);
  if (const Result<void> listening = implementation->listen(port); !listening) return listening.error();
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(implementation)));
}

std::uint16_t HttpServer::port() const { return implementation_->port(); }
void HttpServer::run(const Explorer& explorer) { implementation_->run(explorer); }
void HttpServer::stop() { implementation_->stop(); }

}  // namespace quanhe
