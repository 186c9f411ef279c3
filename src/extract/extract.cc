#include "extract/extract.h"

#include <array>
#include <deque>
#include <span>

#include "extract/steps.h"

namespace quanhe {
namespace {

void to_original(const WorkingDocument& work, std::vector<Part>& parts) {
  for (Part& part : parts) {
    if (part.span) part.span = work.original(*part.span);
    for (Span& span : part.resolved) span = work.original(span);
  }
}

// Writes out the nodes that count, and the facts between them, of which it takes what it can.
class FactsWriter {
 public:
  explicit FactsWriter(WorkingDocument& work) : work_(work), numbers_(work.nodes.size(), kNone) {}

  DocumentFacts write() {
    describe_document();
    for (const KnownMention& mention : work_.mentions) {
      if (mention.node && work_.is_outermost(mention)) node(*mention.node);
    }
    facts_.statements.reserve(work_.facts.size());
    for (Fact& fact : work_.facts) facts_.statements.push_back(statement(std::move(fact)));
    facts_.cut_short = work_.cut_short;
    put_in_order(facts_);
    return std::move(facts_);
  }

 private:
  void describe_document() {
    const Document& document = work_.document;
    facts_.id = document.id;
    facts_.url = document.url;
    facts_.title = document.title;
    for (const Sentence& sentence : document.sentences) {
      facts_.sentence_starts.push_back(document.original_span(sentence.tokens).start);
    }
    if (!work_.date) return;
    facts_.date = to_iso(*work_.date);
    facts_.date_basis = work_.date_is_inferred ? "inferred" : "metadata";
  }

  std::uint32_t node(std::uint32_t number) {
    if (numbers_[number] != kNone) return numbers_[number];
    numbers_[number] = static_cast<std::uint32_t>(facts_.nodes.size());
    const DocumentNode& known = work_.nodes[number];
    Node node;
    node.type = work_.rules.ontology.types[known.type].name;
    node.name = known.name;
    node.spelling = known.spelling;
    node.id = make_node_id(node.type, node.name);
    for (const std::string& form : known.forms) {
      if (form != node.name) node.aliases.push_back(form);
    }
    facts_.nodes.push_back(std::move(node));
    return numbers_[number];
  }

  Statement statement(Fact fact) {
    Statement statement;
    statement.from = node(fact.from);
    statement.to = node(fact.to);
    const Relation& relation = work_.rules.ontology.relations[fact.relation];
    statement.relation = relation.name;
    statement.occurrence = fact.occurrence;
    statement.status = fact.status;
    statement.attributes = std::move(fact.attributes);
    statement.evidence.span = work_.original(fact.tokens);
    statement.evidence.quote = work_.document.original_text(statement.evidence.span);
    statement.evidence.rule = fact.rule;
    statement.evidence.confidence = fact.confidence;
    statement.evidence.parts = std::move(fact.parts);
    statement.evidence.parts.shrink_to_fit();  // made for every attribute that there might be; a document keeps many
    to_original(work_, statement.evidence.parts);
    const bool reversed = facts_.nodes[statement.to].id < facts_.nodes[statement.from].id;
    if (relation.symmetric && reversed) turn_round(statement);
    return statement;
  }

  // The ends change places, and so do the parts that tell of them.
  static void turn_round(Statement& statement) {
    std::swap(statement.from, statement.to);
    Part* from = nullptr;
    for (Part& part : statement.evidence.parts) {
      if (part.role == "from") from = &part;
      if (part.role != "to" || from == nullptr) continue;
      std::swap(*from, part);
      std::swap(from->role, part.role);
      from = nullptr;
    }
  }

  static constexpr std::uint32_t kNone = UINT32_MAX;

  WorkingDocument& work_;
  DocumentFacts facts_;
  std::vector<std::uint32_t> numbers_;  // in the facts, by the document's own
};

using Works = std::span<WorkingDocument* const>;

template <void (*step)(WorkingDocument&)>
void each(Works works) {
  for (WorkingDocument* work : works) step(*work);
}

// The rules of one step after another's, as find_entities() applies them to one document.
void find_entities_of_each(Works works) {
  for (const EntityStep& step : works.front()->rules.entity_steps) {
    for (WorkingDocument* work : works) find_entities_of_step(*work, step);
  }
}

}  // namespace

void run_steps(WorkingDocument& work, ExtractStep end) {
  WorkingDocument* const one = &work;
  run_steps(std::span(&one, 1), end);
}

void run_steps(std::span<WorkingDocument* const> works, ExtractStep end) {
  struct Named {
    ExtractStep step;
    void (*take)(Works);
  };
  static constexpr std::array kSteps = {
      Named{ExtractStep::kNames, each<find_names>},
      Named{ExtractStep::kDocumentDate, each<date_document>},
      Named{ExtractStep::kDates, each<find_dates>},
      Named{ExtractStep::kEntities, find_entities_of_each},
      Named{ExtractStep::kRecurringNames, each<find_recurring_names>},
      Named{ExtractStep::kReferences, each<find_references>},
      Named{ExtractStep::kFrames, each<find_frames>},
      Named{ExtractStep::kRelations, each<find_relations>},
      Named{ExtractStep::kStatus, each<set_status>},
      Named{ExtractStep::kFacts, each<make_facts>},
      Named{ExtractStep::kDerivations, each<derive_facts>},
      Named{ExtractStep::kExclusions, each<drop_excluded_facts>},
      Named{ExtractStep::kRepetitions, each<drop_repeated_facts>},
      Named{ExtractStep::kSpellings, each<spell_names>},
  };
  for (const Named& step : kSteps) {
    if (step.step < end) step.take(works);
  }
}

std::vector<DocumentFacts> extract(std::span<const Document> documents, const RuleSet& rules, WorkingMemory& memory) {
  if (documents.empty()) return {};
  std::deque<WorkingDocument> works;
  std::vector<WorkingDocument*> pointers;
  for (const Document& document : documents) {
    pointers.push_back(&works.emplace_back(document, rules, memory));
  }
  run_steps(pointers, ExtractStep::kDone);
  std::vector<DocumentFacts> facts;
  facts.reserve(works.size());
  for (; !works.empty(); works.pop_front()) {
    // What facts were found by makes room for them as they are written: a long document has many of both.
    works.front().matches = {};
    facts.push_back(FactsWriter(works.front()).write());
  }
  return facts;
}

}  // namespace quanhe
