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
    if (const std::string reason = reason_against(folder); !reason.empty()) {
      diagnostics_.error({folder.string(), 0, 0}, reason);
      return;
    }
    const FileList list = list_files(folder, {".yaml", ".yml", ".tsv"});
    for (const Error& error : list.errors) fault_of_file(folder, error);
    for (const std::filesystem::path& path : list.files) read(folder, path);
  }

  std::string hash() const { return to_hex(stable_hash(hashed_)); }

 private:
  // Why a folder is no pack, or "".
  static std::string reason_against(const std::filesystem::path& folder) {
    std::error_code code;
    const std::filesystem::file_status status = std::filesystem::status(folder, code);
    if (status.type() == std::filesystem::file_type::not_found) return "there is no such folder of rules";
    if (code) return "cannot read: " + code.message();
    if (!std::filesystem::is_directory(status)) return "a file, expected the folder of a pack of rules";
    const std::filesystem::file_type settings = std::filesystem::status(folder / "pack.yaml", code).type();
    return settings == std::filesystem::file_type::not_found
               ? "not a pack of rules: there is no pack.yaml in this folder"
               : "";
  }

  // Errors of files name the path themselves, which a diagnostic has already.
  void fault_of_file(const std::filesystem::path& path, const Error& error) {
    const std::string name = path.string() + ": ";
    const bool named = error.message.starts_with(name);
    diagnostics_.error({path.string(), 0, 0}, named ? error.message.substr(name.size()) : error.message);
  }

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
      fault_of_file(path, bytes.error());
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
