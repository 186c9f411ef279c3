#pragma once

#include <unicode/normalizer2.h>

#include <string>
#include <string_view>

namespace quanhe {

// ICU's shared instances and conversions, for the files of this folder only. Each is immutable and may be used
// by any number of threads; ICU without its data is a broken installation, which ends the program.
const icu::Normalizer2& icu_nfc();
const icu::Normalizer2& icu_nfd();

std::string icu_normalized(const icu::Normalizer2& form, std::string_view utf8);
std::string icu_case_folded(std::string_view utf8);
std::string icu_upper_case(std::string_view utf8);

}  // namespace quanhe
