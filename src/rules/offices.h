#pragma once

#include <climits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/keyed_hash.h"
#include "facts/date.h"

namespace quanhe {

// One line of offices.tsv: who held an office of a country, and when.
struct Office {
  std::string title;
  std::string field;    // "" for an office that has none: Prime Minister
  std::string country;  // the node's name
  std::string holder;   // the node's name
  PartialDate from;
  std::optional<PartialDate> to;  // none: still in office
  std::string source;
};

// Holders of offices by day. Names are compared with letter case and diacritics aside.
class OfficeRegister {
 public:
  // Most names that are asked about held none, which an empty bucket tells at once.
  OfficeRegister() { by_holder_.max_load_factor(0.125F); }

  void add(Office office);

  // Who held the office on every day of `date` for certain: where the register knows a month only, what lies in
  // that month is not certain. On the day on which one follows another, the new holder. nullptr when nobody did.
  const Office* holder(std::string_view title, std::string_view field, std::string_view country,
                       const PartialDate& date) const;

  // The country of every office that the name ever held; "" when there is none or more than one.
  std::string country_of(std::string_view holder) const;

  // The first and the last year of which the register tells.
  int first_year() const { return first_year_; }
  int last_year() const { return last_year_; }

  // What the name held, in the order in which it was added.
  std::span<const Office> offices_of(std::string_view holder) const;

  // Whether the office was held on some day of `date`, for all that is known: one after which the register has no other
  // holder may go on.
  bool may_be_held(const Office& office, const PartialDate& date) const;

  // Whether the name held an office on some day of the year. Nothing of a name without offices, and of a year after all
  // that the register knows.
  std::optional<bool> was_in_office(std::string_view holder, int year) const;

  // An earlier line of the same office whose period shares days with this one's for certain, other than the day
  // of the change; nullptr when there is none.
  const Office* overlapping(const Office& office) const;

 private:
  const std::vector<Office>* find(std::string_view title, std::string_view field, std::string_view country) const;

  KeyedMap<std::string, std::vector<Office>> by_office_;  // in the order in which they were added
  KeyedMap<std::string, std::vector<Office>> by_holder_;  // the same
  int first_year_ = INT_MAX;
  int last_year_ = 0;
};

}  // namespace quanhe
