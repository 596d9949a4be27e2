// Who may serve whom.
#include <algorithm>

#include "twin/twin_facts.hpp"

namespace acd::twin {

const OfferRule& TwinFacts::rule_of(GroupId group) const {
  return blueprint_.offer_rules[blueprint_.groups[group.index()].offer_rule.index()];
}

const CapacityRule& TwinFacts::capacity_of(std::size_t agent) const {
  return blueprint_.capacities[swapped(agents_[agent].capacity).index()];
}

std::optional<std::size_t> TwinFacts::membership(std::size_t agent, GroupId group) const {
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
std::uint64_t TwinFacts::charged_units(std::size_t agent,
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

bool TwinFacts::has_room(std::size_t agent, ChannelId channel) const {
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

bool TwinFacts::meets(std::size_t agent, const Requirement& requirement) const {
  return requirement.evaluate([&](const SkillTest& test) {
    return std::ranges::any_of(blueprint_.agents[agent].skills, [&](const SkillLevel& has) {
      return has.skill == test.skill && test.low <= has.level && has.level <= test.high;
    });
  });
}

bool TwinFacts::is_barred(const SessionRecord& session, std::size_t agent) const {
  const auto unresolved = [&](const OfferRecord* offer) {
    return offer->session == session.handle && offer->agent == agent &&
           (offer->state == OfferState::outstanding || offer->state == OfferState::withdrawing);
  };
  return std::ranges::any_of(session.bars, [&](const Bar& bar) { return bar.agent == agent; }) ||
         std::ranges::any_of(offers_.live(), unresolved);
}

// A member, and the membership's surge, if any, is on.
bool TwinFacts::is_in_force(std::size_t agent, GroupId group) const {
  const std::optional<std::size_t> member = membership(agent, group);
  if (!member) return false;
  const SurgeId when = blueprint_.agents[agent].memberships[*member].when;
  return when.is_none() || is_on(when);
}

// What the session requires, and what the group does.
bool TwinFacts::meets_both(const SessionRecord& session, GroupId group, std::size_t agent) const {
  return meets(agent, blueprint_.groups[group.index()].requirement) &&
         (session.requirement.is_none() ||
          meets(agent, requirements_[session.requirement.index()]));
}

// For the sessions of another group of his than this one.
bool TwinFacts::is_kept_free(std::size_t agent, GroupId group) const {
  const std::vector<Membership>& own = blueprint_.agents[agent].memberships;
  return std::ranges::any_of(own, [&](const Membership& line) {
    const std::uint16_t keeps_free = blueprint_.groups[line.group.index()].keeps_free;
    return keeps_free != 0 && line.group != group && is_in_force(agent, line.group) &&
           count_members(TestKind::free, line.group) <= keeps_free;
  });
}

// Of one that waits in the place, or would.
bool TwinFacts::is_eligible(const SessionRecord& session, const Place& place,
                            std::size_t agent) const {
  if (agents_[agent].state != AgentState::ready) return false;
  if (!is_in_force(agent, place.group)) return false;
  const Membership& line = blueprint_.agents[agent].memberships[*membership(agent, place.group)];
  if (session.queued_at + line.delay >= place.next_delay) return false;  // still to pass
  if (!meets_both(session, place.group, agent)) return false;
  const bool is_for_others =
      session.hold && (place.group != session.group || !session.hold->agents.contains(agent));
  return !is_for_others && !is_barred(session, agent) && has_room(agent, session.channel) &&
         !is_kept_free(agent, place.group);
}

std::uint32_t TwinFacts::outstanding(SessionHandle session) const {
  std::uint32_t count = 0;
  for (const OfferRecord* offer : offers_.live()) {
    if (offer->session == session && offer->state == OfferState::outstanding) ++count;
  }
  return count;
}

bool TwinFacts::is_matchable(const SessionRecord& session) const {
  if (session.state != SessionState::waiting) return false;
  const OfferRule& rule = rule_of(session.group);
  const std::uint32_t fan_out = rule.mode == OfferMode::assign ? 1 : rule.fan_out;
  return blueprint_.groups[session.group.index()].distribution == Distribution::push &&
         outstanding(session.handle) < fan_out &&
         (!rule.offers_max || session.offers_made < *rule.offers_max) && !session.overdue &&
         (is_open(session.group) ||
          blueprint_.groups[session.group.index()].at_closing == AtClosing::serve);
}

// An offer, a service or a wrap-up.
bool TwinFacts::works(std::size_t agent) const {
  return std::ranges::any_of(offers_.live(),
                             [&](const OfferRecord* offer) { return offer->agent == agent; });
}

}  // namespace acd::twin
