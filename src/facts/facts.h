#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"

namespace quanhe {

// How real a statement is, from the weakest cue to none. Order matters: where several cues govern the same
// words, the first of this list wins.
enum class Status : std::uint8_t { kDenied, kRequested, kPlanned, kReported, kHappened };

std::string_view to_string(Status status);
std::optional<Status> parse_status(std::string_view text);

// Denied and requested statements are kept and shown only on demand.
inline bool is_shown(Status status) { return status >= Status::kPlanned; }

// A thing that a document names. The id is made of type and name (make_node_id), so the same thing has the
// same id in every document.
struct Node {
  std::string id;
  std::string type;                  // a NodeType of the ontology
  std::string name;                  // canonical
  std::vector<std::string> aliases;  // other forms that the document writes; sorted, unique, without the name
  std::string spelling;              // the name as the document spells it, where that is never as `name`; else empty

  // The name by which the document knows it.
  const std::string& written_name() const { return spelling.empty() ? name : spelling; }

  friend bool operator==(const Node&, const Node&) = default;
};

// One piece of the reason for a statement: the words that played a role, or how the role was filled when no
// words did. Spans are bytes of the original text, half-open.
struct Part {
  std::string role;            // "trigger", "from", "to", an attribute's name, ...
  std::optional<Span> span;    // none where a default filled the role
  std::string via;             // "" for plain words; "reference both-sides", "frame dateline", "default home"
  std::vector<Span> resolved;  // where the words stand that a reference stands for

  friend auto operator<=>(const Part&, const Part&) = default;
};

struct Evidence {
  Span span;              // from the first to the last word that took part; bytes of the original text
  std::string quote;      // those very bytes
  std::string rule;       // id of the rule
  int confidence = 0;     // thousandths, 1 to 1000
  std::vector<Part> parts;

  friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

// One edge of one match. Statements of the same match share `occurrence`.
struct Statement {
  std::uint32_t from = 0;  // index into DocumentFacts::nodes
  std::uint32_t to = 0;
  std::string relation;
  std::uint32_t occurrence = 0;  // one-based, in the order of the text
  Status status = Status::kHappened;
  std::vector<std::pair<std::string, std::string>> attributes;  // sorted by name
  Evidence evidence;

  friend bool operator==(const Statement&, const Statement&) = default;
};

// What one document says, a pure function of the document and the pack. Nodes are sorted by id; statements by
// evidence span, rule, relation and ends. In a symmetric relation `from` has the smaller id.
struct DocumentFacts {
  std::string id;
  std::string date;        // ISO 8601, or ""
  std::string date_basis;  // "metadata", "inferred", or "" without a date
  std::string url;
  std::string title;
  std::uint64_t content_hash = 0;  // stable_hash of the original bytes
  std::vector<Node> nodes;
  std::vector<Statement> statements;
  bool cut_short = false;  // there were more than a document may give

  std::string text;                             // the original bytes
  std::vector<std::uint32_t> sentence_starts;   // bytes of the text; the first is 0, each sentence ends where the next starts
  std::vector<std::uint64_t> near_copy_keys;    // of the text

  friend bool operator==(const DocumentFacts&, const DocumentFacts&) = default;
};

// "person/bui-thanh-son-1f3a5c77": the type, the name without diacritics, and 32 bits of a hash of both, so
// that names which differ by a diacritic alone stay apart. Lower-case ASCII letters, digits, '-' and one '/'.
std::string make_node_id(std::string_view type, std::string_view name);

// Sorts nodes and statements as DocumentFacts promises, drops equal statements and numbers the occurrences
// anew in that order.
void put_in_order(DocumentFacts& facts);

}  // namespace quanhe
