#pragma once

#include <optional>
#include <string>

#include "facts/date.h"
#include "store/stored_graph.h"

namespace quanhe {

// From the earliest to the latest day of which statements tell, as Selection::on reads them.
struct ToldPeriod {
  std::string first;  // ISO 8601, as precise as the statement, or ""
  std::string last;

  void hear(const StoredMention& mention);
  // Nothing when no day was told.
  std::optional<DaySpan> days() const;
};

}  // namespace quanhe
