#include "explorer/http_session.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace quanhe {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

constexpr std::size_t kMostDrained = 1U << 20;
constexpr std::chrono::milliseconds kLinger{1000};

std::string header(const http::request_header<>& request, http::field name) {
  const auto found = request.find(name);
  return found == request.end() ? std::string() : std::string(found->value());
}

http::response<http::string_body> response_of(Answer answer, unsigned version, bool keeps_alive, bool is_head) {
  http::response<http::string_body> response{http::int_to_status(answer.status), version};
  response.set(http::field::content_type, beast::string_view(answer.content_type.data(), answer.content_type.size()));
  response.set(http::field::cache_control, "no-store");
  response.set("Content-Security-Policy", beast::string_view(answer.policy.data(), answer.policy.size()));
  response.set("Cross-Origin-Opener-Policy", "same-origin");
  response.set("Cross-Origin-Resource-Policy", "same-origin");
  response.set("Referrer-Policy", "no-referrer");
  response.set("X-Content-Type-Options", "nosniff");
  if (answer.status == 401) response.set(http::field::www_authenticate, "Bearer");
  if (answer.status == 405) response.set(http::field::allow, "GET, HEAD");
  response.keep_alive(keeps_alive);
  if (answer.status != 204) response.content_length(answer.body.size());
  if (!is_head) response.body() = std::move(answer.body);
  return response;
}

}  // namespace

HttpSession::HttpSession(asio::ip::tcp::socket socket, HttpSessions& sessions)
    : socket_(std::move(socket)),
      timer_(socket_.get_executor()),
      sessions_(sessions),
      place_(sessions.all.insert(sessions.all.end(), this)),
      buffer_(2 * sessions.limits.header_bytes) {}

HttpSession::~HttpSession() {
  wait(false);
  sessions_.all.erase(place_);
  sessions_.answer_bytes -= answer_bytes_;
}

void HttpSession::start() {
  ErrorCode ignored;
  socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
  read();
}

void HttpSession::refuse() { write(refusal(503, "busy", "too many connections at once")); }

void HttpSession::close() {
  ErrorCode ignored;
  wait(false);
  timer_.cancel(ignored);
  socket_.close(ignored);
}

void HttpSession::wait(bool is_waiting) {
  if (waiting_place_) sessions_.waiting.erase(*waiting_place_);
  waiting_place_.reset();
  if (is_waiting) waiting_place_ = sessions_.waiting.insert(sessions_.waiting.end(), this);
}

void HttpSession::expect(std::chrono::milliseconds time, void (HttpSession::*late)()) {
  timer_.expires_after(time);
  timer_.async_wait([self = shared_from_this(), late](ErrorCode code) {
    if (!code) ((*self).*late)();
  });
}

void HttpSession::read() {
  parser_.emplace();
  parser_->header_limit(static_cast<std::uint32_t>(sessions_.limits.header_bytes));
  is_late_ = false;
  // Where no request can be read there is nothing after it either.
  keeps_alive_ = false;
  is_head_ = false;
  wait(true);
  expect(is_first_ ? sessions_.limits.first_header : sessions_.limits.next_header, &HttpSession::on_late_header);
  is_first_ = false;
  http::async_read_header(socket_, buffer_, *parser_,
                          [self = shared_from_this()](ErrorCode code, std::size_t) { self->on_header(code); });
}

// The reading ends with an error, and what is to be done is done there.
void HttpSession::on_late_header() {
  is_late_ = true;
  ErrorCode ignored;
  socket_.cancel(ignored);
}

void HttpSession::on_header(ErrorCode code) {
  wait(false);
  ErrorCode ignored;
  timer_.cancel(ignored);
  if (!socket_.is_open()) return;
  const bool has_begun = parser_->got_some() || buffer_.size() > 0;
  if (is_late_ && code && has_begun) return write(refusal(408, "timeout", "the request came too slowly"));
  if (is_late_ && code) return close();
  if (code) return refuse_header(code);
  answer_request();
}

void HttpSession::refuse_header(ErrorCode code) {
  if (code == http::error::end_of_stream || code.category() == asio::error::get_system_category() ||
      code.category() == asio::error::get_misc_category()) {
    return close();
  }
  const bool is_long = code == http::error::header_limit || code == http::error::buffer_overflow;
  const bool has_target = !parser_->get().target().empty();
  if (is_long && !has_target) return write(refusal(414, "target_too_long", "too much is asked for in the first line"));
  if (is_long) return write(refusal(431, "header_too_long", "the headers are too long"));
  write(wrong_request("this is no request of HTTP"));
}

Request HttpSession::taken_request() const {
  const auto& message = parser_->get();
  Request request;
  request.method = std::string(message.method_string());
  request.target = std::string(message.target());
  request.host = header(message, http::field::host);
  request.origin = header(message, http::field::origin);
  request.authorization = header(message, http::field::authorization);
  request.has_body = parser_->chunked() || parser_->content_length().value_or(0) > 0;
  for (const http::field name : {http::field::host, http::field::origin, http::field::authorization}) {
    if (message.count(name) > 1) request.has_twice = true;
  }
  return request;
}

void HttpSession::answer_request() {
  Request request = taken_request();
  is_head_ = request.method == "HEAD";
  // What follows a body that nobody reads is no request.
  keeps_alive_ = parser_->get().keep_alive() && !request.has_body;
  if (request.target.size() > sessions_.limits.target_bytes) {
    return write(refusal(414, "target_too_long", "too much is asked for in the first line"));
  }
  if (sessions_.answer_bytes > sessions_.limits.answer_bytes) {
    return write(refusal(503, "busy", "too many answers are on their way"));
  }
  if (std::optional<Answer> answer = sessions_.explorer.answer_at_once(request)) return write(*std::move(answer));
  sessions_.ask(std::move(request), [self = shared_from_this()](Answer answer) { self->write(std::move(answer)); });
}

void HttpSession::write(Answer answer) {
  if (!socket_.is_open()) return;
  sessions_.answer_bytes += answer.body.size();
  answer_bytes_ += answer.body.size();
  const unsigned version = parser_ ? parser_->get().version() : 11;
  response_.emplace(response_of(std::move(answer), version, keeps_alive_, is_head_));
  serializer_.emplace(*response_);
  // A response to HEAD tells the length of a body that it has not.
  serializer_->split(is_head_);
  expect(sessions_.limits.sending, &HttpSession::close);
  const auto written = [self = shared_from_this()](ErrorCode code, std::size_t) { self->on_written(code); };
  if (is_head_) {
    http::async_write_header(socket_, *serializer_, written);
  } else {
    http::async_write(socket_, *serializer_, written);
  }
}

void HttpSession::on_written(ErrorCode code) {
  ErrorCode ignored;
  timer_.cancel(ignored);
  sessions_.answer_bytes -= std::exchange(answer_bytes_, 0);
  serializer_.reset();
  response_.reset();
  if (code) return close();
  if (keeps_alive_) return read();
  linger();
}

void HttpSession::linger() {
  ErrorCode ignored;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  expect(kLinger, &HttpSession::close);
  drain();
}

void HttpSession::drain() {
  socket_.async_read_some(asio::buffer(rest_), [self = shared_from_this()](ErrorCode code, std::size_t size) {
    self->drained_ += size;
    if (code || self->drained_ > kMostDrained) return self->close();
    self->drain();
  });
}

}  // namespace quanhe
