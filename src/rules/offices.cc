#include "rules/offices.h"

#include <algorithm>
#include <climits>
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
  std::vector<std::string>& countries = countries_by_holder_[ascii_fold(office.holder)];
  if (std::find(countries.begin(), countries.end(), office.country) == countries.end()) {
    countries.push_back(office.country);
  }
  const int last = office.to ? office.to->year : INT_MAX;
  years_by_holder_[ascii_fold(office.holder)].push_back({office.from.year, last});
  last_year_ = std::max({last_year_, office.from.year, office.to ? last : 0});
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

std::string OfficeRegister::country_of(std::string_view holder) const {
  const auto found = countries_by_holder_.find(ascii_fold(holder));
  return found != countries_by_holder_.end() && found->second.size() == 1 ? found->second.front() : "";
}

std::optional<bool> OfficeRegister::was_in_office(std::string_view holder, int year) const {
  const auto found = years_by_holder_.find(ascii_fold(holder));
  if (found == years_by_holder_.end() || year > last_year_) return std::nullopt;
  return std::any_of(found->second.begin(), found->second.end(),
                     [&](const Years& years) { return years.first <= year && year <= years.last; });
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
