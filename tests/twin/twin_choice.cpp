// Who may serve whom, and who is chosen: by asking everybody.
#include <algorithm>

#include "twin/twin_router.hpp"

namespace acd::twin {

const OfferRule& TwinRouter::rule_of(GroupId group) const {
  return blueprint_.offer_rules[blueprint_.groups[group.index()].offer_rule.index()];
}

const CapacityRule& TwinRouter::capacity_of(std::size_t agent) const {
  return blueprint_.capacities[agents_[agent].capacity.index()];
}

std::optional<std::size_t> TwinRouter::membership(std::size_t agent, GroupId group) const {
  const std::vector<Membership>& all = blueprint_.agents[agent].memberships;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].group == group) return i;
  }
  return std::nullopt;
}

namespace {

const ChannelCapacity* find(const CapacityRule& rule, ChannelId channel) {
  for (const ChannelCapacity& line : rule.channels) {
    if (line.channel == channel) return &line;
  }
  return nullptr;
}

std::uint64_t cost_of(const CapacityRule& rule, ChannelId channel) {
  const ChannelCapacity* line = find(rule, channel);
  return line ? line->cost : 0;
}

}  // namespace

// Of everything he has, without the services and outside sessions on the channels given.
std::uint64_t TwinRouter::charged_units(std::size_t agent,
                                        const std::vector<ChannelId>& interrupted) const {
  const CapacityRule& rule = capacity_of(agent);
  const auto counts = [&](ChannelId channel) {
    return std::ranges::count(interrupted, channel) == 0;
  };
  std::uint64_t sum = 0;
  for (const OfferRecord* offer : offers_.live()) {
    if (offer->agent != agent) continue;
    if (offer->state != OfferState::serving || counts(offer->channel)) {
      sum += cost_of(rule, offer->channel);
    }
  }
  for (std::size_t i = 0; i < blueprint_.channels.size(); ++i) {
    if (counts(ChannelId{i})) sum += agents_[agent].outside[i] * cost_of(rule, ChannelId{i});
  }
  return sum;
}

bool TwinRouter::has_room(std::size_t agent, ChannelId channel) const {
  const CapacityRule& rule = capacity_of(agent);
  const ChannelCapacity* line = find(rule, channel);
  if (!line) return false;
  std::uint64_t sessions = agents_[agent].outside[channel.index()];
  for (const OfferRecord* offer : offers_.live()) {
    if (offer->agent == agent && offer->channel == channel) ++sessions;
  }
  return charged_units(agent, line->interrupts) + line->cost <= rule.units &&
         sessions < line->sessions_max;
}

bool TwinRouter::meets(std::size_t agent, const Requirement& requirement) const {
  return requirement.evaluate([&](const SkillTest& test) {
    return std::ranges::any_of(blueprint_.agents[agent].skills, [&](const SkillLevel& has) {
      return has.skill == test.skill && test.low <= has.level && has.level <= test.high;
    });
  });
}

bool TwinRouter::is_barred(const SessionRecord& session, std::size_t agent) const {
  const auto unresolved = [&](const OfferRecord* offer) {
    return offer->session == session.handle && offer->agent == agent &&
           (offer->state == OfferState::outstanding || offer->state == OfferState::withdrawing);
  };
  return std::ranges::any_of(session.bars, [&](const Bar& bar) { return bar.agent == agent; }) ||
         std::ranges::any_of(offers_.live(), unresolved);
}

bool TwinRouter::is_eligible(const SessionRecord& session, std::size_t agent) const {
  if (agents_[agent].state != AgentState::ready) return false;
  const std::optional<std::size_t> member = membership(agent, session.group);
  if (!member) return false;
  const Duration delay = blueprint_.agents[agent].memberships[*member].delay;
  if (session.queued_at + delay >= session.delay.at) return false;  // still to fire
  if (!meets(agent, blueprint_.groups[session.group.index()].requirement)) return false;
  if (!session.requirement.is_none() && !meets(agent, requirements_[session.requirement.index()])) {
    return false;
  }
  return !is_barred(session, agent) && has_room(agent, session.channel);
}

std::uint32_t TwinRouter::outstanding(SessionHandle session) const {
  std::uint32_t count = 0;
  for (const OfferRecord* offer : offers_.live()) {
    if (offer->session == session && offer->state == OfferState::outstanding) ++count;
  }
  return count;
}

bool TwinRouter::is_matchable(const SessionRecord& session) const {
  if (session.state != SessionState::waiting) return false;
  const OfferRule& rule = rule_of(session.group);
  const std::uint32_t fan_out = rule.mode == OfferMode::assign ? 1 : rule.fan_out;
  return blueprint_.groups[session.group.index()].distribution == Distribution::push &&
         outstanding(session.handle) < fan_out &&
         (!rule.offers_max || session.offers_made < *rule.offers_max) && !session.overdue &&
         (is_open(session.group) ||
          blueprint_.groups[session.group.index()].at_closing == AtClosing::serve);
}

// The first by the group's order; among equals by lot if it says so, else the smallest
// ready number.
std::optional<std::size_t> TwinRouter::choose_agent(const SessionRecord& session) {
  std::vector<std::size_t> best;
  Key best_key;
  for (std::size_t agent = 0; agent < agents_.size(); ++agent) {
    if (!is_eligible(session, agent)) continue;
    const Key key = agent_key(agent, session.group);
    if (best.empty() || key < best_key) {
      best = {agent};
      best_key = key;
    } else if (key == best_key) {
      best.push_back(agent);
    }
  }
  if (best.size() <= 1) return best.empty() ? std::nullopt : std::optional{best.front()};
  const auto tickets = [&](std::size_t agent) {
    return agents_[agent].memberships[*membership(agent, session.group)].level + std::uint64_t{1};
  };
  std::uint64_t sum = 0;
  for (const std::size_t agent : best) sum += tickets(agent);
  std::uint64_t drawn = draw_below(sum);
  for (const std::size_t agent : best) {
    if (drawn < tickets(agent)) return agent;
    drawn -= tickets(agent);
  }
  return std::nullopt;
}

SessionRecord* TwinRouter::choose_session(std::size_t agent) {
  std::vector<const SessionRecord*> first_of_group(blueprint_.groups.size(), nullptr);
  for (const SessionRecord* session : sessions_.live()) {
    if (!is_matchable(*session) || !is_eligible(*session, agent)) continue;
    const SessionRecord*& first = first_of_group[session->group.index()];
    if (!first || session_key(*session) < session_key(*first)) first = session;
  }
  const SessionRecord* best = nullptr;
  for (const SessionRecord* first : first_of_group) {
    if (!first) continue;
    if (!best || work_key(*first, agent) < work_key(*best, agent)) best = first;
  }
  return best ? sessions_.find(best->handle) : nullptr;
}

// splitmix64; the high half of the product keeps the draw below the bound.
std::uint64_t TwinRouter::draw_below(std::uint64_t bound) {
  generator_ += 0x9e3779b97f4a7c15U;
  std::uint64_t z = generator_;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
  z ^= z >> 31;
  const std::uint64_t low = (z & 0xffffffffU) * bound;  // bound is below 2^32
  return ((z >> 32) * bound + (low >> 32)) >> 32;
}

}  // namespace acd::twin
