#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "explorer/access.h"
#include "explorer/answer.h"
#include "explorer/graph_keeper.h"

namespace quanhe {

// What a server reads of a request. Headers that are not there are "".
struct Request {
  std::string method;
  std::string target;
  std::string host;
  std::string origin;
  std::string authorization;
  bool has_body = false;
  bool has_twice = false;  // one of these headers
};

// Answers requests, whichever way they came. Any number of threads may use it.
class Explorer {
 public:
  using Clock = std::chrono::steady_clock;

  // The keeper must outlive it.
  Explorer(GraphKeeper& keeper, Gate gate, std::string program_version);

  // The page, and every refusal that needs no look at the graph. Nothing where answer() is to be asked.
  std::optional<Answer> answer_at_once(const Request& request) const;

  // The answer of the graph; one that says why there is none where the file cannot be read, or not until the deadline.
  Answer answer(const Request& request, Clock::time_point deadline) const;

 private:
  GraphKeeper& keeper_;
  Gate gate_;
  std::string program_version_;
  std::string page_policy_;
};

// The policy that a page states in its own head, and that nobody may frame it; kNoPage where it states none.
std::string policy_of(std::string_view page);

}  // namespace quanhe
