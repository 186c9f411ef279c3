#include "rules/yaml_tree.h"

#include <yaml.h>

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/keyed_hash.h"
#include "base/utf8.h"

namespace quanhe {
namespace {

constexpr std::size_t kDeepestNesting = 30;
constexpr const char* kNoPlainWord = "a key that is no plain word";
constexpr const char* kAlias = "an alias; rule files have none";
constexpr const char* kNoAlias = "write the value out, or quote a value that begins with '*'";
constexpr const char* kQuoteIt = "a value that begins with '{' or '[' is quoted";

struct Refusal {
  std::uint32_t line;    // one-based
  std::uint32_t column;  // one-based, in bytes
  std::string message;
  std::string help;
};

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::uint32_t line_of_byte(const PackFile& file, std::size_t byte) {
  const auto place = file.bytes.begin() + static_cast<std::ptrdiff_t>(byte);
  return static_cast<std::uint32_t>(std::count(file.bytes.begin(), place, '\n') + 1);
}

// Where libyaml's marks are, which count lines and code points from 0, without a byte order mark. Asked from the file's
// start to its end.
class Places {
 public:
  explicit Places(const PackFile& file) : file_(file) {}

  static std::uint32_t line(const yaml_mark_t& mark) { return static_cast<std::uint32_t>(mark.line + 1); }

  std::uint32_t column(const yaml_mark_t& mark) {
    if (mark.line != line_ || mark.column < code_points_) {
      line_ = mark.line;
      code_points_ = 0;
      byte_ = mark.line == 0 && file_.bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    }
    const std::string_view text = file_.line(line(mark));
    for (; code_points_ < mark.column && byte_ < text.size(); ++code_points_) byte_ = next_code_point(text, byte_);
    return static_cast<std::uint32_t>(byte_ + 1);
  }

 private:
  const PackFile& file_;
  // The last that was asked for.
  std::size_t line_ = SIZE_MAX;
  std::size_t code_points_ = 0;
  std::size_t byte_ = 0;
};

struct Event {
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { yaml_event_delete(&event); }

  yaml_event_t event{};
};

class Parser {
 public:
  explicit Parser(const std::string& bytes) {
    QUANHE_CHECK(yaml_parser_initialize(&parser_) != 0);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { yaml_parser_delete(&parser_); }

  // False when the bytes go on as no YAML does; failed() then says how.
  bool next(Event& event) { return yaml_parser_parse(&parser_, &event.event) != 0; }
  const yaml_parser_t& failed() const { return parser_; }

 private:
  yaml_parser_t parser_{};
};

std::string_view text_of(const yaml_event_t& event) {
  return {reinterpret_cast<const char*>(event.data.scalar.value), event.data.scalar.length};
}

// Builds the tree from libyaml's events, and throws Refusal at the first construct that rule files must not hold, so that
// an alias is never followed. libyaml's own documents keep both of two equal keys in silence.
class TreeBuilder {
 public:
  TreeBuilder(const PackFile& file, YamlNode& root) : file_(file), places_(file), root_(root) {}

  void take(const yaml_event_t& event) {
    const yaml_mark_t& mark = event.start_mark;
    switch (event.type) {
      case YAML_DOCUMENT_START_EVENT:
        if (++documents_ > 1) refuse(mark, "a second document in one file", "remove the line \"---\"");
        break;
      case YAML_ALIAS_EVENT: refuse(mark, kAlias, kNoAlias);
      case YAML_SCALAR_EVENT: take_scalar(event); break;
      case YAML_SEQUENCE_START_EVENT:
        refuse_anchor_and_tag(mark, event.data.sequence_start.anchor, event.data.sequence_start.tag);
        open(mark, YamlNode::Kind::kSequence);
        break;
      case YAML_MAPPING_START_EVENT:
        refuse_anchor_and_tag(mark, event.data.mapping_start.anchor, event.data.mapping_start.tag);
        open(mark, YamlNode::Kind::kMapping);
        break;
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT: close(); break;
      default: break;
    }
  }

  // What keeps the file from being YAML.
  Refusal fault(const yaml_parser_t& parser) {
    if (parser.error == YAML_READER_ERROR) {
      return {line_of_byte(file_, parser.problem_offset), 1, std::string("not YAML: ") + parser.problem, ""};
    }
    const bool has_context = parser.context != nullptr;
    if (has_context && sign_at(parser.context_mark) == '*') {
      return {Places::line(parser.context_mark), places_.column(parser.context_mark), kAlias, kNoAlias};
    }
    const std::string context = has_context ? std::string(" ") + parser.context : "";
    return {Places::line(parser.problem_mark), places_.column(parser.problem_mark),
            std::string("not YAML: ") + parser.problem + context, ""};
  }

