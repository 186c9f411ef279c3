#include "rules/yaml_tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <unordered_set>

#include "base/utf8.h"

namespace quanhe {
namespace {

constexpr std::size_t kDeepestNesting = 30;
constexpr const char* kNoPlainWord = "a key that is no plain word";
constexpr const char* kQuoteIt = "a value that begins with '{' or '[' is quoted";

struct Refusal {
  std::uint32_t line;    // one-based
  std::uint32_t column;  // one-based, in bytes
  std::string message;
  std::string help;
};

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// yaml-cpp counts lines and bytes from 0, without a byte order mark.
std::uint32_t line_of(const YAML::Mark& mark) { return static_cast<std::uint32_t>(mark.line + 1); }

std::uint32_t column_of(const PackFile& file, const YAML::Mark& mark) {
  const bool after_mark = mark.line == 0 && file.bytes.starts_with(kByteOrderMark);
  return static_cast<std::uint32_t>(mark.column + 1) +
         (after_mark ? static_cast<std::uint32_t>(kByteOrderMark.size()) : 0);
}

// What follows the opening quote of a text holds the closing one: no \" within double quotes, no '' within single.
bool is_closed(std::string_view rest, char quote) {
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const bool doubled = quote == '\'' && rest.substr(i).starts_with("''");
    if (doubled || (quote == '"' && rest[i] == '\\')) {
      ++i;
    } else if (rest[i] == quote) {
      return true;
    }
  }
  return false;
}

// Builds the tree from yaml-cpp's events, and throws Refusal at the first construct that rule files must not
// hold, so that an alias is never followed. yaml-cpp's own Node keeps the first of two equal keys in silence.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const PackFile& file, YamlNode& root) : file_(file), root_(root) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) refuse(mark, "a second document in one file", "remove the line \"---\"");
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    put(make(YamlNode::Kind::kNull, mark));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse(mark, "an alias; rule files have none", "write the value out, or make it a phrase or a word class");
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    YamlNode node = make(YamlNode::Kind::kScalar, mark);
    node.quoted = is_quoted(node);
    refuse_tag(mark, tag);
    refuse_surprising_scalar(mark, node);
    node.text = value;
    put(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, YamlNode::Kind::kSequence);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, YamlNode::Kind::kMapping);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Level {
    YamlNode node;
    std::unordered_set<std::string> keys;
    bool key_expected = true;
  };

  YamlNode make(YamlNode::Kind kind, const YAML::Mark& mark) const {
    YamlNode node;
    node.kind = kind;
    node.line = line_of(mark);
    node.column = column_of(file_, mark);
    node.file = &file_;
    return node;
  }

  [[noreturn]] void refuse(const YAML::Mark& mark, std::string message, std::string help = "") const {
    throw Refusal{line_of(mark), column_of(file_, mark), std::move(message), std::move(help)};
  }

  char first_sign(const YamlNode& node) const {
    const std::string_view line = file_.line(node.line);
    return node.column <= line.size() ? line[node.column - 1] : '\0';
  }
  bool is_quoted(const YamlNode& node) const { return first_sign(node) == '"' || first_sign(node) == '\''; }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) const {
    if (anchor != 0) refuse(mark, "an anchor; rule files have none", "write the value out where it is used");
  }
  void refuse_tag(const YAML::Mark& mark, const std::string& tag) const {
    // yaml-cpp gives quoted texts and literal blocks the tag that a lone '!' stands for.
    const bool written = tag == "!" && first_sign(make(YamlNode::Kind::kNull, mark)) == '!';
    if (written || (!tag.empty() && tag != "?" && tag != "!")) {
      refuse(mark, "a tag; rule files have none", "a value that begins with '!' is quoted");
    }
  }
  void refuse_surprising_scalar(const YAML::Mark& mark, const YamlNode& node) const {
    if (first_sign(node) == '>') {
      refuse(mark, "a folded text; rule files have none", "write one quoted line, or a literal block: |");
    }
    if (!node.quoted) return;
    const char quote = first_sign(node);
    const std::string_view rest = file_.line(node.line).substr(node.column);
    if (!is_closed(rest, quote)) {
      refuse(mark, "a quoted text over several lines", "write it on one line, or as a literal block: |");
    }
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YamlNode::Kind kind) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (open_.size() == kDeepestNesting) refuse(mark, "nested deeper than 30", "");
    if (!open_.empty() && open_.back().node.is_mapping() && open_.back().key_expected) {
      refuse(mark, kNoPlainWord, kQuoteIt);
    }
    open_.push_back({make(kind, mark), {}, true});
  }

  void close() {
    YamlNode node = std::move(open_.back().node);
    open_.pop_back();
    put(std::move(node));
  }

  void put(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Level& level = open_.back();
    if (level.node.is_sequence()) {
      level.node.items.push_back(std::move(node));
    } else if (level.key_expected) {
      put_key(level, std::move(node));
    } else {
      level.node.members.back().second = std::move(node);
      level.key_expected = true;
    }
  }

  static void put_key(Level& level, YamlNode key) {
    if (!key.is_scalar()) throw Refusal{key.line, key.column, kNoPlainWord, kQuoteIt};
    if (!level.keys.insert(key.text).second) {
      throw Refusal{key.line, key.column, "key \"" + key.text + "\" is given twice in one mapping", ""};
    }
    level.node.members.emplace_back(std::move(key), YamlNode());
    level.key_expected = false;
  }

  const PackFile& file_;
  YamlNode& root_;
  std::vector<Level> open_;
  int documents_ = 0;
};

}  // namespace

