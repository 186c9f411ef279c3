#include "extract/office_year.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "extract/date_values.h"
#include "extract/steps.h"
#include "text/fold.h"

namespace quanhe {
namespace {

constexpr std::size_t kMostTokens = 16'384;
constexpr std::size_t kFewestHolders = 2;
constexpr std::uint32_t kOpeningSentences = 8;

// Of a leap year, which is of no use. Nothing where the text says the year of a date before.
std::optional<PartialDate> first_day(WorkingDocument& work) {
  constexpr PartialDate kAnyYear{2000, 0, 0};
  const auto& dates = work.rules.dates;
  const auto sentences = static_cast<std::uint32_t>(work.document.sentences.size());
  for (std::uint32_t sentence = 0; sentence < std::min(sentences, kOpeningSentences); ++sentence) {
    const std::shared_ptr<const SentenceItems> items = work.items(sentence);
    const auto found = [&](const RuleCandidate& candidate) {
      return work.found(dates.rules[candidate.rule].pattern, candidate.match, *items, sentence);
    };
    const auto value_of = [&](const RuleCandidate& candidate) {
      return date_of(work, found(candidate), dates.rules[candidate.rule], kAnyYear);
    };
    std::vector<RuleCandidate> candidates = date_candidates(work, *items, dates);
    std::erase_if(candidates, [&](const RuleCandidate& candidate) { return !value_of(candidate); });
    for (const RuleCandidate& candidate : select_candidates(std::move(candidates))) {
      if (field_value(work, found(candidate), dates.rules[candidate.rule].year)) return std::nullopt;
      const std::optional<DateRange> date = value_of(candidate);
      if (date->start.day != 0 && !dates.rules[candidate.rule].years) return date->start;
    }
  }
  return std::nullopt;
}

// What each holder is said to hold, of what the register knows that the name held at some time.
using Claims = std::map<std::pair<std::string, std::string>, std::vector<Office>>;  // by holder and title

void add_claims(const WorkingDocument& read, const Fact& fact, Claims& claims) {
  const std::string& holder = read.nodes[fact.from].name;
  for (const Office& office : read.rules.offices.offices_of(holder)) {
    const std::string title = ascii_fold(office.title);
    const bool is_said = std::any_of(fact.attributes.begin(), fact.attributes.end(),
                                     [&](const auto& attribute) { return ascii_fold(attribute.second) == title; });
    if (is_said) claims[{holder, title}].push_back(office);
  }
}

Claims claims_of(const WorkingDocument& work) {
  WorkingDocument read(work.document, work.rules, work.memory);
  find_names(read);
  find_dates(read);
  find_entities(read);
  find_recurring_names(read);
  make_facts(read);
  Claims claims;
  for (const Fact& fact : read.facts) add_claims(read, fact, claims);
  return claims;
}

bool is_held(const Claims::value_type& claim, const OfficeRegister& offices, const PartialDate& date) {
  return std::any_of(claim.second.begin(), claim.second.end(),
                     [&](const Office& office) { return offices.may_be_held(office, date); });
}

std::string holders_on(const Claims& claims, const OfficeRegister& offices, const PartialDate& date) {
  std::vector<std::string> holders;
  for (const Claims::value_type& claim : claims) {
    if (is_held(claim, offices, date)) holders.push_back(claim.first.first + " (" + claim.second.front().title + ")");
  }
  return join(holders, ", ");
}

}  // namespace

OfficeYears years_by_offices(WorkingDocument& work) {
  const OfficeRegister& offices = work.rules.offices;
  if (offices.first_year() > offices.last_year() || work.document.tokens.size() > kMostTokens) return {};
  const std::optional<PartialDate> day = first_day(work);
  if (!day) return {};
  const Claims claims = claims_of(work);
  if (claims.size() < kFewestHolders) return {};

  const auto day_of = [&](int year) { return PartialDate{year, day->month, day->day}; };
  std::size_t most = 0;
  std::vector<int> years;
  for (int year = offices.first_year(); year <= offices.last_year() + 1; ++year) {
    const auto held = static_cast<std::size_t>(std::count_if(claims.begin(), claims.end(), [&](const auto& claim) {
      return is_held(claim, offices, day_of(year));
    }));
    if (held > most) years.clear();
    most = std::max(most, held);
    if (held == most) years.push_back(year);
  }
  if (4 * most < 3 * claims.size()) return {};
  return {years, holders_on(claims, offices, day_of(years.front()))};
}

}  // namespace quanhe
