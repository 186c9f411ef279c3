// Withdrawal of defaults.
//
// Problem. A document that writes "Bộ trưởng Ngoại giao Prak Sokhonn" and names no country gets the home country by
// default, and so says that Prak Sokhonn holds an office of Việt Nam. Another document writes "Bộ trưởng Ngoại giao
// Campuchia Prak Sokhonn". What words say must beat what no words said, although each document is read alone.
//
// Rule. All statements of one document that start at the same node F and rest on the same default (role and via) are
// one claim: "in D, F's country is the home country". With "written" for a shown statement without a default part,
//   - a claim is contradicted when for one of its statements (F, R, T) there is a written (F, R, T2), in any
//     document, with T2 other than T and of the type of T;
//   - a claim is confirmed when one of its statements (F, R, T) is written anywhere.
// A claim that is contradicted and not confirmed is withdrawn: its statements; with each of them, the statements of
// the same occurrence that rest on the same default; and all statements of that document that were derived from
// these. A derived statement carries the union of the parts of its premises, so it is known by that.
//
// Where it works. Document 2 says by default, in one occurrence, "Prak Sokhonn holds_office Bộ Ngoại giao Việt Nam"
// and "Bộ Ngoại giao Việt Nam part_of Việt Nam", and derives "Prak Sokhonn citizen_of Việt Nam". Document 1 writes
// "Prak Sokhonn citizen_of Campuchia". The derived statement is contradicted, nothing confirms the claim, and all
// three go. Tô Lâm, by default of the defence ministry and in words of the police ministry of Việt Nam, has two offices
// and no contradiction: his citizenship is the same in both, which confirms the claim.
//
// Where it does not. A person who changed countries keeps only what words say. When words disagree with each other,
// both stay: that is a contradiction to be shown, not to be settled here.
//
// Why not in the reading of a document: it would make the facts of one document depend on the others. Why not
// relation by relation: the engine knows no relation by name, and the office would stay when the citizenship goes.

#include "corpus/withdrawal.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>
#include <tuple>

namespace quanhe {
namespace {

// Views into the documents' strings.
struct Triple {
  std::string_view from;
  std::string_view relation;
  std::string_view to_type;
  std::string_view to;

  friend auto operator<=>(const Triple&, const Triple&) = default;
};

Triple triple_of(const DocumentFacts& document, const Statement& statement) {
  const Node& to = document.nodes[statement.to];
  return {document.nodes[statement.from].id, statement.relation, to.type, to.id};
}

// Sorted and unique.
std::vector<Triple> written_triples(std::span<const DocumentFacts* const> documents) {
  std::vector<Triple> written;
  for (const DocumentFacts* document : documents) {
    for (const Statement& statement : document->statements) {
      if (statement.from == statement.to) continue;
      if (is_shown(statement.status) && !is_defaulted(statement)) written.push_back(triple_of(*document, statement));
    }
  }
  std::sort(written.begin(), written.end());
  written.erase(std::unique(written.begin(), written.end()), written.end());
  return written;
}

// The written triples that differ from `triple` in their end at most.
std::span<const Triple> rivals(const std::vector<Triple>& written, const Triple& triple) {
  const auto same_question = [](const Triple& a, const Triple& b) {
    return std::tie(a.from, a.relation, a.to_type) < std::tie(b.from, b.relation, b.to_type);
  };
  const auto [first, last] = std::equal_range(written.begin(), written.end(), triple, same_question);
  return {first, last};
}

// Where the claim starts (index into the document's nodes), the role and the via of its default.
using ClaimKey = std::tuple<std::uint32_t, std::string_view, std::string_view>;

struct Claim {
  bool contradicted = false;
  bool confirmed = false;
};

using Claims = std::map<ClaimKey, Claim>;

Claims judge_claims(std::span<const Statement> statements, const Witness& witness) {
  Claims claims;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Statement& statement = statements[i];
    if (!is_defaulted(statement) || statement.from == statement.to) continue;
    const Verdict verdict = witness(i);
    for (const Part& part : statement.evidence.parts) {
      if (!is_default(part)) continue;
      Claim& claim = claims[{statement.from, part.role, part.via}];
      claim.confirmed = claim.confirmed || verdict == Verdict::kConfirmed;
      claim.contradicted = claim.contradicted || verdict == Verdict::kContradicted;
    }
  }
  return claims;
}

bool share_default(const Statement& a, const Statement& b) {
  const auto in_b = [&](const Part& part) {
    return is_default(part) && std::any_of(b.evidence.parts.begin(), b.evidence.parts.end(), [&](const Part& other) {
             return is_default(other) && other.role == part.role && other.via == part.via;
           });
  };
  return std::any_of(a.evidence.parts.begin(), a.evidence.parts.end(), in_b);
}

bool rests_on(const Statement& derived, const Statement& premise) {
  const auto& parts = derived.evidence.parts;
  return std::all_of(premise.evidence.parts.begin(), premise.evidence.parts.end(),
                     [&](const Part& part) { return std::find(parts.begin(), parts.end(), part) != parts.end(); });
}

// Marks each defaulted statement that `belongs` to one that is already marked. One round: what a round marks
// marks nothing more in it.
template <typename Belongs>
void spread(std::span<const Statement> statements, std::vector<bool>& withdrawn, Belongs belongs) {
  std::vector<const Statement*> marked;
  for (std::size_t i = 0; i < withdrawn.size(); ++i) {
    if (withdrawn[i]) marked.push_back(&statements[i]);
  }
  if (marked.empty()) return;
  for (std::size_t i = 0; i < withdrawn.size(); ++i) {
    const Statement& statement = statements[i];
    if (withdrawn[i] || !is_defaulted(statement)) continue;
    withdrawn[i] =
        std::any_of(marked.begin(), marked.end(), [&](const Statement* reason) { return belongs(statement, *reason); });
  }
}

}  // namespace

bool is_default(const Part& part) { return !part.span && part.via.starts_with("default "); }

bool is_defaulted(const Statement& statement) {
  const auto& parts = statement.evidence.parts;
  return std::any_of(parts.begin(), parts.end(), is_default);
}

std::vector<bool> withdrawn_of(std::span<const Statement> statements, const Witness& witness) {
  const Claims claims = judge_claims(statements, witness);
  std::vector<bool> withdrawn(statements.size());
  for (std::size_t i = 0; i < withdrawn.size(); ++i) {
    const Statement& statement = statements[i];
    for (const Part& part : statement.evidence.parts) {
      if (!is_default(part)) continue;
      const Claim& claim = claims.at({statement.from, part.role, part.via});
      if (claim.contradicted && !claim.confirmed) withdrawn[i] = true;
    }
  }
  spread(statements, withdrawn, [](const Statement& statement, const Statement& reason) {
    return statement.occurrence == reason.occurrence && share_default(statement, reason);
  });
  spread(statements, withdrawn, rests_on);
  return withdrawn;
}

std::vector<std::vector<bool>> find_withdrawn(std::span<const DocumentFacts* const> documents) {
  const std::vector<Triple> written = written_triples(documents);
  std::vector<std::vector<bool>> withdrawn;
  withdrawn.reserve(documents.size());
  for (const DocumentFacts* document : documents) {
    withdrawn.push_back(withdrawn_of(document->statements, [&](std::size_t statement) {
      const Triple triple = triple_of(*document, document->statements[statement]);
      const std::span<const Triple> found = rivals(written, triple);
      if (found.empty()) return Verdict::kNothing;
      return std::binary_search(found.begin(), found.end(), triple) ? Verdict::kConfirmed : Verdict::kContradicted;
    }));
  }
  return withdrawn;
}

}  // namespace quanhe
