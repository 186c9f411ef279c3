#pragma once

#include <optional>
#include <vector>

#include "extract/working_document.h"

namespace quanhe {

// The number that a capture took, or the field's own; of what a class says of the word, where it says a number.
std::optional<int> field_value(const WorkingDocument& work, const FoundMatch& found,
                               const std::optional<DateField>& field);

// A date has only fields that exist in the calendar, whatever the text says.
std::optional<PartialDate> calendar_date(int year, int month, int day);

// What a match of the rule says, counted from `base` where the rule counts.
std::optional<DateRange> date_of(const WorkingDocument& work, const FoundMatch& found, const DateRule& rule,
                                 const std::optional<PartialDate>& base);

// What the rules match in the sentence, each with its priority.
std::vector<RuleCandidate> date_candidates(WorkingDocument& work, const SentenceItems& items,
                                           const IndexedRules<DateRule>& dates);

}  // namespace quanhe
