#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "rules/yaml_tree.h"

namespace quanhe {

// The parsed files of the packs, by what they hold: "pack", "ontology", "words", ..., "lexicon". In the order in
// which the packs were named, the files of a lexicon by path.
struct PackFiles {
  std::vector<std::unique_ptr<PackFile>> files;
  std::map<std::string, std::vector<YamlNode>> roots;
  std::string hash;  // of the names and bytes of all files, hexadecimal
};

// Reads every file of the folders that a pack can have. What cannot be read or parsed, a folder without
// pack.yaml, and a file that no pack has (a misspelt one would be skipped in silence) are in `diagnostics`.
PackFiles read_pack_files(std::span<const std::filesystem::path> folders, Diagnostics& diagnostics);

}  // namespace quanhe
