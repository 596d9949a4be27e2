// Enumerators of a blueprint and their words in a file.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "acd/config/agent.hpp"
#include "acd/config/attribute.hpp"
#include "acd/config/break_rule.hpp"
#include "acd/config/entry.hpp"
#include "acd/config/offer_rule.hpp"
#include "acd/config/overflow.hpp"
#include "acd/config/skill_group.hpp"
#include "acd/time_plan/everyday_plan.hpp"
#include "policy/affinity_word.hpp"

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
[[nodiscard]] constexpr EnumNames<Forecast, 2> names_of(Forecast) {
  return {{{Forecast::none, "none"}, {Forecast::counted, "counted"}}};
}
[[nodiscard]] constexpr EnumNames<Substitutes, 2> names_of(Substitutes) {
  return {{{Substitutes::stay_strangers, "stay_strangers"},
           {Substitutes::become_familiar, "become_familiar"}}};
}
[[nodiscard]] constexpr auto names_of(AffinityKind) {
  EnumNames<AffinityKind, static_cast<std::size_t>(last_affinity_kind) + 1> names{};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto kind = static_cast<AffinityKind>(i);
    names[i] = {kind, word_of(kind)};
  }
  return names;
}
[[nodiscard]] constexpr EnumNames<AffinityScope, 2> names_of(AffinityScope) {
  return {{{AffinityScope::own_group, "own_group"}, {AffinityScope::any_group, "any_group"}}};
}
[[nodiscard]] constexpr EnumNames<HoldFor, 2> names_of(HoldFor) {
  return {{{HoldFor::working, "working"}, {HoldFor::signed_in, "signed_in"}}};
}
[[nodiscard]] constexpr EnumNames<HoldPlace, 2> names_of(HoldPlace) {
  return {{{HoldPlace::in_order, "in_order"}, {HoldPlace::at_head, "at_head"}}};
}
[[nodiscard]] constexpr EnumNames<ShiftKind, 2> names_of(ShiftKind) {
  return {{{ShiftKind::fixed, "fixed"}, {ShiftKind::flexible, "flexible"}}};
}
[[nodiscard]] constexpr EnumNames<OverflowStage, 2> names_of(OverflowStage) {
  return {{{OverflowStage::arriving, "arriving"}, {OverflowStage::waiting, "waiting"}}};
}
[[nodiscard]] constexpr EnumNames<OverflowCause, 8> names_of(OverflowCause) {
  return {{{OverflowCause::nobody_signed_in, "nobody_signed_in"},
           {OverflowCause::all_busy, "all_busy"},
           {OverflowCause::closed, "closed"},
           {OverflowCause::too_long, "too_long"},
           {OverflowCause::too_slow, "too_slow"},
           {OverflowCause::forecast_too_slow, "forecast_too_slow"},
           {OverflowCause::refused, "refused"},
           {OverflowCause::pressure, "pressure"}}};
}
/// The one that is said by itself: what replaces a requirement is named.
[[nodiscard]] constexpr EnumNames<Relaxation, 1> names_of(Relaxation) {
  return {{{Relaxation::dropped, "dropped"}}};
}
[[nodiscard]] constexpr EnumNames<BreakAnswer, 2> names_of(BreakAnswer) {
  return {{{BreakAnswer::refuse, "refuse"}, {BreakAnswer::hold, "hold"}}};
}
[[nodiscard]] constexpr EnumNames<BreakApproval, 2> names_of(BreakApproval) {
  return {{{BreakApproval::not_needed, "not_needed"}, {BreakApproval::needed, "needed"}}};
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
