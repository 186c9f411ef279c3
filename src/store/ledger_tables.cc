#include "store/ledger_tables.h"

namespace quanhe {

void write_ledgers(Database& database, const Ledgers& ledgers) {
  database.execute("DELETE FROM merges; DELETE FROM judgements");
  SqlStatement merge = database.prepare("INSERT INTO merges VALUES (?, ?, ?, ?, ?, ?, ?)");
  std::size_t number = 0;
  for (const MergeLine& line : ledgers.merges) {
    merge.run(++number, static_cast<int>(line.decision), line.kept, line.other, line.who, line.when, line.why);
  }
  SqlStatement judgement = database.prepare("INSERT INTO judgements VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  number = 0;
  for (const JudgementLine& line : ledgers.judgements) {
    judgement.run(++number, static_cast<int>(line.judgement), line.from, line.relation, line.to, line.who, line.when,
                  line.because);
  }
}

Ledgers read_ledgers(Database& database) {
  Ledgers ledgers;
  SqlStatement merge = database.prepare("SELECT decision, kept, other, who, \"when\", why FROM merges ORDER BY line");
  while (merge.next()) {
    ledgers.merges.push_back({static_cast<MergeDecision>(merge.integer_within(0, 0, 2)), merge.text(1), merge.text(2),
                              merge.text(3), merge.text(4), merge.text(5)});
  }
  SqlStatement judgement = database.prepare(
      "SELECT judgement, from_id, relation, to_id, who, \"when\", because FROM judgements ORDER BY line");
  while (judgement.next()) {
    ledgers.judgements.push_back({static_cast<Judgement>(judgement.integer_within(0, 0, 2)), judgement.text(1),
                                  judgement.text(2), judgement.text(3), judgement.text(4), judgement.text(5),
                                  judgement.text(6)});
  }
  return ledgers;
}

}  // namespace quanhe
