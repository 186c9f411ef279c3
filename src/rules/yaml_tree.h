#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"

namespace quanhe {

// One file of a pack: its path as the user named it, and its bytes.
struct PackFile {
  PackFile(std::string file_path, std::string file_bytes);

  std::string path;
  std::string bytes;
  std::uint32_t pack = 0;  // which of the packs it belongs to, in the order in which they are read

  // Without its line break; "" when there is no such line. Lines count from 1.
  std::string_view line(std::uint32_t number) const;

 private:
  std::vector<std::size_t> line_starts_ = {0};
};

// A value of a rule file with its place. Only what is plain enough not to surprise: see parse_yaml.
struct YamlNode {
  enum class Kind : std::uint8_t { kNull, kScalar, kSequence, kMapping };

  Kind kind = Kind::kNull;
  std::string text;           // of a scalar, always as text: 1.10 stays "1.10", NO stays "NO"
  bool quoted = false;        // of a scalar: it stood in quotes
  std::uint32_t line = 0;     // one-based
  std::uint32_t column = 0;   // one-based, in bytes
  std::vector<YamlNode> items;                           // of a sequence
  std::vector<std::pair<YamlNode, YamlNode>> members;    // of a mapping, in the order of the file
  const PackFile* file = nullptr;                        // outlives the node

  bool is_scalar() const { return kind == Kind::kScalar; }
  bool is_sequence() const { return kind == Kind::kSequence; }
  bool is_mapping() const { return kind == Kind::kMapping; }

  // The member's value, or nullptr.
  const YamlNode* find(std::string_view key) const;
};

// Reports an error at the place of a node, `offset` bytes into its text.
void report(Diagnostics& diagnostics, const YamlNode& node, std::string message, std::string help = "",
            std::uint32_t offset = 0);

// Reports something at a byte of a file.
void report_at(Diagnostics& diagnostics, Severity severity, const PackFile& file, std::uint32_t line,
               std::uint32_t column, std::string message, std::string help = "");

// False, with an error in `diagnostics`, when the file's bytes are no UTF-8.
bool check_utf8(const PackFile& file, Diagnostics& diagnostics);

// Parses a file into `root`. False, with the reason in `diagnostics`, when it is no YAML, or holds what rule
// files must not: anchors, aliases, tags, folded or multi-line quoted scalars, a key twice in one mapping, keys
// that are no scalars, more than one document, or nesting deeper than 30.
bool parse_yaml(const PackFile& file, YamlNode& root, Diagnostics& diagnostics);

}  // namespace quanhe
