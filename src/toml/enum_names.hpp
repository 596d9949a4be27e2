// Enumerators of a blueprint and their words in a file.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "acd/config/agent.hpp"
#include "acd/config/attribute.hpp"
#include "acd/config/entry.hpp"
#include "acd/config/offer_rule.hpp"
#include "acd/config/skill_group.hpp"
#include "acd/time_plan/everyday_plan.hpp"

namespace acd {
inline namespace v1 {

template <class Enum, std::size_t Count>
using EnumNames = std::array<std::pair<Enum, std::string_view>, Count>;

[[nodiscard]] constexpr EnumNames<AttributeType, 3> names_of(AttributeType) {
  return {{{AttributeType::number, "number"},
           {AttributeType::flag, "flag"},
           {AttributeType::symbol, "symbol"}}};
}
[[nodiscard]] constexpr EnumNames<OfferMode, 2> names_of(OfferMode) {
  return {{{OfferMode::assign, "assign"}, {OfferMode::offer, "offer"}}};
}
[[nodiscard]] constexpr EnumNames<Distribution, 2> names_of(Distribution) {
  return {{{Distribution::push, "push"}, {Distribution::pull, "pull"}}};
}
[[nodiscard]] constexpr EnumNames<PickRight, 2> names_of(PickRight) {
  return {{{PickRight::own_groups, "own_groups"}, {PickRight::all_groups, "all_groups"}}};
}
[[nodiscard]] constexpr EnumNames<AtClosing, 3> names_of(AtClosing) {
  return {{{AtClosing::serve, "serve"}, {AtClosing::hold, "hold"}, {AtClosing::end, "end"}}};
}
[[nodiscard]] constexpr EnumNames<ShiftKind, 2> names_of(ShiftKind) {
  return {{{ShiftKind::fixed, "fixed"}, {ShiftKind::flexible, "flexible"}}};
}
/// Those that name no line.
[[nodiscard]] constexpr EnumNames<TargetKind, 5> names_of(TargetKind) {
  return {{{TargetKind::named_group, "named_group"},
           {TargetKind::message, "message"},
           {TargetKind::callback, "callback"},
           {TargetKind::host, "host"},
           {TargetKind::reject, "reject"}}};
}
[[nodiscard]] constexpr EnumNames<LocalReading, 2> names_of(LocalReading) {
  return {{{LocalReading::wall_clock, "wall_clock"}, {LocalReading::end_points, "end_points"}}};
}
[[nodiscard]] constexpr EnumNames<HolidayScope, 2> names_of(HolidayScope) {
  return {
      {{HolidayScope::civil_day, "civil_day"}, {HolidayScope::starting_shifts, "starting_shifts"}}};
}

}  // namespace v1
}  // namespace acd
