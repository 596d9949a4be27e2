// An agent's room, readiness and keys: what puts him into the ready index of a class.
#include <algorithm>
#include <bit>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

bool EngineFacts::has_room(Slot slot, ChannelId channel) const {
  if (agents_[slot].only_cost != 0) return agents_[slot].charged_units == 0;
  const CapacityTables& rule = capacity_of(slot);
  const ChannelTables& wanted = rule.channels[channel.index()];
  const ChannelLoad& own = load(slot, channel);
  const bool fits = wanted.cost != 0 && own.serving + own.outside + own.firm < wanted.sessions_max;
  const std::uint32_t charged = agents_[slot].charged_units + wanted.cost;
  if (!rule.interrupts) return fits && charged <= rule.units;
  return fits && charged <= rule.units + interrupted_units(slot, wanted.interrupts);
}

// Of an agent who may do several things at a time.
[[gnu::noinline]] std::uint32_t EngineFacts::counted_room(Slot slot) const {
  std::uint32_t room = 0;
  for (std::size_t channel = 0; channel < channels_; ++channel) {
    room |= std::uint32_t{has_room(slot, ChannelId{channel})} << channel;
  }
  return room;
}

// Units of what is served on these channels, here or outside.
std::uint32_t EngineFacts::interrupted_units(Slot slot, std::uint32_t channels) const {
  std::uint32_t units = 0;
  for (; channels != 0; channels &= channels - 1) {
    const auto channel = static_cast<std::size_t>(std::countr_zero(channels));
    const ChannelLoad& interrupted = load(slot, ChannelId{channel});
    units += interrupted.cost * (std::uint32_t{interrupted.serving} + interrupted.outside);
  }
  return units;
}

// What his capacity rule says, where the hot path looks.
void Router::Engine::take_capacity(Slot slot) {
  const CapacityTables& rule = capacity_of(slot);
  const bool lists_all = rule.listed == (std::uint64_t{1} << channels_) - 1;
  agents_[slot].when_free = rule.is_exclusive ? rule.listed : 0;
  agents_[slot].only_cost = rule.is_exclusive && lists_all ? rule.units : std::uint16_t{0};
  for (std::size_t channel = 0; channel < channels_; ++channel) {
    load(slot, ChannelId{channel}).cost = rule.channels[channel].cost;
  }
  recount_units(slot);
}

void Router::Engine::recount_loads(Slot slot) {
  for (std::size_t channel = 0; channel < channels_; ++channel) {
    load(slot, ChannelId{channel}).serving = 0;
    load(slot, ChannelId{channel}).firm = 0;
  }
  const Slot first = agents_[slot].first_offer;
  for (Slot i = first; i != nil; i = offers_[i].next_of_agent) {
    ChannelLoad& own = load(slot, offers_[i].channel);
    ++(offers_[i].state == OfferState::serving ? own.serving : own.firm);
  }
}

void Router::Engine::recount_units(Slot slot) {
  recount_loads(slot);
  AgentRecord& agent = agents_[slot];
  agent.charged_units = 0;
  for (std::size_t channel = 0; channel < channels_; ++channel) {
    const ChannelLoad& own = load(slot, ChannelId{channel});
    agent.charged_units += own.cost * (std::uint32_t{own.serving} + own.outside + own.firm);
  }
  recognise_plain(agent);
}

void Router::Engine::refresh_changed_agents() {
  for (std::size_t i = 0; i < changed_agents_.size(); ++i) {
    refresh_agent(agents_[changed_agents_[i]]);
  }
  changed_agents_.clear();
}

// After his seats or his capacity rule changed, while he is in no ready list.
void Router::Engine::recognise_uniform(AgentRecord& agent) {
  agent.is_uniform = agent.when_free != 0 && !agent.seats.is_empty() && ready_instants_.size() == 0;
  for (Slot at = agent.seats.first(); at != agent.seats.end(); ++at) {
    const bool is_listed = (agent.when_free & channel_bit(seats_[at])) != 0;
    const bool is_reserve = !plan_.memberships[seats_[at].place.membership].when.is_none();
    agent.is_uniform =
        agent.is_uniform && is_listed && !is_reserve && ready_.is_single_list(seats_[at].cls);
  }
  recognise_plain(agent);
}

