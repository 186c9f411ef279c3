#pragma once

#include <cstdint>
#include <memory>

#include "base/result.h"
#include "explorer/explorer.h"
#include "explorer/limits.h"

namespace quanhe {

// HTTP/1.1 on the loopback interface of this machine. One thread looks after all connections, so that one on which
// nothing comes costs some kilobytes and nothing else; some others answer.
class HttpServer {
 public:
  // Takes the port; 0 takes any that is free. The Error says why it cannot.
  static Result<std::unique_ptr<HttpServer>> listen(std::uint16_t port, const ServerLimits& limits);

  ~HttpServer();

  std::uint16_t port() const;

  // Answers until SIGINT or SIGTERM comes, or stop() is called. No failure of a connection or an answer ends it.
  void run(const Explorer& explorer);
  // From any thread.
  void stop();

 private:
  class Implementation;
  explicit HttpServer(std::unique_ptr<Implementation> implementation);

  std::unique_ptr<Implementation> implementation_;
};

}  // namespace quanhe
