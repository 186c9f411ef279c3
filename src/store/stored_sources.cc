#include "store/stored_sources.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_map>

#include "store/evidence_columns.h"

namespace quanhe {
namespace {

// "bui thanh son" of "person/bui-thanh-son-0a1b2c3d"; nothing where the id has no words.
std::string words_of(const std::string& id) {
  const std::size_t slash = id.find('/'), hash = id.rfind('-');
  if (slash == std::string::npos || hash == std::string::npos || hash < slash) return "";
  std::string words = id.substr(slash + 1, hash - slash - 1);
  std::replace(words.begin(), words.end(), '-', ' ');
  std::erase(words, '"');
  return words;
}

}  // namespace

StoredSources::StoredSources(StoredGraph& graph)
    : database_(graph.database()),
      keys_(database_.prepare(
          "SELECT node FROM nodes WHERE id = ?1 OR merged_into = (SELECT node FROM nodes WHERE id = ?1)")),
      with_words_(database_.prepare(
          "SELECT DISTINCT s.document FROM sentence_search f JOIN sentences s ON s.sentence = f.rowid "
          "WHERE sentence_search MATCH ? ORDER BY s.document")),
      head_(database_.prepare("SELECT id, date, url, title, date_basis FROM documents WHERE document = ?")),
      sentences_(database_.prepare(
          "SELECT s.text FROM documents d JOIN sentences s ON s.sentence >= d.first_sentence "
          "AND s.sentence < d.first_sentence + d.sentence_count WHERE d.document = ? ORDER BY s.sentence")) {}

std::vector<NodeKey> StoredSources::keys_of(const std::string& id) {
  std::vector<NodeKey> keys;
  keys_.bind(id);
  while (keys_.next()) keys.push_back(keys_.integer(0));
  return keys;
}

std::vector<DocumentKey> StoredSources::documents_with_words_of(const std::string& id) {
  std::vector<DocumentKey> documents;
  const std::string words = words_of(id);
  if (words.empty()) return documents;
  with_words_.bind('"' + words + '"');
  while (with_words_.next()) documents.push_back(with_words_.integer(0));
  return documents;
}

Result<std::vector<std::vector<DocumentKey>>> StoredSources::telling_of(const std::vector<Ids>& pairs) {
  // For each node the ends that it is: twice the place of the pair, and 1 more for its second end.
  std::unordered_map<NodeKey, std::vector<std::size_t>> ends;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    for (const NodeKey key : keys_of(pairs[i].first)) ends[key].push_back(2 * i);
    for (const NodeKey key : keys_of(pairs[i].second)) ends[key].push_back(2 * i + 1);
  }
  std::vector<std::vector<DocumentKey>> telling(pairs.size());
  SqlStatement row = database_.prepare("SELECT document, nodes FROM documents ORDER BY document");
  while (!ends.empty() && row.next()) {
    std::set<std::size_t> named;
    for (const ListedNode& node : parse_nodes(database_, row.bytes(1))) {
      if (const auto found = ends.find(node.key); found != ends.end()) named.insert(found->second.begin(), found->second.end());
    }
    for (const std::size_t end : named) {
      if (end % 2 == 0 && named.contains(end + 1)) telling[end / 2].push_back(row.integer(0));
    }
  }
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (!telling[i].empty()) continue;
    const auto from = documents_with_words_of(pairs[i].first), to = documents_with_words_of(pairs[i].second);
    std::set_intersection(from.begin(), from.end(), to.begin(), to.end(), std::back_inserter(telling[i]));
  }
  if (const Result<void> status = database_.status(); !status) return status.error();
  return telling;
}

Result<DocumentSource> StoredSources::source(DocumentKey document) {
  DocumentSource source;
  if (head_.bind(document).next()) {
    // A date that was found in the text will be found again.
    source = {head_.text(0), "", head_.text(4) == "metadata" ? head_.text(1) : "", head_.text(2), head_.text(3)};
  } else {
    database_.report_damage("a document that is not there");
  }
  head_.reset();
  sentences_.bind(document);
  while (sentences_.next()) source.text += sentences_.text(0);
  if (const Result<void> status = database_.status(); !status) return status.error();
  return source;
}

}  // namespace quanhe
