#pragma once

#include <string>
#include <vector>

namespace quanhe {

struct CountryName {
  std::string code;  // ISO 3166, two capitals
  std::string name;  // NFC
};

// Every country and territory of ISO 3166 with its name in the language (BCP 47), sorted by code. One for which
// the language has no name is left out. What there is depends on the version of ICU.
std::vector<CountryName> country_names(const std::string& language);

}  // namespace quanhe
