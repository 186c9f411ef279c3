#pragma once

#include <string>
#include <string_view>

namespace quanhe {

// What a person types who has no diacritics at hand: lower case, marks removed, đ as d, every run of other
// signs as one space, no space at the ends. Latin text becomes ASCII; letters of other scripts stay.
// "Bùi Thanh Sơn" gives "bui thanh son". Ill-formed UTF-8 is read as U+FFFD, which is a sign.
std::string ascii_fold(std::string_view utf8);

// ascii_fold with '-' for the spaces and ASCII letters and digits only: "bui-thanh-son".
std::string ascii_slug(std::string_view utf8);

// A name as scores compare it: case folded in full, "đ" as "d", combining marks removed, and every run of what is neither
// letter nor number one space, none at the ends. Unlike ascii_fold() it takes no further letter apart, since annotations
// were scored so before there was this program. Ill-formed UTF-8 is read as U+FFFD. Cost: linear.
std::string comparable_name(std::string_view utf8);

// `utf8` in lower case, in the form in which texts that differ in letter case alone are the same. Cost: linear.
std::string case_folded(std::string_view utf8);

// Columns that `utf8` takes in a terminal: combining marks take none, East Asian wide signs two.
int display_width(std::string_view utf8);

}  // namespace quanhe
