#include "text/icu.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/stringpiece.h>

#include "base/check.h"

namespace quanhe {
namespace {

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

}  // namespace

const icu::Normalizer2& icu_nfc() {
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(code);
  QUANHE_CHECK(U_SUCCESS(code));
  return *form;
}

const icu::Normalizer2& icu_nfd() {
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFDInstance(code);
  QUANHE_CHECK(U_SUCCESS(code));
  return *form;
}

std::string icu_normalized(const icu::Normalizer2& form, std::string_view utf8) {
  std::string normalized;
  icu::StringByteSink<std::string> sink(&normalized);
  UErrorCode code = U_ZERO_ERROR;
  form.normalizeUTF8(0, piece(utf8), sink, nullptr, code);
  QUANHE_CHECK(U_SUCCESS(code));
  return normalized;
}

std::string icu_case_folded(std::string_view utf8) {
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded);
  UErrorCode code = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0, piece(utf8), sink, nullptr, code);
  QUANHE_CHECK(U_SUCCESS(code));
  return folded;
}

std::string icu_upper_case(std::string_view utf8) {
  std::string upper;
  icu::StringByteSink<std::string> sink(&upper);
  UErrorCode code = U_ZERO_ERROR;
  icu::CaseMap::utf8ToUpper("", 0, piece(utf8), sink, nullptr, code);
  QUANHE_CHECK(U_SUCCESS(code));
  return upper;
}

}  // namespace quanhe
