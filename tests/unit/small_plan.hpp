// Plans of a few lines for tests, and what they are asked for over and over.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "desk.hpp"

namespace acd::test {

inline constexpr ChannelId first_channel{0};
inline constexpr GroupId first_group{0};
inline constexpr GroupId second_group{1};

/// One channel, these groups, and these agents, members of every group. Unnamed groups get
/// names.
[[nodiscard]] Blueprint small_plan(std::vector<SkillGroup> groups,
                                   const std::vector<std::string>& agents);

/// One group and its agents.
[[nodiscard]] inline Blueprint small_plan(const SkillGroup& group,
                                          const std::vector<std::string>& agents) {
  return small_plan(std::vector<SkillGroup>{group}, agents);
}

/// The offer rule of a plan that had none: offers with a limit of 20 s, one at a time.
OfferRule& with_offers(Blueprint& blueprint);

/// The references of the sessions that the agent is assigned from now on, in order: he
/// completes each at once until nobody waits for him.
[[nodiscard]] std::vector<std::uint64_t> references_served(Desk& desk, const std::string& agent);

/// Who gets one session after the other, each completed before the next arrives.
[[nodiscard]] std::vector<std::string> servers_in_turn(Desk& desk, int sessions,
                                                       GroupId group = first_group);

}  // namespace acd::test
