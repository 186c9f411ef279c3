#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "base/file.h"
#include "base/result.h"

namespace quanhe {

// Where an export writes. Bytes are gathered and handed on in pieces of about 64 KiB, so the memory of an
// export does not grow with its output. A failed write is remembered: what is appended after it is dropped,
// and finish() tells of it, so a writer need not look at each call. Owns nothing that it writes to; not
// thread-safe.
class ByteSink {
 public:
  using Write = std::function<Result<void>(std::string_view)>;

  explicit ByteSink(Write write) : write_(std::move(write)) {}
  // Into a file or a string, which must outlive the sink.
  explicit ByteSink(PendingFile& file);
  explicit ByteSink(std::string& text);

  void append(std::string_view bytes);

  // Nothing that is appended will arrive any more: a long export may stop.
  bool failed() const { return !result_.ok(); }

  // Hands on what is left. The first failure of any write, if there was one.
  Result<void> finish();

 private:
  void hand_on();

  Write write_;
  std::string buffer_;
  Result<void> result_;
};

}  // namespace quanhe
