// Walks a zone's transitions; the only place that knows abseil's time library.
#include "acd/companion/zones.hpp"

#include <absl/time/time.h>

#include <algorithm>
#include <string>
#include <utility>

namespace acd {
inline namespace v1 {
namespace {

absl::Time to_absl(Instant at) { return absl::FromUnixMicros(at.time_since_epoch().count()); }

std::chrono::seconds offset_at(const absl::TimeZone& zone, absl::Time at) {
  return std::chrono::seconds{zone.At(at).offset};
}

/// Words of letters, digits and "_+-" between slashes: no path that leads out of the database.
bool is_zone_name(std::string_view name) {
  const auto belongs = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '+' || c == '-' || c == '/';
  };
  return !name.empty() && name.front() != '/' && std::ranges::all_of(name, belongs);
}

}  // namespace

std::optional<ZoneRules> zone_rules(std::string_view iana_name, Instant from, Instant until) {
  ZoneRules rules{.name = std::string{iana_name}};
  absl::TimeZone zone;
  if (!is_zone_name(iana_name) || !absl::LoadTimeZone(rules.name, &zone)) return std::nullopt;
  rules.first_offset = offset_at(zone, to_absl(from));
  std::chrono::seconds offset = rules.first_offset;
  absl::TimeZone::CivilTransition change;
  absl::Time at = to_absl(from);
  while (zone.NextTransition(at, &change)) {
    at = zone.At(change.to).trans;
    if (at >= to_absl(until)) break;
    const std::chrono::seconds next = offset_at(zone, at);
    if (next == std::exchange(offset, next)) continue;
    rules.transitions.push_back({Instant{Duration{absl::ToUnixMicros(at)}}, next});
  }
  return rules;
}

}  // namespace v1
}  // namespace acd
