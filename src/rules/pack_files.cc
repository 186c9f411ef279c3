#include "rules/pack_files.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/file.h"
#include "base/hash.h"
#include "base/strings.h"

namespace quanhe {
namespace {

constexpr std::uint64_t kLargestFile = 64ULL << 20;

const std::vector<std::string> kFileNames = {"pack.yaml",   "ontology.yaml",  "words.yaml",      "phrases.yaml",
                                             "dates.yaml",  "entities.yaml",  "references.yaml", "frames.yaml",
                                             "status.yaml", "relations.yaml", "derive.yaml",     "offices.tsv"};

class PackReader {
 public:
  PackReader(PackFiles& pack, Diagnostics& diagnostics) : pack_(pack), diagnostics_(diagnostics) {}

  // `named_by` is the value of `extends`, or nullptr for a folder that the user named.
  void read_folder(const std::filesystem::path& folder, const YamlNode* named_by) {
    if (const std::string reason = reason_against(folder); !reason.empty()) {
      fault_of_folder(folder, named_by, reason);
      return;
    }
    std::error_code code;
    const std::filesystem::path identity = std::filesystem::weakly_canonical(folder, code);
    if (std::find(open_.begin(), open_.end(), identity) != open_.end()) {
      fault_of_folder(folder, named_by, "this pack extends itself");
      return;
    }
    if (!done_.insert(identity).second) return;
    open_.push_back(identity);
    std::optional<YamlNode> settings = read_yaml(folder / "pack.yaml", "pack.yaml");
    if (settings) read_extended(folder, *settings);
    set_pack(settings);
    const FileList list = list_files(folder, {".yaml", ".yml", ".tsv"});
    for (const Error& error : list.errors) fault_of_file(folder, error);
    for (const std::filesystem::path& path : list.files) read(folder, path);
    ++packs_;
    open_.pop_back();
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

  void fault_of_folder(const std::filesystem::path& folder, const YamlNode* named_by, const std::string& reason) {
    if (named_by == nullptr) {
      diagnostics_.error({folder.string(), 0, 0}, reason);
    } else {
      report(diagnostics_, *named_by, "\"" + named_by->text + "\": " + reason,
             "\"extends\" names a folder, relative to that of this file");
    }
  }

  // Errors of files name the path themselves, which a diagnostic has already.
  void fault_of_file(const std::filesystem::path& path, const Error& error) {
    const std::string name = path.string() + ": ";
    const bool named = error.message.starts_with(name);
    diagnostics_.error({path.string(), 0, 0}, named ? error.message.substr(name.size()) : error.message);
  }

  void read_extended(const std::filesystem::path& folder, const YamlNode& settings) {
    const YamlNode* extends = settings.find("extends");
    if (extends == nullptr) return;
    if (!extends->is_scalar() || extends->text.empty()) {
      report(diagnostics_, *extends, "expected the folder of one pack");
      return;
    }
    read_folder((folder / extends->text).lexically_normal(), extends);
  }

  // The settings were read before the packs that they extend, and belong after them.
  void set_pack(std::optional<YamlNode>& settings) {
    if (!settings) return;
    for (const auto& file : pack_.files) {
      if (file.get() == settings->file) file->pack = packs_;
    }
    pack_.roots["pack"].push_back(std::move(*settings));
  }

  void read(const std::filesystem::path& folder, const std::filesystem::path& path) {
    const std::filesystem::path relative = path.lexically_relative(folder);
    const std::string name = relative.string();
    const std::string extension = relative.extension().string();
    if (name == "pack.yaml") return;
    const bool in_lexicon = relative.has_parent_path() && *relative.begin() == "lexicon" && extension != ".yml";
    const bool known = std::find(kFileNames.begin(), kFileNames.end(), name) != kFileNames.end();
    if (!in_lexicon && !known) {
      const std::string near = nearest(name, kFileNames);
      diagnostics_.error({path.string(), 0, 0}, "a pack has no file of this name",
                         near.empty() ? "known are: " + join(kFileNames, ", ") + ", lexicon/*.yaml and lexicon/*.tsv"
                                      : "did you mean \"" + near + "\"?");
      return;
    }
    const std::string kind = in_lexicon ? "lexicon" : relative.stem().string();
    if (extension == ".tsv") {
      if (const PackFile* file = read_bytes(path, name)) pack_.tables[kind].push_back(file);
    } else if (std::optional<YamlNode> root = read_yaml(path, name)) {
      pack_.roots[kind].push_back(std::move(*root));
    } else {
      pack_.unread.insert(kind);
    }
  }

  const PackFile* read_bytes(const std::filesystem::path& path, const std::string& name) {
    Result<std::string> bytes = read_file(path, kLargestFile);
    if (!bytes) {
      fault_of_file(path, bytes.error());
      return nullptr;
    }
    hashed_ += name + '\0' + bytes.value() + '\0';
    pack_.files.push_back(std::make_unique<PackFile>(path.string(), std::move(bytes).value()));
    pack_.files.back()->pack = packs_;
    return pack_.files.back().get();
  }

  std::optional<YamlNode> read_yaml(const std::filesystem::path& path, const std::string& name) {
    const PackFile* file = read_bytes(path, name);
    YamlNode root;
    if (file == nullptr || !parse_yaml(*file, root, diagnostics_)) {
      pack_.unread.insert(path.stem().string());
      return std::nullopt;
    }
    return root;
  }

  PackFiles& pack_;
  Diagnostics& diagnostics_;
  std::string hashed_;
  std::vector<std::filesystem::path> open_;  // packs that are being read, each extended by the one before it
  std::set<std::filesystem::path> done_;
  std::uint32_t packs_ = 0;
};

}  // namespace

PackFiles read_pack_files(std::span<const std::filesystem::path> folders, Diagnostics& diagnostics) {
  PackFiles pack;
  PackReader reader(pack, diagnostics);
  for (const std::filesystem::path& folder : folders) reader.read_folder(folder, nullptr);
  pack.hash = reader.hash();
  return pack;
}

}  // namespace quanhe
