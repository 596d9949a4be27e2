// An agent's room, readiness and keys: what puts him into the ready index of a class.
#include <algorithm>
#include <bit>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

// Units of what is served on these channels, here or outside.
std::uint32_t Router::Engine::interrupted_units(Slot slot, std::uint32_t channels) const {
  const CapacityTables& rule = plan_.capacities[agents_[slot].capacity.index()];
  std::uint32_t units = 0;
  for (; channels != 0; channels &= channels - 1) {
    const auto channel = static_cast<std::size_t>(std::countr_zero(channels));
    const ChannelLoad& interrupted = load(slot, ChannelId{channel});
    units +=
        rule.channels[channel].cost * (std::uint32_t{interrupted.serving} + interrupted.outside);
  }
  return units;
}

void Router::Engine::recount_units(Slot slot) {
  AgentRecord& agent = agents_[slot];
  const CapacityTables& rule = plan_.capacities[agent.capacity.index()];
  agent.charged_units = 0;
  for (std::size_t channel = 0; channel < channels_; ++channel) {
    const ChannelLoad& own = load(slot, ChannelId{channel});
    agent.charged_units +=
        rule.channels[channel].cost * (std::uint32_t{own.serving} + own.outside + own.firm);
  }
}

void Router::Engine::refresh_changed_agents() {
  for (std::size_t i = 0; i < changed_agents_.size(); ++i) refresh_agent(changed_agents_[i]);
  changed_agents_.clear();
}

util::Key Router::Engine::seat_key(const AgentRecord& agent, Slot slot, const Seat& seat) const {
  const GroupId group = classes_[seat.cls].group;
  const config::AgentKeyPlan& keys = plan_.groups[group.index()].agent_keys;
  if (keys.is_longest_ready()) {
    return config::AgentKeyPlan::longest_ready_key(agent.ready_number);
  }
  return keys.key(agent_facts(agent, slot, group, seat.membership));
}

config::AgentKeyFacts Router::Engine::agent_facts(const AgentRecord& agent, Slot slot,
                                                  GroupId group, Slot membership) const {
  constexpr std::uint32_t units_max = 65535;
  const MembershipRecord& member = memberships_[membership];
  return {.shared = {.agent = agent_handle(slot),
                     .group = group,
                     .level = member.level,
                     .preference = member.preference,
                     .handled = agent.handled,
                     .charged_units =
                         static_cast<std::uint16_t>(std::min(agent.charged_units, units_max)),
                     .units = plan_.capacities[agent.capacity.index()].units},
          .ready_number = agent.ready_number,
          .handled_number = agent.handled_number,
          .offered_number = agent.offered_number,
          .skills = plan_.skills_of(slot)};
}

}  // namespace v1
}  // namespace acd
