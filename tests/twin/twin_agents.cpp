// Commands on agents.
#include <algorithm>

#include "twin/twin_router.hpp"

namespace acd::twin {

Status TwinRouter::check_agent(AgentHandle agent) const {
  const bool known = agent.slot < agents_.size() && agent.generation == 1;
  return known ? Status::applied : Status::unknown_agent;
}

Status TwinRouter::sign_in(std::size_t agent) {
  if (agents_[agent].state != AgentState::signed_out) return Status::agent_signed_in;
  if (is_outside_shift(agent)) return Status::outside_shift;
  sign_in_now(agent, Cause::asked);
  return Status::applied;
}

void TwinRouter::sign_in_now(std::size_t agent, Cause cause) {
  AgentRecord& record = agents_[agent];
  record.handled_number = enter(AgentState::not_ready, agent, cause);
  record.handled = record.misses = 0;
  for (MembershipRecord& member : record.memberships) member.served = Duration::zero();
}

Status TwinRouter::make_ready(std::size_t agent) {
  const AgentRecord& record = agents_[agent];
  if (record.state == AgentState::signed_out) return Status::agent_signed_out;
  if (record.state == AgentState::ready) return Status::unchanged;
  if (is_outside_shift(agent)) return Status::outside_shift;
  make_ready_now(agent, Cause::asked);
  return Status::applied;
}

// By the event of this number, now.
void TwinRouter::became_ready(std::size_t agent, std::uint64_t number) {
  agents_[agent].ready_number = number;
  agents_[agent].ready_at = now_;
}

void TwinRouter::make_ready_now(std::size_t agent, Cause cause) {
  became_ready(agent, enter(AgentState::ready, agent, cause));
  agents_[agent].misses = 0;
  touch(agent);
}

Status TwinRouter::make_not_ready(std::size_t agent, ReasonId reason) {
  const AgentRecord& record = agents_[agent];
  if (!reason.is_none() && reason.index() >= blueprint_.reasons.size()) {
    return Status::value_out_of_range;
  }
  if (record.state == AgentState::signed_out) return Status::agent_signed_out;
  if (record.state == AgentState::not_ready && record.reason == reason) return Status::unchanged;
  if (record.state == AgentState::ready) return begin_break(agent, reason);
  go_not_ready(agent, Cause::asked, reason);
  return Status::applied;
}

Status TwinRouter::drain(std::size_t agent) {
  const AgentRecord& record = agents_[agent];
  if (record.state == AgentState::signed_out) return Status::agent_signed_out;
  if (record.state == AgentState::draining) return Status::unchanged;
  drain_now(agent, Cause::asked);
  return Status::applied;
}

void TwinRouter::drain_now(std::size_t agent, Cause cause) {
  enter(AgentState::draining, agent, cause);
  withdraw_all_of_agent(agent);
  touch(agent);
}

Status TwinRouter::sign_out(std::size_t agent) {
  if (agents_[agent].state == AgentState::signed_out) return Status::agent_signed_out;
  if (works(agent)) return Status::agent_busy;
  enter(AgentState::signed_out, agent, Cause::asked);
  return Status::applied;
}

Status TwinRouter::lose_agent(std::size_t agent) {
  if (agents_[agent].state == AgentState::signed_out) return Status::agent_signed_out;
  enter(AgentState::signed_out, agent, Cause::agent_lost);
  for (OfferRecord* offer :
       offers_where([&](const OfferRecord& each) { return each.agent == agent; })) {
    switch (offer->state) {
      case OfferState::outstanding:
      case OfferState::withdrawing:
        touch(offer->session);
        end_offer(*offer, Cause::agent_lost);
        break;
      case OfferState::serving: {
        SessionRecord& session = *sessions_.find(offer->session);
        const std::uint64_t number =
            requeue(session, session.group, Cause::agent_lost, Seniority::kept);
        end_service(*offer, number, Duration::zero());
        break;
      }
      case OfferState::wrapping_up: end_wrap_up(*offer, Cause::agent_lost); break;
    }
  }
  return Status::applied;
}

Status TwinRouter::set_capacity(std::size_t agent, CapacityRuleId capacity) {
  if (capacity.index() >= blueprint_.capacities.size()) return Status::unknown_capacity;
  if (agents_[agent].capacity == capacity) return Status::unchanged;
  agents_[agent].capacity = capacity;
  emit_changed(agent, Cause::capacity, capacity.value());
  touch_held_for(agent);
  touch(agent);
  return Status::applied;
}

Status TwinRouter::report_outside(std::size_t agent, ChannelId channel, std::uint16_t count) {
  if (channel.index() >= blueprint_.channels.size()) return Status::unknown_channel;
  if (agents_[agent].outside[channel.index()] == count) return Status::unchanged;
  agents_[agent].outside[channel.index()] = count;
  emit_changed(agent, Cause::outside, count, {}, channel);
  touch(agent);
  return Status::applied;
}

// set_level, set_preference
Status TwinRouter::set_rank(std::size_t agent, const Command& c) {
  if (!c.group.is_none()) {
    if (c.group.index() >= blueprint_.groups.size()) return Status::unknown_group;
    if (!membership(agent, c.group)) return Status::agent_not_in_group;
  }
  const bool level = c.kind == CommandKind::set_level;
  if (level && c.level > blueprint_.limits.level_max) return Status::level_out_of_range;
  const std::uint64_t before = events_;
  for (std::size_t i = 0; i < agents_[agent].memberships.size(); ++i) {
    const GroupId group = blueprint_.agents[agent].memberships[i].group;
    std::uint8_t& rank =
        level ? agents_[agent].memberships[i].level : agents_[agent].memberships[i].preference;
    const std::uint8_t wanted = level ? c.level : c.preference;
    if ((!c.group.is_none() && c.group != group) || rank == wanted) continue;
    rank = wanted;
    emit_changed(agent, level ? Cause::level : Cause::preference, wanted, group);
  }
  return events_ == before ? Status::unchanged : Status::applied;
}

}  // namespace acd::twin
