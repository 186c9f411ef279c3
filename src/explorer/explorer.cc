#include "explorer/explorer.h"

#include <exception>
#include <utility>

#include "explorer/questions.h"
#include "explorer/target.h"
#include "export/page.h"

namespace quanhe {

std::string policy_of(std::string_view page) {
  constexpr std::string_view kBegin = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
  const std::size_t begin = page.find(kBegin);
  if (begin == std::string_view::npos) return std::string(kNoPage);
  const std::string_view rest = page.substr(begin + kBegin.size());
  return std::string(rest.substr(0, rest.find('"'))) + "; frame-ancestors 'none'";
}

Explorer::Explorer(GraphKeeper& keeper, Gate gate, std::string program_version)
    : keeper_(keeper),
      gate_(std::move(gate)),
      program_version_(std::move(program_version)),
      page_policy_(policy_of(page())) {}

std::optional<Answer> Explorer::answer_at_once(const Request& request) const {
  if (request.has_twice) return wrong_request("a header is there twice");
  if (!gate_.is_host(request.host)) return refusal(403, "forbidden", "this server has another name than that");
  if (!request.origin.empty() && !gate_.is_origin(request.origin)) {
    return refusal(403, "forbidden", "another page asks");
  }
  if (request.method != "GET" && request.method != "HEAD") {
    return refusal(405, "method_not_allowed", "only GET and HEAD are answered");
  }
  if (request.has_body) return wrong_request("a request has no body here");
  const Result<Target> target = parse_target(request.target);
  if (!target) return wrong_request(target.error().message);
  const std::string& path = target.value().path;
  if (path == "/") return Answer{200, "text/html; charset=utf-8", std::string(page()), page_policy_};
  if (path == "/favicon.ico") return Answer{.status = 204};
  if (!path.starts_with("/api/")) return refusal(404, "not_found", "there is no '" + path + "'");
  if (!gate_.has_token(request.authorization)) return refusal(401, "unauthorized", "no token, or a wrong one");
  if (!is_question(path)) return refusal(404, "not_found", "there is no '" + path + "'");
  return std::nullopt;
}

Answer Explorer::answer(const Request& request, Clock::time_point deadline) const {
  const auto too_late = [] { return refusal(503, "too_slow", "no answer in time"); };
  if (Clock::now() > deadline) return too_late();
  const Result<Target> target = parse_target(request.target);
  if (!target) return wrong_request(target.error().message);
  try {
    Result<GraphKeeper::Reader> reader = keeper_.take();
    if (!reader) return refusal(500, "no_graph", reader.error().message);
    StoredGraph& graph = *reader.value().graph;
    graph.database().set_deadline(deadline);
    const std::shared_ptr<const LoadedGraph> loaded = keeper_.loaded();
    Result<Answer> answer = answer_question({graph, *loaded, program_version_}, target.value());
    if (!answer && Clock::now() > deadline) return too_late();
    if (!answer) return refusal(500, "no_graph", answer.error().message);
    keeper_.give_back(std::move(reader).value());
    return std::move(answer).value();
  } catch (const std::exception& failure) {
    return refusal(500, "failed", failure.what());
  }
}

}  // namespace quanhe
