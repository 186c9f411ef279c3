#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "corpus/view.h"
#include "facts/date.h"
#include "facts/ontology.h"

namespace quanhe {

// Which statements are asked for. What a field does not narrow is left alone, and a default selection is what happened, was
// reported or is planned, of all times.
struct Selection {
  std::vector<Status> statuses = {Status::kPlanned, Status::kReported, Status::kHappened};
  // Of states (Relation::state), those that hold on one of these days: from the earliest to the latest day of which a
  // statement of the edge tells, and as far as the attributes `since` and `until` reach beyond. A statement tells of the
  // days of its attribute `date`, or else of its document's date; a state of which no statement tells a day is left out.
  std::optional<DaySpan> on = {};
  // Of acts, those whose attribute `date` touches these days; an act without one is left out.
  std::optional<DaySpan> within = {};
  // Of all statements, those of documents that are dated, and not after this day. What is withdrawn stays so, whichever
  // document spoke against it.
  std::optional<int> known_by = {};

  bool has_status(Status status) const;
  bool narrows_time() const { return on || within || known_by; }
};

// What a selection looks at of a statement. Views live as long as what they were made of.
struct Dating {
  Status status = Status::kHappened;
  std::string_view document_date;  // ISO 8601, or ""
  std::string_view date;           // attributes, or ""
  std::string_view since;
  std::string_view until;
};

// Which statements of one edge are selected: none, or those of whose own status, document and date nothing speaks against
// it. Cost: linear.
std::vector<bool> select(std::span<const Dating> statements, bool is_state, const Selection& selection);

// The values of an attribute list that Dating has.
Dating dating_of(Status status, std::string_view document_date,
                 const std::vector<std::pair<std::string, std::string>>& attributes);

// The view with the selected statements only, and edges summed up anew. All nodes and documents stay. Cost: linear; a view
// that is moved into it is not copied.
View narrowed(View view, const Selection& selection);

}  // namespace quanhe
