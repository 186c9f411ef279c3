#pragma once

#include <span>

#include "extract/working_document.h"

namespace quanhe {

// The steps from tokens to facts, in the order in which extract.cc calls them; each says what is true after it.
enum class ExtractStep : std::uint8_t {
  kNames, kDocumentDate, kDates, kEntities, kRecurringNames, kReferences, kFrames, kRelations, kStatus, kFacts,
  kDerivations, kExclusions, kRepetitions, kSpellings, kDone,
};

// Takes the steps before `end`, kDone for all. What explains a document stops where the rule in question would run.
void run_steps(WorkingDocument& work, ExtractStep end);

// The same for several documents of one pack, each step for all of them, while what the step reads of the pack is in the
// cache: a short document alone goes through more of the pack than a cache holds.
void run_steps(std::span<WorkingDocument* const> works, ExtractStep end);

// Every known name that stands in the text is a mention of its node: leftmost, longest.
void find_names(WorkingDocument& work);

// A document whose metadata has no date has the one that its text tells of it, else the year that a pattern of
// `document_year` gives it, if one does; and a date of the metadata is as exact as the text makes it.
void date_document(WorkingDocument& work);

// Every date that can be completed is a mention with its value.
void find_dates(WorkingDocument& work);

// Every entity rule has been applied, step by step: mentions, nodes, and matches whose edges are yet to be made.
void find_entities(WorkingDocument& work);
void find_entities_of_step(WorkingDocument& work, const EntityStep& step);

// Names that the document gave to nodes of the pack's recurring types are mentions wherever they stand, and a mention by
// a part of such a name is one of the node with the whole name.
void find_recurring_names(WorkingDocument& work);

// Words that stand for things named elsewhere are mentions, typed and counted; what they stand for is open.
void find_references(WorkingDocument& work);

// Every frame's slots are set over the words that they govern.
void find_frames(WorkingDocument& work);

// Every relation rule has been applied to every trigger; edges are yet to be made.
void find_relations(WorkingDocument& work);

// Every match of a relation rule has the status of the strongest cue that reaches its trigger.
void set_status(WorkingDocument& work);

// Edges are made: first those whose ends the words themselves give, then those that need a default, then, when
// all that is known, those that need a reference to one, and at last those that need a reference to several. A fact
// that came through a reference to one may be the pair that a reference to several asks for, and resolves no other.
void make_facts(WorkingDocument& work);

// What follows from the facts by the pack's derivations is a fact too; without an end, until nothing is new.
void derive_facts(WorkingDocument& work);

// No fact is left whose relation another relation between its nodes excludes.
void drop_excluded_facts(WorkingDocument& work);

// No fact is left that says the same of the same trigger as another.
void drop_repeated_facts(WorkingDocument& work);

// A node that the document never writes by its name has the spelling that the document uses: one that the lexicon lists,
// or its name with such a spelling in it.
void spell_names(WorkingDocument& work);

}  // namespace quanhe
