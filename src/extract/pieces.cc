// Problem: tokens, mentions, matches and facts of a document take a hundred times its bytes, and it may have 16 MiB.
//
// Idea: a long document is read as if its pieces were documents that share their metadata. Only the facts that are
// written stay, in the order of the text, and of these a bounded number.
//
// What it costs: a reference, a frame, a default or a derivation finds nothing beyond its piece. A piece has 256 KiB,
// the words of some fifty articles, so what would be found there is seldom what was meant.
//
// Why not hold less of each word: a text of one sign after another has a token a byte, and no token fits into three.

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "base/keyed_hash.h"
#include "extract/extract.h"
#include "text/near_copy.h"

namespace quanhe {
namespace {

// Puts the facts of pieces together, in the order of the pieces.
class PiecesJoin {
 public:
  explicit PiecesJoin(DocumentFacts first) : whole_(std::move(first)) {
    // Room for all that may come: what is not used is never touched, and what has grown by moving leaves holes.
    whole_.statements.reserve(kMostStatements);
    for (std::uint32_t i = 0; i < whole_.nodes.size(); ++i) numbers_.emplace(whole_.nodes[i].id, i);
  }

  bool is_full() const { return whole_.statements.size() == kMostStatements; }

  void add(DocumentFacts piece) {
    const std::uint32_t occurrences = last_occurrence();
    std::vector<std::uint32_t>& starts = whole_.sentence_starts;
    starts.insert(starts.end(), piece.sentence_starts.begin(), piece.sentence_starts.end());
    std::vector<std::uint32_t> numbers;
    for (Node& node : piece.nodes) numbers.push_back(number_of(std::move(node)));
    const std::size_t room = kMostStatements - whole_.statements.size();
    whole_.cut_short |= piece.cut_short || piece.statements.size() > room;
    if (piece.statements.size() > room) piece.statements.resize(room);
    for (Statement& statement : piece.statements) {
      statement.from = numbers[statement.from];
      statement.to = numbers[statement.to];
      statement.occurrence += occurrences;
      whole_.statements.push_back(std::move(statement));
    }
  }

  DocumentFacts take() {
    put_in_order(whole_);
    return std::move(whole_);
  }

 private:
  std::uint32_t last_occurrence() const {
    std::uint32_t last = 0;
    for (const Statement& statement : whole_.statements) last = std::max(last, statement.occurrence);
    return last;
  }

  std::uint32_t number_of(Node node) {
    const auto [place, is_new] = numbers_.emplace(node.id, static_cast<std::uint32_t>(whole_.nodes.size()));
    if (is_new) {
      whole_.nodes.push_back(std::move(node));
      return place->second;
    }
    Node& whole = whole_.nodes[place->second];
    if (whole.spelling != node.spelling) whole.spelling.clear();
    std::vector<std::string>& aliases = whole.aliases;
    std::vector<std::string> both;
    std::set_union(aliases.begin(), aliases.end(), node.aliases.begin(), node.aliases.end(), std::back_inserter(both));
    aliases = std::move(both);
    return place->second;
  }

  DocumentFacts whole_;
  KeyedMap<std::string, std::uint32_t> numbers_;  // of the nodes, by id
};

// What is kept of the text itself. The sentences of `facts` begin with their first words; what stands between belongs to
// the one before.
void keep_text(DocumentFacts& facts, std::string text, Compared compared) {
  facts.content_hash = stable_hash(text);
  if (compared == Compared::kYes) facts.near_copy_keys = near_copy_keys(text);
  facts.text = std::move(text);
  std::vector<std::uint32_t>& starts = facts.sentence_starts;
  if (starts.empty()) starts.push_back(0);
  starts.front() = 0;
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
}

Result<DocumentFacts> extract_pieces(DocumentSource source, const RuleSet& rules, WorkingMemory& memory,
                                     Compared compared) {
  Result<PieceReader> pieces = PieceReader::open(std::move(source), memory.words);
  if (!pieces) return pieces.error();
  std::optional<PiecesJoin> join;
  while (!join || !join->is_full()) {
    const std::optional<Document> piece = pieces.value().next();
    if (!piece) break;
    DocumentFacts facts = std::move(extract(std::span(&*piece, 1), rules, memory).front());
    if (join) {
      join->add(std::move(facts));
    } else {
      join.emplace(std::move(facts));
    }
  }
  if (!join) return Error{"empty"};
  DocumentFacts facts = join->take();
  keep_text(facts, pieces.value().take_text(), compared);
  return facts;
}

}  // namespace

Result<DocumentFacts> extract(DocumentSource source, const RuleSet& rules, WorkingMemory& memory, Compared compared) {
  std::vector<DocumentSource> one;
  one.push_back(std::move(source));
  return std::move(extract(std::move(one), rules, memory, compared).front());
}

std::vector<Result<DocumentFacts>> extract(std::vector<DocumentSource> sources, const RuleSet& rules,
                                           WorkingMemory& memory, Compared compared) {
  std::vector<Result<DocumentFacts>> results;
  std::vector<Document> short_ones;
  std::vector<std::size_t> places;  // of the short ones, in the results
  for (DocumentSource& source : sources) {
    if (source.text.size() > kMaximumPieceBytes) {
      results.push_back(extract_pieces(std::move(source), rules, memory, compared));
      continue;
    }
    Result<Document> document = read_document(std::move(source), memory.words);
    if (document) {
      places.push_back(results.size());
      results.emplace_back(DocumentFacts());
      short_ones.push_back(std::move(document).value());
    } else {
      results.emplace_back(document.error());
    }
  }
  std::vector<DocumentFacts> facts = extract(short_ones, rules, memory);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    keep_text(facts[i], short_ones[i].text.original(), compared);
    results[places[i]] = std::move(facts[i]);
  }
  return results;
}

}  // namespace quanhe
