#include "rules/pack_files.h"

#include <algorithm>

#include "base/file.h"
#include "base/hash.h"
#include "base/strings.h"

namespace quanhe {
namespace {

constexpr std::uint64_t kLargestFile = 64ULL << 20;

const std::vector<std::string> kFileNames = {"pack",       "ontology", "words",  "phrases",   "dates", "entities",
                                             "references", "frames",   "status", "relations", "derive"};

class PackReader {
 public:
  PackReader(PackFiles& pack, Diagnostics& diagnostics) : pack_(pack), diagnostics_(diagnostics) {}

  void read_folder(const std::filesystem::path& folder) {
    if (!std::filesystem::exists(folder / "pack.yaml")) {
      diagnostics_.error({folder.string(), 0, 0}, "not a pack of rules: there is no pack.yaml in this folder");
      return;
    }
    const Result<std::vector<std::filesystem::path>> paths = list_files(folder, {".yaml", ".yml", ".tsv"});
    if (!paths) {
      diagnostics_.error({folder.string(), 0, 0}, paths.error().message);
      return;
    }
    for (const std::filesystem::path& path : paths.value()) read(folder, path);
  }

  std::string hash() const { return to_hex(stable_hash(hashed_)); }

 private:
  void read(const std::filesystem::path& folder, const std::filesystem::path& path) {
    const std::filesystem::path relative = path.lexically_relative(folder);
    const bool in_lexicon = relative.has_parent_path() && relative.begin()->string() == "lexicon";
    const std::string kind = in_lexicon ? "lexicon" : relative.stem().string();
    const bool known = in_lexicon || std::find(kFileNames.begin(), kFileNames.end(), kind) != kFileNames.end();
    if (!known || relative.extension() != ".yaml" || (!in_lexicon && relative.has_parent_path())) {
      const std::string near = nearest(kind, kFileNames);
      diagnostics_.error({path.string(), 0, 0}, "a pack has no file of this name",
                         near.empty() ? "known are: " + join(kFileNames, ".yaml, ") + ".yaml and lexicon/*.yaml"
                                      : "did you mean \"" + near + ".yaml\"?");
      return;
    }
    Result<std::string> bytes = read_file(path, kLargestFile);
    if (!bytes) {
      diagnostics_.error({path.string(), 0, 0}, bytes.error().message);
      return;
    }
    hashed_ += relative.string() + '\0' + bytes.value() + '\0';
    const PackFile& file =
        *pack_.files.emplace_back(std::make_unique<PackFile>(path.string(), std::move(bytes).value()));
    YamlNode root;
    if (parse_yaml(file, root, diagnostics_)) pack_.roots[kind].push_back(std::move(root));
  }

  PackFiles& pack_;
  Diagnostics& diagnostics_;
  std::string hashed_;
};

}  // namespace

PackFiles read_pack_files(std::span<const std::filesystem::path> folders, Diagnostics& diagnostics) {
  PackFiles pack;
  PackReader reader(pack, diagnostics);
  for (const std::filesystem::path& folder : folders) reader.read_folder(folder);
  pack.hash = reader.hash();
  return pack;
}

}  // namespace quanhe
