#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <array>
#include <chrono>
#include <functional>
#include <list>
#include <memory>
#include <optional>

#include "explorer/answer.h"
#include "explorer/explorer.h"
#include "explorer/limits.h"

namespace quanhe {

class HttpSession;

// What connections share. All of it belongs to the one thread that looks after them.
struct HttpSessions {
  const ServerLimits& limits;
  const Explorer& explorer;
  // Has the request answered by a worker, and `done` called on the thread of connections.
  std::function<void(Request, std::function<void(Answer)> done)> ask;
  std::list<HttpSession*> all = {};
  std::list<HttpSession*> waiting = {};  // for a request, the longest first
  std::size_t answer_bytes = 0;          // on their way
};

// One connection: reads a request, has it answered, writes the answer, and so on. Lives as long as something of it goes
// on.
class HttpSession : public std::enable_shared_from_this<HttpSession> {
 public:
  HttpSession(boost::asio::ip::tcp::socket socket, HttpSessions& sessions);
  ~HttpSession();
  HttpSession(const HttpSession&) = delete;
  HttpSession& operator=(const HttpSession&) = delete;

  void start();
  // Answers that there are too many connections, and ends.
  void refuse();
  void close();

 private:
  using ErrorCode = boost::system::error_code;
  using Response = boost::beast::http::response<boost::beast::http::string_body>;

  void read();
  void on_header(ErrorCode code);
  void answer_request();
  void refuse_header(ErrorCode code);
  Request taken_request() const;
  void write(Answer answer);
  void on_written(ErrorCode code);
  // Tells the other side that this was all and waits a little for its end, so that it reads the answer although not all
  // that it sent was read.
  void linger();
  void drain();
  void expect(std::chrono::milliseconds time, void (HttpSession::*late)());
  void on_late_header();
  void wait(bool is_waiting);

  boost::asio::ip::tcp::socket socket_;
  boost::asio::steady_timer timer_;
  HttpSessions& sessions_;
  std::list<HttpSession*>::iterator place_;
  std::optional<std::list<HttpSession*>::iterator> waiting_place_;
  boost::beast::flat_buffer buffer_;
  std::optional<boost::beast::http::request_parser<boost::beast::http::empty_body>> parser_;
  std::optional<Response> response_;
  std::optional<boost::beast::http::response_serializer<boost::beast::http::string_body>> serializer_;
  std::size_t answer_bytes_ = 0;
  bool is_first_ = true;
  bool is_late_ = false;
  bool keeps_alive_ = false;
  bool is_head_ = false;
  std::array<char, 4096> rest_ = {};
  std::size_t drained_ = 0;
};

}  // namespace quanhe