 private:
  struct Level {
    YamlNode node;
    KeyedSet<std::string> keys;
    bool key_expected = true;
  };

  YamlNode make(YamlNode::Kind kind, const yaml_mark_t& mark) {
    YamlNode node;
    node.kind = kind;
    node.line = Places::line(mark);
    node.column = places_.column(mark);
    node.file = &file_;
    return node;
  }

  [[noreturn]] void refuse(const yaml_mark_t& mark, std::string message, std::string help = "") {
    throw Refusal{Places::line(mark), places_.column(mark), std::move(message), std::move(help)};
  }

  void refuse_anchor_and_tag(const yaml_mark_t& mark, const yaml_char_t* anchor, const yaml_char_t* tag) {
    if (anchor != nullptr) refuse(mark, "an anchor; rule files have none", "write the value out where it is used");
    if (tag != nullptr) refuse(mark, "a tag; rule files have none", "a value that begins with '!' is quoted");
  }

  char sign_at(const yaml_mark_t& mark) {
    const std::string_view line = file_.line(Places::line(mark));
    const std::uint32_t column = places_.column(mark);
    return column <= line.size() ? line[column - 1] : '\0';
  }

  void take_scalar(const yaml_event_t& event) {
    const yaml_mark_t& mark = event.start_mark;
    const auto& scalar = event.data.scalar;
    refuse_anchor_and_tag(mark, scalar.anchor, scalar.tag);
    if (scalar.style == YAML_FOLDED_SCALAR_STYLE) {
      refuse(mark, "a folded text; rule files have none", "write one quoted line, or a literal block: |");
    }
    constexpr std::array<std::string_view, 5> kNulls = {"", "~", "null", "Null", "NULL"};
    const bool is_plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (is_plain && std::find(kNulls.begin(), kNulls.end(), text_of(event)) != kNulls.end()) {
      return put(make(YamlNode::Kind::kNull, mark));
    }
    YamlNode node = make(YamlNode::Kind::kScalar, mark);
    node.quoted = scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE || scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    if (node.quoted && event.end_mark.line != mark.line) {
      refuse(mark, "a quoted text over several lines", "write it on one line, or as a literal block: |");
    }
    node.text = text_of(event);
    put(std::move(node));
  }

  void open(const yaml_mark_t& mark, YamlNode::Kind kind) {
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
  Places places_;
  YamlNode& root_;
  std::vector<Level> open_;
  int documents_ = 0;
};

// To libyaml some signs end a line that do so to nobody else.
bool check_line_ends(const PackFile& file, Diagnostics& diagnostics) {
  for (const std::string_view sign : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
    const std::size_t place = file.bytes.find(sign);
    if (place == std::string::npos) continue;
    const std::size_t column = place - (file.bytes.rfind('\n', place) + 1) + 1;
    report_at(diagnostics, Severity::kError, file, line_of_byte(file, place), static_cast<std::uint32_t>(column),
              "a sign that ends a line to some programs only", "remove it, or write it as an escape in double quotes");
    return false;
  }
  return true;
}

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
  const std::size_t end = number < line_starts_.size() ? line_starts_[number] - 1 : bytes.size();
  std::string_view text = std::string_view(bytes).substr(begin, end - begin);
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
  diagnostics.add(severity, {file.path, line, column}, std::move(message), std::move(help), file.line(line));
}

bool check_utf8(const PackFile& file, Diagnostics& diagnostics) {
  const std::size_t bad = find_invalid_utf8(file.bytes);
  if (bad == std::string_view::npos) return true;
  diagnostics.error({file.path, line_of_byte(file, bad), 1}, "a byte that is not UTF-8 in this line",
                    "save the file in the encoding UTF-8");
  return false;
}

bool parse_yaml(const PackFile& file, YamlNode& root, Diagnostics& diagnostics) {
  root.file = &file;
  root.line = 1;
  root.column = 1;
  if (!check_utf8(file, diagnostics) || !check_line_ends(file, diagnostics)) return false;
  Parser parser(file.bytes);
  TreeBuilder builder(file, root);
  try {
    for (bool ended = false; !ended;) {
      Event read;
      if (!parser.next(read)) throw builder.fault(parser.failed());
      builder.take(read.event);
      ended = read.event.type == YAML_STREAM_END_EVENT;
    }
    return true;
  } catch (const Refusal& refusal) {
    report_at(diagnostics, Severity::kError, file, refusal.line, refusal.column, refusal.message, refusal.help);
  }
  return false;
}

}  // namespace quanhe
