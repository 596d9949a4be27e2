// Affinity: whom strategies name, whether he can take the session, and whether he is waited for.
#include <algorithm>

#include "twin/twin_facts.hpp"

namespace acd::twin {
namespace {

// So many different scores are above his.
std::uint64_t ring_of(const std::vector<ScoredAgent>& list, std::uint8_t score) {
  std::set<std::uint8_t> higher;
  for (const ScoredAgent& each : list) {
    if (each.score > score) higher.insert(each.score);
  }
  return higher.size();
}

std::vector<ScoredAgent> list_of(const AffinityStrategy& by, const SessionRecord& session) {
  if (by.kind == AffinityKind::listed) return by.agents;
  if (by.kind != AffinityKind::given) return {};
  return {session.preferred.begin(), session.preferred.end()};
}

std::uint64_t last_ring_of(const std::vector<ScoredAgent>& list) {
  std::uint64_t last = 0;
  for (const ScoredAgent& each : list) last = std::max(last, ring_of(list, each.score));
  return last;
}

}  // namespace

std::span<const AffinityStrategy> TwinFacts::strategies_of(GroupId group) const {
  return blueprint_.groups[group.index()].affinity.criteria();
}

bool TwinFacts::asks_affinity() const {
  return std::ranges::any_of(
      blueprint_.groups, [](const SkillGroup& group) { return !group.affinity.is_indifferent(); });
}

// Everybody but those of a list is in ring 0.
TwinFacts::NamedAgents TwinFacts::named_by(const AffinityStrategy& by,
                                           const SessionRecord& session) const {
  const std::vector<ScoredAgent> list = list_of(by, session);
  NamedAgents named;
  for (const ScoredAgent& each : list) {
    named.push_back({each.agent.slot, ring_of(list, each.score)});
  }
  const auto suits = [&](const Contact& contact) {
    const bool is_recent = by.window == Duration{0} || now_ - contact.at <= by.window;
    const bool is_here = by.scope == AffinityScope::any_group || contact.group == session.group;
    return contact.customer == session.customer && contact.is_familiar && is_recent && is_here;
  };
  AgentHandle one{};
  switch (by.kind) {
    case AffinityKind::given:
    case AffinityKind::listed: return named;
    case AffinityKind::owner_team: return owners_team(session, by.window);
    case AffinityKind::owner:
      one = owner_of(session.customer, session.group, now_, by.window);
      break;
    case AffinityKind::last_agent: one = last_agent_of(suits, now_); break;
    case AffinityKind::most_frequent: one = most_frequent_of(suits, now_); break;
    case AffinityKind::host_choice: one = chosen_by_host(by.host_choice, session); break;
  }
  if (!one.is_none()) named.push_back({one.slot, 0});
  return named;
}

TwinFacts::NamedAgents TwinFacts::owners_team(const SessionRecord& session, Duration window) const {
  const AgentHandle owner = owner_of(session.customer, session.group, now_, window);
  NamedAgents named;
  if (owner.is_none()) return named;
  const TeamId team = blueprint_.agents[owner.slot].team;
  for (std::size_t agent = 0; !team.is_none() && agent < agents_.size(); ++agent) {
    if (blueprint_.agents[agent].team == team) named.push_back({agent, 0});
  }
  return named;
}

AgentHandle TwinFacts::chosen_by_host(HostChoiceId id, const SessionRecord& session) const {
  const Registry::Binding& bound = *registry_.find(blueprint_.host_choices[id.index()].name);
  std::vector<std::int64_t> values;
  const AgentHandle one = bound.agent_choice(facts_of(session, session.group, values));
  const bool is_known = one.slot < agents_.size() && one.generation == 1;
  return is_known ? one : AgentHandle::none();
}

TwinFacts::NamedAgents TwinFacts::those_who_count(const AffinityStrategy& by,
                                                  const NamedAgents& named,
                                                  const SessionRecord& session) const {
  NamedAgents counting;
  for (const Named& each : named) {
    const Asked asked{&session, session.group, Standing::waiting, each.agent};
    if (holds(by.when, asked)) counting.push_back(each);
  }
  return counting;
}

// He could take it, were he free.
bool TwinFacts::is_awaited(const AffinityStrategy& by, const SessionRecord& session,
                           std::size_t agent) const {
  const auto is_bar = [&](const Bar& bar) { return bar.agent == agent; };
  const auto& lines = capacity_of(agent).channels;
  const AgentState state = agents_[agent].state;
  const bool comes = state == AgentState::ready ||
                     (by.hold_for == HoldFor::signed_in && state == AgentState::not_ready);
  return comes && is_in_force(agent, session.group) && meets_both(session, session.group, agent) &&
         std::ranges::count(lines, session.channel, &ChannelCapacity::channel) > 0 &&
         std::ranges::none_of(session.bars, is_bar);
}

// Of those among them who are, in its own group, the one whom it prefers.
std::optional<std::size_t> TwinFacts::first_eligible(const SessionRecord& session,
                                                     const NamedAgents& among) const {
  SessionRecord free = session;
  free.hold.reset();
  const Place own{session.group, session.next_delay};
  std::optional<std::size_t> first;
  Key first_key;
  for (const Named& each : among) {
    if (!is_eligible(free, own, each.agent)) continue;
    Key key = preference_key(each.agent, session.group);
    key.insert(key.begin(), static_cast<std::int64_t>(each.ring));
    if (first && first_key <= key) continue;
    first = each.agent;
    first_key = key;
  }
  return first;
}

bool TwinFacts::is_worth_a_hold(const AffinityStrategy& by, const SessionRecord& session,
                                const NamedAgents& among) const {
  const bool is_awaited_by_it = std::ranges::any_of(
      among, [&](const Named& each) { return is_awaited(by, session, each.agent); });
  const bool is_offered = outstanding(session.handle) > 0;
  const bool lasts = now_ < session.queued_at + by.hold || (!by.backup.is_none() && is_offered);
  const auto max_length = blueprint_.groups[session.group.index()].max_length;
  const std::uint64_t others = count_unoffered(session.group) - (is_offered ? 0 : 1);
  return is_awaited_by_it && lasts && (!max_length || others < *max_length);
}

// Nothing: the strategy does not decide.
std::optional<TwinFacts::Preference> TwinFacts::ask(std::size_t strategy,
                                                    const SessionRecord& session) const {
  const AffinityStrategy& by = strategies_of(session.group)[strategy];
  const NamedAgents counting = those_who_count(by, named_by(by, session), session);
  if (counting.empty()) return std::nullopt;
  const std::uint64_t last = last_ring_of(list_of(by, session));
  std::uint64_t ring = last;
  if (by.ring > Duration{0}) {
    ring = std::min(last, static_cast<std::uint64_t>((now_ - session.queued_at) / by.ring));
  }
  for (; ring <= last; ++ring) {
    NamedAgents among = counting;
    std::erase_if(among, [&](const Named& each) { return each.ring > ring; });
    if (const auto agent = first_eligible(session, among)) return Preference{.agent = agent};
    if (!is_worth_a_hold(by, session, among)) continue;
    Hold hold{.strategy = strategy, .ring = ring};
    hold.until = end_of_hold(by, session, ring, last);
    for (const Named& each : among) hold.agents.insert(each.agent);
    return Preference{.hold = hold};
  }
  const bool goes =
      !by.backup.is_none() && outstanding(session.handle) == 0 && could_wait_in(session, by.backup);
  return goes ? std::optional{Preference{.backup = by.backup}} : std::nullopt;
}

// When more join, or the hold is over.
Instant TwinFacts::end_of_hold(const AffinityStrategy& by, const SessionRecord& session,
                               std::uint64_t ring, std::uint64_t last_ring) const {
  Instant until = never;
  if (session.queued_at + by.hold > now_) until = session.queued_at + by.hold;
  if (ring < last_ring && by.ring > Duration{0}) {
    const auto rings = static_cast<std::int64_t>(ring) + 1;
    until = std::min(until, session.queued_at + rings * by.ring);
  }
  return until;
}

TwinFacts::Preference TwinFacts::preference_of(const SessionRecord& session) const {
  if (session.went_to_backup) return {};
  for (std::size_t i = 0; i < strategies_of(session.group).size(); ++i) {
    if (auto answer = ask(i, session)) return *answer;
  }
  return {};
}

}  // namespace acd::twin
