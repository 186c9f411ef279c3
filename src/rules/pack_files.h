#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "rules/yaml_tree.h"

namespace quanhe {

// The files of the packs, by what they hold: "pack", "ontology", "words", ..., "lexicon", "offices". In the order
// in which the packs are read, the files of a lexicon by path.
struct PackFiles {
  std::vector<std::unique_ptr<PackFile>> files;
  std::map<std::string, std::vector<YamlNode>> roots;          // of YAML files, parsed
  std::map<std::string, std::vector<const PackFile*>> tables;  // "lexicon" and "offices": files of tabs
  std::set<std::string> unread;                                // what some file holds that could not be read
  std::string hash;                                            // of the names and bytes of all files, hexadecimal
};

// Reads every file of the folders that a pack can have; a pack that another `extends` comes before it, and each
// comes once. What cannot be read or parsed, a folder without pack.yaml, a pack that extends itself, and a file
// that no pack has (a misspelt one would be skipped in silence) are in `diagnostics`.
PackFiles read_pack_files(std::span<const std::filesystem::path> folders, Diagnostics& diagnostics);

}  // namespace quanhe