PackFile::PackFile(std::string file_path, std::string file_bytes)
    : path(std::move(file_path)), bytes(std::move(file_bytes)) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\n') line_starts_.push_back(i + 1);
  }
}

std::string_view PackFile::line(std::uint32_t number) const {
  if (number == 0 || number > line_starts_.size()) return {};
  const std::size_t begin = line_starts_[number - 1];
  std::string_view text = std::string_view(bytes).substr(begin, bytes.find('\n', begin) - begin);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

const YamlNode* YamlNode::find(std::string_view key) const {
  for (const auto& [name, value] : members) {
    if (name.text == key) return &value;
  }
  return nullptr;
}

void report(Diagnostics& diagnostics, const YamlNode& node, std::string message, std::string help,
            std::uint32_t offset) {
  const std::uint32_t column = node.column + (node.quoted ? 1 : 0) + offset;
  report_at(diagnostics, Severity::kError, *node.file, node.line, column, std::move(message), std::move(help));
}

void report_at(Diagnostics& diagnostics, Severity severity, const PackFile& file, std::uint32_t line,
               std::uint32_t column, std::string message, std::string help) {
  diagnostics.add(
      {severity, {file.path, line, column}, std::move(message), std::move(help), std::string(file.line(line))});
}

bool check_utf8(const PackFile& file, Diagnostics& diagnostics) {
  const std::size_t bad = find_invalid_utf8(file.bytes);
  if (bad == std::string_view::npos) return true;
  const auto line = static_cast<std::uint32_t>(
      std::count(file.bytes.begin(), file.bytes.begin() + static_cast<std::ptrdiff_t>(bad), '\n') + 1);
  diagnostics.error({file.path, line, 1}, "a byte that is not UTF-8 in this line",
                    "save the file in the encoding UTF-8");
  return false;
}

bool parse_yaml(const PackFile& file, YamlNode& root, Diagnostics& diagnostics) {
  root.file = &file;
  root.line = 1;
  root.column = 1;
  if (!check_utf8(file, diagnostics)) return false;
  std::istringstream stream(file.bytes);
  TreeBuilder builder(file, root);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
    return true;
  } catch (const Refusal& refusal) {
    diagnostics.error({file.path, refusal.line, refusal.column}, refusal.message, refusal.help,
                      std::string(file.line(refusal.line)));
  } catch (const YAML::Exception& exception) {
    const std::uint32_t line = line_of(exception.mark);
    const std::uint32_t column = column_of(file, exception.mark);
    const std::string_view text = file.line(line);
    const bool is_alias = column <= text.size() && text[column - 1] == '*';
    report_at(diagnostics, Severity::kError, file, line, column,
              is_alias ? "an alias; rule files have none" : "not YAML: " + exception.msg,
              is_alias ? "write the value out, or quote a value that begins with '*'" : "");
  }
  return false;
}

}  // namespace quanhe
