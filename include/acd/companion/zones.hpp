// Rules of time zones from the system's zone database, as data for a blueprint.
//
//   const auto berlin = zone_rules("Europe/Berlin", Instant{sys_days{2024y / 1 / 1}},
//                                  Instant{sys_days{2031y / 1 / 1}});
//   if (berlin) blueprint.add(*berlin);
//
// The only function of the library that opens files: those of the database, at each call of a
// name for the first time. The result depends on the database's edition, so what was used
// belongs into the blueprint. Any thread.
#pragma once

#include <optional>
#include <string_view>

#include "acd/export.hpp"
#include "acd/time_plan/zone.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

/// Rules of an IANA zone that hold within [from, until); before and after, the nearest offset.
/// Only changes of the offset are transitions. Nothing if the database has no such name.
/// Linear in the transitions.
[[nodiscard]] ACD_EXPORT std::optional<ZoneRules> zone_rules(std::string_view iana_name,
                                                             Instant from, Instant until);

}  // namespace v1
}  // namespace acd
