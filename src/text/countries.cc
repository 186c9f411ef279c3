#include "text/countries.h"

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <utility>

#include "text/icu.h"

namespace quanhe {

std::vector<CountryName> country_names(const std::string& language) {
  const icu::Locale shown_in(language.c_str());
  std::vector<CountryName> countries;
  for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
    icu::UnicodeString display;
    icu::Locale("", *code).getDisplayCountry(shown_in, display);
    std::string name;
    display.toUTF8String(name);
    name = icu_normalized(icu_nfc(), name);
    if (name != *code) countries.push_back({*code, std::move(name)});
  }
  std::sort(countries.begin(), countries.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
  return countries;
}

}  // namespace quanhe
