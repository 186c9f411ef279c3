#pragma once

#include <string>

namespace quanhe {

// The few words of the picture itself, which no pack knows: Vietnamese for packs in Vietnamese, else English.
struct PictureWords {
  std::string legend;
  std::string act;
  std::string state;
  std::string both_ways;
  std::string planned;
  std::string nodes;
  std::string relations;
  std::string documents;
};

inline PictureWords picture_words(const std::string& language) {
  if (language == "vi" || language.starts_with("vi-")) {
    return {"Chú giải", "hành động", "trạng thái", "hai chiều", "dự kiến", "nút", "quan hệ", "văn bản"};
  }
  return {"Legend", "act", "state", "both ways", "planned", "nodes", "relations", "documents"};
}

}  // namespace quanhe