// He does one thing at a time, of any channel and here, and wraps nothing up.
bool EngineFacts::is_plain_member(const AgentRecord& agent) const {
  const ChannelLoad* const loads = &load(slot_of(agent), ChannelId{0});
  const auto is_elsewhere = [](const ChannelLoad& own) { return own.outside != 0; };
  return agent.is_uniform && agent.only_cost != 0 && !agent.has_wrap_up &&
         std::none_of(loads, loads + channels_, is_elsewhere);
}

// After his state, his capacity or what he does outside changed.
void Router::Engine::recognise_plain(AgentRecord& agent) {
  agent.is_plain = agent.state == AgentState::ready && is_plain_member(agent);
}

// Seat by seat: into an index, out of it, or to another place there.
[[gnu::noinline]] void Router::Engine::refresh_seats(AgentRecord& agent, std::uint32_t room) {
  newest_ready_ = std::max(newest_ready_, agent.ready_number);
  if (ready_instants_.size() != 0) note_ready_instant(agent);
  for (Slot at = agent.seats.first(); at != agent.seats.end(); ++at) {
    const Seat& seat = seats_[at];
    if (plan_.overflow.has_reserves && !is_in_force(seat.place.membership)) continue;
    const bool is_inside = (agent.joined & channel_bit(seat)) != 0;
    const bool is_wanted = (room & channel_bit(seat)) != 0;
    if (!is_inside && !is_wanted) continue;
    const util::Key key = is_wanted ? seat_key(agent, seat) : util::Key{};
    if (is_inside && is_wanted && ready_key(at) == key) continue;
    if (is_inside) ready_.erase(seat.cls, at);
    if (is_wanted) {
      ready_.insert(seat.cls, at, key, [this](Slot other) { return ready_key(other); });
    }
  }
  agent.joined = room;
}

// His number changes in the step that ends, or has this called, at the same instant.
void Router::Engine::note_ready_instant(const AgentRecord& agent) {
  ReadyInstant& known = ready_instants_[slot_of(agent)];
  if (known.number != agent.ready_number) known = {agent.ready_number, now_};
}

// Of a seat in a ready list. A uniform agent's number does not change while he is in them.
util::Key EngineFacts::ready_key(Slot seat) const {
  const AgentRecord& agent = agents_[ready_.note(seat).agent];
  return agent.is_uniform ? config::AgentKeyPlan::longest_ready_key(agent.ready_number)
                          : ready_.key(seat);
}

void Router::Engine::leave_seats(AgentRecord& agent) { refresh_seats(agent, 0); }

util::Key EngineFacts::seat_key(const AgentRecord& agent, const Seat& seat) const {
  const GroupId group = classes_[seat.cls].group;
  const config::AgentKeyPlan& keys = plan_.groups[group.index()].agent_keys;
  if (keys.is_longest_ready()) {
    return config::AgentKeyPlan::longest_ready_key(agent.ready_number);
  }
  return keys.key(agent_facts(agent, group, seat.place.membership));
}

config::AgentKeyFacts EngineFacts::agent_facts(const AgentRecord& agent, GroupId group,
                                               Slot membership) const {
  constexpr std::uint32_t units_max = 65535;
  const Slot slot = slot_of(agent);
  const MembershipRecord& member = memberships_[membership];
  return {.shared = {.agent = agent_handle(slot),
                     .group = group,
                     .level = member.level,
                     .preference = member.preference,
                     .handled = agent.handled,
                     .charged_units =
                         static_cast<std::uint16_t>(std::min(agent.charged_units, units_max)),
                     .units = capacity_of(slot).units},
          .ready_number = agent.ready_number,
          .handled_number = agent.handled_number,
          .offered_number = agent.offered_number,
          .skills = plan_.skills_of(slot)};
}

}  // namespace v1
}  // namespace acd
