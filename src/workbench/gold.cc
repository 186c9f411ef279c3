#include "workbench/gold.h"

#include <algorithm>
#include <map>
#include <system_error>

#include "base/file.h"
#include "json/json_value.h"
#include "text/document.h"

namespace quanhe {
namespace {

// Why a file is no gold, thrown and caught within this file: "edges[2].from: ...".
struct GoldFault {
  std::string message;
};

[[noreturn]] void refuse(const std::string& place, const std::string& message) {
  throw GoldFault{(place.empty() ? "" : place + ": ") + message};
}

std::string member_place(const std::string& place, std::string_view name) {
  return place.empty() ? std::string(name) : place + "." + std::string(name);
}

std::string item_place(std::string_view list, std::size_t number) {
  return std::string(list) + "[" + std::to_string(number) + "]";
}

const JsonValue* present(const JsonValue& object, std::string_view name) {
  const JsonValue* value = object.find(name);
  return value == nullptr || value->is_null() ? nullptr : value;
}

std::string optional_text(const JsonValue& object, std::string_view name, const std::string& place) {
  const JsonValue* value = present(object, name);
  if (value == nullptr) return "";
  if (value->as_string() == nullptr) refuse(member_place(place, name), "expected a text");
  return *value->as_string();
}

std::string required_text(const JsonValue& object, std::string_view name, const std::string& place) {
  std::string text = optional_text(object, name, place);
  if (text.empty()) refuse(place, "\"" + std::string(name) + "\" is missing");
  return text;
}

const JsonValue::Array& required_list(const JsonValue& object, std::string_view name) {
  const JsonValue* value = present(object, name);
  if (value == nullptr) refuse("", "\"" + std::string(name) + "\" is missing");
  if (value->as_array() == nullptr) refuse(std::string(name), "expected a list");
  return *value->as_array();
}

bool flag(const JsonValue& object, std::string_view name, const std::string& place) {
  const JsonValue* value = present(object, name);
  if (value == nullptr) return false;
  if (value->as_boolean() == nullptr) refuse(member_place(place, name), "expected true or false");
  return *value->as_boolean();
}

std::vector<std::string> texts(const JsonValue& object, std::string_view name, const std::string& place) {
  const JsonValue* value = present(object, name);
  if (value == nullptr) return {};
  if (value->as_array() == nullptr) refuse(member_place(place, name), "expected a list");
  std::vector<std::string> texts;
  for (const JsonValue& item : *value->as_array()) {
    if (item.as_string() == nullptr) refuse(member_place(place, name), "expected texts");
    texts.push_back(*item.as_string());
  }
  return texts;
}

class GoldReader {
 public:
  explicit GoldReader(const JsonValue& root) : root_(root) {}

  void read_into(GoldDocument& gold) {
    if (root_.as_object() == nullptr) refuse("", "expected an object");
    gold.id = required_text(root_, "id", "");
    for (const JsonValue& node : required_list(root_, "nodes")) read_node(node, gold);
    for (const JsonValue& edge : required_list(root_, "edges")) read_edge(edge, gold);
  }

 private:
  void read_node(const JsonValue& node, GoldDocument& gold) {
    const std::string place = item_place("nodes", gold.nodes.size());
    if (node.as_object() == nullptr) refuse(place, "expected an object");
    GoldNode read{required_text(node, "id", place), required_text(node, "type", place),
                  required_text(node, "name", place), texts(node, "aliases", place)};
    const auto number = static_cast<std::uint32_t>(gold.nodes.size());
    if (!numbers_.emplace(read.id, number).second) refuse(place, "a second node with the id \"" + read.id + "\"");
    gold.nodes.push_back(std::move(read));
  }

  void read_edge(const JsonValue& edge, GoldDocument& gold) {
    const std::string place = item_place("edges", gold.edges.size());
    if (edge.as_object() == nullptr) refuse(place, "expected an object");
    GoldEdge read;
    read.from = end(edge, "from", place);
    read.to = end(edge, "to", place);
    read.relation = required_text(edge, "relation", place);
    read.quote = optional_text(edge, "quote", place);
    read.hard = flag(edge, "hard", place);
    if (const JsonValue* attributes = present(edge, "attributes")) {
      const std::string inner = member_place(place, "attributes");
      if (attributes->as_object() == nullptr) refuse(inner, "expected an object");
      read.date = optional_text(*attributes, "date", inner);
    }
    gold.edges.push_back(std::move(read));
  }

  std::uint32_t end(const JsonValue& edge, std::string_view name, const std::string& place) const {
    const std::string id = required_text(edge, name, place);
    const auto node = numbers_.find(id);
    if (node == numbers_.end()) refuse(member_place(place, name), "\"" + id + "\" is no id of a node of this file");
    return node->second;
  }

  const JsonValue& root_;
  std::map<std::string, std::uint32_t> numbers_;
};

Result<GoldDocument> read_file_of_gold(const std::filesystem::path& path) {
  const Result<std::string> bytes = read_file(path, kMaximumDocumentBytes);
  if (!bytes) return bytes.error();
  const Result<JsonValue> value = parse_json_file(bytes.value(), path.string());
  if (!value) return value.error();
  GoldDocument gold;
  gold.path = path.string();
  try {
    GoldReader(value.value()).read_into(gold);
  } catch (const GoldFault& fault) {
    return Error{gold.path + ": " + fault.message};
  }
  return gold;
}

// Files of this folder alone: what lies deeper is none of it.
std::vector<std::filesystem::path> gold_files(const std::filesystem::path& folder, std::error_code& code) {
  std::vector<std::filesystem::path> files;
  for (std::filesystem::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code)) {
    if (entry->path().extension() == ".json") files.push_back(entry->path());
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.native() < b.native(); });
  return files;
}

}  // namespace

std::vector<GoldDocument> read_gold(const std::filesystem::path& folder, std::vector<Error>& faults) {
  std::error_code code;
  const std::vector<std::filesystem::path> files = gold_files(folder, code);
  if (code) faults.push_back({folder.string() + ": cannot read: " + code.message()});
  if (!code && files.empty()) faults.push_back({folder.string() + ": there is no .json file in this folder"});
  std::vector<GoldDocument> documents;
  std::map<std::string, std::string> paths;
  for (const std::filesystem::path& file : files) {
    Result<GoldDocument> gold = read_file_of_gold(file);
    if (!gold) {
      faults.push_back(gold.error());
      continue;
    }
    const auto [known, is_new] = paths.emplace(gold.value().id, gold.value().path);
    if (is_new) {
      documents.push_back(std::move(gold).value());
    } else {
      faults.push_back({file.string() + ": the id \"" + known->first + "\" was given before, in " + known->second});
    }
  }
  return documents;
}

}  // namespace quanhe
