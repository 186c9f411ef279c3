#include "rules/coordinates.h"

#include <charconv>
#include <optional>

#include "base/strings.h"

namespace quanhe {
namespace {

constexpr double kMostNorth = 90;
constexpr double kMostEast = 180;

std::optional<double> degrees(std::string_view text, double most) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value, std::chars_format::fixed);
  const bool read = error == std::errc() && stop == end;
  return read && value >= -most && value <= most ? std::optional(value) : std::nullopt;
}

void report_number(Diagnostics& diagnostics, const WrittenNumber& number, const std::string& message,
                   const std::string& help) {
  report_at(diagnostics, Severity::kError, *number.file, number.line, number.column,
            '"' + std::string(number.text) + "\" " + message, help);
}

}  // namespace

void Coordinates::add(std::string_view type, std::string_view name, const WrittenNumber& latitude,
                      const WrittenNumber& longitude) {
  const std::optional<double> north = degrees(latitude.text, kMostNorth);
  const std::optional<double> east = degrees(longitude.text, kMostEast);
  if (!north) {
    const bool swapped = degrees(latitude.text, kMostEast) && degrees(longitude.text, kMostNorth);
    report_number(loading_.diagnostics, latitude, "is no latitude, expected degrees from -90 to 90",
                  swapped ? "the latitude comes first, the longitude behind it" : "");
  }
  if (!east) report_number(loading_.diagnostics, longitude, "is no longitude, expected degrees from -180 to 180", "");
  if (!north || !east) return;
  Given given{{make_node_id(type, name), *north, *east}, latitude.file, latitude.line};
  const auto [known, is_new] = given_.emplace(given.location.node, given);
  const Given& first = known->second;
  if (is_new || first.location == given.location || first.file->pack != given.file->pack) return;
  report_at(loading_.diagnostics, Severity::kError, *latitude.file, latitude.line, latitude.column,
            "another place of \"" + std::string(name) + "\"",
            "the first stands at " + first.file->path + ":" + std::to_string(first.line));
}

void Coordinates::finish() {
  for (const auto& [node, given] : given_) loading_.rules.ontology.locations.push_back(given.location);
}

}  // namespace quanhe
