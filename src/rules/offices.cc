#include "rules/offices.h"

#include <algorithm>
#include <utility>

#include "text/fold.h"

namespace quanhe {
namespace {

std::string key(std::string_view title, std::string_view field, std::string_view country) {
  return ascii_fold(title) + '\n' + ascii_fold(field) + '\n' + ascii_fold(country);
}

bool covers(const Office& office, const PartialDate& date) {
  if (last_day_number(office.from) > first_day_number(date)) return false;
  return !office.to || last_day_number(date) <= first_day_number(*office.to);
}

}  // namespace

void OfficeRegister::add(Office office) {
  const PartialDate& last = office.to ? *office.to : office.from;
  first_year_ = std::min(first_year_, office.from.year);
  last_year_ = std::max(last_year_, last.year);
  by_holder_[ascii_fold(office.holder)].push_back(office);
  by_office_[key(office.title, office.field, office.country)].push_back(std::move(office));
}

const std::vector<Office>* OfficeRegister::find(std::string_view title, std::string_view field,
                                                std::string_view country) const {
  const auto found = by_office_.find(key(title, field, country));
  return found == by_office_.end() ? nullptr : &found->second;
}

const Office* OfficeRegister::holder(std::string_view title, std::string_view field, std::string_view country,
                                     const PartialDate& date) const {
  const std::vector<Office>* holders = find(title, field, country);
  const Office* latest = nullptr;
  if (holders == nullptr) return latest;
  for (const Office& office : *holders) {
    if (covers(office, date) && (latest == nullptr || office.from > latest->from)) latest = &office;
  }
  return latest;
}

std::span<const Office> OfficeRegister::offices_of(std::string_view holder) const {
  const auto found = by_holder_.find(ascii_fold(holder));
  return found == by_holder_.end() ? std::span<const Office>() : std::span(found->second);
}

std::string OfficeRegister::country_of(std::string_view holder) const {
  const std::span<const Office> offices = offices_of(holder);
  const bool is_one = std::all_of(offices.begin(), offices.end(), [&](const Office& office) {
    return office.country == offices.front().country;
  });
  return is_one && !offices.empty() ? offices.front().country : "";
}

bool OfficeRegister::may_be_held(const Office& office, const PartialDate& date) const {
  if (last_day_number(date) < first_day_number(office.from)) return false;
  if (!office.to || first_day_number(date) <= last_day_number(*office.to)) return true;
  const std::vector<Office>* holders = find(office.title, office.field, office.country);
  return std::none_of(holders->begin(), holders->end(), [&](const Office& other) { return other.from > office.from; });
}

std::optional<bool> OfficeRegister::was_in_office(std::string_view holder, int year) const {
  const std::span<const Office> offices = offices_of(holder);
  if (offices.empty() || year > last_year_) return std::nullopt;
  return std::any_of(offices.begin(), offices.end(), [&](const Office& office) {
    return office.from.year <= year && (!office.to || year <= office.to->year);
  });
}

const Office* OfficeRegister::overlapping(const Office& office) const {
  const std::vector<Office>* others = find(office.title, office.field, office.country);
  if (others == nullptr) return nullptr;
  const auto starts_before_end_of = [](const Office& a, const Office& b) {
    return !b.to || last_day_number(a.from) < first_day_number(*b.to);
  };
  for (const Office& other : *others) {
    if (starts_before_end_of(office, other) && starts_before_end_of(other, office)) return &other;
  }
  return nullptr;
}

}  // namespace quanhe
