// An agent's room, readiness and keys: what puts him into the ready index of a class.
#include <algorithm>
#include <bit>

#include "engine/engine.hpp"

namespace acd {
inline namespace v1 {

bool Router::Engine::has_room(Slot slot, ChannelId channel) const {
  const AgentRecord& agent = agents_[slot];
  const CapacityTables& rule = plan_.capacities[agent.capacity.index()];
  const ChannelTables& wanted = rule.channels[channel.index()];
  const ChannelLoad& own = load(slot, channel);
  const bool fits = wanted.cost != 0 && own.serving + own.outside + own.firm < wanted.sessions_max;
  const std::uint32_t charged = agent.charged_units + wanted.cost;
  if (!rule.interrupts) return fits && charged <= rule.units;
  return fits && charged <= rule.units + interrupted_units(slot, wanted.interrupts);
}

// Units of what is served on these channels, here or outside.
std::uint32_t Router::Engine::interrupted_units(Slot slot, std::uint32_t channels) const {
  const CapacityTables& rule = plan_.capacities[agents_[slot].capacity.index()];
  std::uint32_t units = 0;
  for (; channels != 0; channels &= channels - 1) {
    const auto channel = static_cast<std::size_t>(std::countr_zero(channels));
    const ChannelLoad& interrupted = load(slot, ChannelId{channel});
    units += rule.channels[channel].cost *
             (std::uint32_t{interrupted.serving} + interrupted.outside);
  }
  return units;
}

std::uint32_t Router::Engine::room_of(Slot slot) const {
  std::uint32_t room = 0;
  for (std::size_t channel = 0; channel < channels_; ++channel) {
    room |= std::uint32_t{has_room(slot, ChannelId{channel})} << channel;
  }
  return room;
}

void Router::Engine::count_charge(Slot slot, ChannelId channel, OfferState state, int sign) {
  AgentRecord& agent = agents_[slot];
  ChannelLoad& own = load(slot, channel);
  std::uint16_t& sessions = state == OfferState::serving ? own.serving : own.firm;
  sessions = static_cast<std::uint16_t>(sessions + sign);
  const std::uint32_t cost =
      plan_.capacities[agent.capacity.index()].channels[channel.index()].cost;
  agent.charged_units += sign > 0 ? cost : 0U - cost;
}

void Router::Engine::recount_units(Slot slot) {
  AgentRecord& agent = agents_[slot];
  const CapacityTables& rule = plan_.capacities[agent.capacity.index()];
  agent.charged_units = 0;
  for (std::size_t channel = 0; channel < channels_; ++channel) {
    const ChannelLoad& own = load(slot, ChannelId{channel});
    agent.charged_units += rule.channels[channel].cost *
                           (std::uint32_t{own.serving} + own.outside + own.firm);
  }
}

void Router::Engine::refresh_room(Slot slot) {
  AgentRecord& agent = agents_[slot];
  agent.room = agent.state == AgentState::ready ? room_of(slot) : 0;
}

void Router::Engine::refresh_changed_agents() {
  for (std::size_t i = 0; i < changed_agents_.size(); ++i) refresh_agent(changed_agents_[i]);
  changed_agents_.clear();
}

// After any change of the agent's facts: room, then every seat.
void Router::Engine::refresh_agent(Slot slot) {
  refresh_room(slot);
  const AgentRecord& agent = agents_[slot];
  if (agent.room == 0) return leave_seats(agent);
  for (Slot seat = agent.first_seat; seat < agent.end_seat; ++seat) {
    refresh_seat(agent, slot, seat);
  }
}

void Router::Engine::leave_seats(const AgentRecord& agent) {
  for (Slot seat = agent.first_seat; seat < agent.end_seat; ++seat) {
    if (!seat_nodes_[seat].is_inside()) continue;
    if (seats_[seat].sentinel != nil) {
      util::unlink(seat_nodes_, seat);
    } else {
      ready_[seats_[seat].cls].erase(seat_nodes_, seat);
    }
  }
}

void Router::Engine::refresh_seat(const AgentRecord& agent, Slot slot, Slot at) {
  const Seat& seat = seats_[at];
  util::KeyNode& node = seat_nodes_[at];
  const bool wanted = (agent.room & seat.channel_bit) != 0;
  if (wanted && seat.sentinel != nil && !node.is_inside()) {
    node.key = config::AgentKeyPlan::longest_ready_key(agent.ready_number);
    return util::link_sorted(seat_nodes_, seat.sentinel, at);
  }
  util::KeyIndex& ready = ready_[seat.cls];
  if (!wanted) {
    if (node.is_inside()) ready.erase(seat_nodes_, at);
    return;
  }
  const util::Key key = seat_key(agent, slot, seat);
  if (node.is_inside()) {
    if (node.key == key) return;
    ready.erase(seat_nodes_, at);
  }
  ready.insert(seat_nodes_, at, key);
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
                     .charged_units = static_cast<std::uint16_t>(
                         std::min(agent.charged_units, units_max)),
                     .units = plan_.capacities[agent.capacity.index()].units},
          .ready_number = agent.ready_number,
          .handled_number = agent.handled_number,
          .offered_number = agent.offered_number,
          .skills = plan_.skills_of(slot)};
}

}  // namespace v1
}  // namespace acd
