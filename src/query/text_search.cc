#include "query/text_search.h"

#include <algorithm>
#include <set>

#include "base/strings.h"
#include "base/utf8.h"
#include "facts/date.h"
#include "query/vocabulary.h"
#include "text/fold.h"

namespace quanhe {
namespace {

constexpr std::size_t kRanked = 1000;

struct Word {
  std::string folded;
  std::string exact;  // with its diacritics, letter case aside
};

// Where words may stand in a text: runs of letters and digits, and of all that is not ASCII.
std::vector<Span> runs_of(std::string_view text) {
  std::vector<Span> runs;
  const auto is_part = [&](std::size_t i) {
    const char byte = text[i];
    return static_cast<unsigned char>(byte) >= 0x80 || ('a' <= (byte | 0x20) && (byte | 0x20) <= 'z') ||
           ('0' <= byte && byte <= '9');
  };
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_part(end)) ++end;
    if (end > i) runs.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)});
    i = end + 1;
  }
  return runs;
}

// The words of a run that folds to several, "“Sơn”" and "Sơn–Lan", have its bytes together.
std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  const std::string folded = ascii_fold(text);
  for (const std::string_view word : split(folded, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (const Span& run : runs_of(text)) {
    const std::string_view piece = text.substr(run.start, run.length());
    for (std::string& folded : folded_words(piece)) words.push_back({std::move(folded), case_folded(piece)});
  }
  return words;
}

// Marks the words in the sentence, and says whether all of them stand there with their diacritics.
void mark_words(FoundSentence& sentence, const std::vector<Word>& words) {
  std::set<std::string> exact;
  for (const Span& run : runs_of(sentence.text)) {
    const std::string_view piece = std::string_view(sentence.text).substr(run.start, run.length());
    const std::vector<std::string> folded = folded_words(piece);
    const bool is_asked = std::any_of(words.begin(), words.end(), [&](const Word& word) {
      return std::find(folded.begin(), folded.end(), word.folded) != folded.end();
    });
    if (!is_asked) continue;
    const std::uint32_t start = sentence.start + run.start;
    if (!sentence.marks.empty() && sentence.marks.back().end + 1 == start && sentence.text[run.start - 1] == ' ') {
      sentence.marks.back().end = sentence.start + run.end;
    } else {
      sentence.marks.push_back({start, sentence.start + run.end});
    }
    exact.insert(case_folded(piece));
  }
  sentence.exact = std::all_of(words.begin(), words.end(), [&](const Word& word) { return exact.contains(word.exact); });
}

Result<std::vector<Candidate>> find_names(StoredGraph& graph, StoredEvidence& evidence, const SearchQuestion& question,
                                          const std::vector<std::string>& folded) {
  Result<std::vector<StoredName>> names = evidence.names_with(folded, kRanked);
  if (!names) return names.error();
  const std::string asked = case_folded(collapse_blanks(question.text));
  const auto holds = [&](const StoredName& name) { return case_folded(name.name).find(asked) != std::string::npos; };
  std::stable_partition(names.value().begin(), names.value().end(), holds);
  std::vector<Candidate> candidates;
  std::set<NodeKey> seen;
  for (const StoredName& name : names.value()) {
    if (candidates.size() == question.limit) break;
    if (!seen.insert(name.node).second) continue;
    Result<StoredNode> node = graph.node(name.node);
    if (!node) return node.error();
    std::string label = type_label(graph.ontology(), node.value().type);
    candidates.push_back({std::move(node).value(), std::move(label), name.name});
  }
  return candidates;
}

Result<void> add_edges(StoredGraph& graph, StoredEvidence& evidence, const Selection& selection, std::int64_t key,
                       FoundSentence& sentence) {
  const Result<std::vector<OccurrenceKey>> statements = evidence.statements_in(key);
  if (!statements) return statements.error();
  std::set<std::pair<EdgeKey, Status>> seen;
  for (const OccurrenceKey occurrence : statements.value()) {
    const Result<StoredStatement> statement = evidence.statement(occurrence);
    if (!statement) return statement.error();
    const Result<StoredEdge> edge = evidence.edge(statement.value().edge);
    if (!edge) return edge.error();
    const Relation* relation = graph.ontology().find_relation(edge.value().relation);
    const Dating dating = dating_of(statement.value().status, sentence.document.date, statement.value().attributes);
    if (!select({&dating, 1}, relation != nullptr && relation->state, selection).front()) continue;
    if (!seen.emplace(edge.value().key, dating.status).second) continue;
    Result<StoredNode> from = graph.node(edge.value().from);
    if (!from) return from.error();
    Result<StoredNode> to = graph.node(edge.value().to);
    if (!to) return to.error();
    sentence.edges.push_back({std::move(from).value(), edge.value().relation,
                              relation_label(graph.ontology(), edge.value().relation), std::move(to).value(),
                              statement.value().status});
  }
  return {};
}

bool is_known(const StoredDocument& document, const Selection& selection) {
  if (!selection.known_by) return true;
  const std::optional<DateRange> date = parse_iso_range(document.date);
  return date && days_of(*date).last <= *selection.known_by;
}

}  // namespace

Result<SearchAnswer> find_text(StoredGraph& graph, const SearchQuestion& question) {
  SearchAnswer answer;
  answer.text = question.text;
  const std::vector<Word> words = words_of(question.text);
  std::vector<std::string> folded;
  for (const Word& word : words) folded.push_back(word.folded);
  StoredEvidence evidence(graph);
  Result<std::vector<Candidate>> names = find_names(graph, evidence, question, folded);
  if (!names) return names.error();
  answer.names = std::move(names).value();

  Result<std::vector<StoredSentence>> hits = evidence.sentences_with(folded, kRanked);
  if (!hits) return hits.error();
  std::vector<std::pair<StoredSentence, FoundSentence>> found;
  for (StoredSentence& hit : hits.value()) {
    const std::string_view trimmed = trim(hit.text);
    FoundSentence sentence{{}, hit.start, std::string(trimmed), {}, false, {}};
    if (!trimmed.empty()) sentence.start += static_cast<std::uint32_t>(trimmed.data() - hit.text.data());
    mark_words(sentence, words);
    found.emplace_back(std::move(hit), std::move(sentence));
  }
  std::stable_partition(found.begin(), found.end(), [](const auto& hit) { return hit.second.exact; });
  for (auto& [hit, sentence] : found) {
    if (answer.sentences.size() == question.limit) break;
    Result<StoredDocument> document = evidence.document(hit.document);
    if (!document) return document.error();
    if (!is_known(document.value(), question.selection)) continue;
    sentence.document = std::move(document).value();
    if (const Result<void> added = add_edges(graph, evidence, question.selection, hit.key, sentence); !added) {
      return added.error();
    }
    answer.sentences.push_back(std::move(sentence));
  }
  return answer;
}

}  // namespace quanhe
