#pragma once

#include <memory>
#include <string_view>

#include "export/byte_sink.h"

namespace quanhe {

// Text that arrives in a sink as base64 of gzip, packed while it comes. The same text gives the same bytes: there is no
// time in it. Memory: some 300 KiB.
class PackedText {
 public:
  explicit PackedText(ByteSink& sink);
  ~PackedText();
  PackedText(const PackedText&) = delete;
  PackedText& operator=(const PackedText&) = delete;

  void append(std::string_view text);
  // To be called once, after everything.
  void finish();

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace quanhe
