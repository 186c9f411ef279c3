#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/selection.h"
#include "facts/date.h"
#include "store/stored_graph.h"

namespace quanhe {

// From the earliest to the latest day of which statements tell, as Selection::on reads them.
struct ToldPeriod {
  std::string first;  // ISO 8601, as precise as the statement, or ""
  std::string last;

  void hear(const Dating& statement);
  void hear(const StoredMention& mention);
  // Nothing when no day was told.
  std::optional<DaySpan> days() const;
};

// Whether the values of an attribute are what a period is heard from: "date", "since" and "until".
bool tells_days(std::string_view attribute);

}  // namespace quanhe
