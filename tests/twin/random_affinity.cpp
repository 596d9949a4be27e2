// Random affinity: every strategy, with short windows and holds.
#include "twin/random_affinity.hpp"

#include <algorithm>
#include <string>

#include "twin/random_condition.hpp"
#include "twin/random_plan.hpp"

namespace acd::twin {
namespace {

constexpr std::uint32_t version = 3;

GroupId random_group(Random& random, const Blueprint& b) {
  return GroupId{random.below(b.groups.size())};
}

void add_memory(Random& random, Blueprint& b) {
  b.memory.contacts = random.between<std::uint32_t>(1, random.percent(40) ? 4 : 40);
  if (random.percent(40)) b.memory.keep = random_seconds(random, 1, 20);
}

void add_teams(Random& random, Blueprint& b) {
  const std::size_t teams = random.between<std::size_t>(0, 3);
  for (std::size_t i = 0; i < teams; ++i) b.add(Team{"team" + std::to_string(i)});
  for (Agent& agent : b.agents) {
    if (teams > 0 && random.percent(70)) agent.team = TeamId{random.below(teams)};
  }
}

void add_choices(Random& random, Blueprint& b) {
  if (random.percent(50)) b.add(HostChoice{"by_customer", version});
  if (random.percent(50)) b.add(HostChoice{"by_facts", version});
}

std::vector<ScoredAgent> random_list(Random& random, const Blueprint& b) {
  std::vector<ScoredAgent> list;
  const std::size_t most = std::min(b.agents.size(), scored_agents_max);
  const std::size_t size = random.between<std::size_t>(1, most);
  const auto highest = random.between<std::uint8_t>(0, 3);
  std::size_t agent = random.below(b.agents.size());
  while (list.size() < size) {
    const AgentHandle handle{static_cast<std::uint32_t>(agent++ % b.agents.size()), 1};
    list.push_back({handle, random.between<std::uint8_t>(0, highest)});
  }
  return list;
}

/// What the plan has all that it takes for.
AffinityKind random_kind(Random& random, const Blueprint& b) {
  static const std::vector<AffinityKind> reading_memory = {
      AffinityKind::owner, AffinityKind::owner, AffinityKind::owner_team, AffinityKind::last_agent,
      AffinityKind::most_frequent};
  const std::size_t way = random.below(10);
  if (way < 5 && b.memory.contacts > 0) return random.one_of(reading_memory);
  if (way < 6 && !b.host_choices.empty()) return AffinityKind::host_choice;
  return way < 8 && !b.agents.empty() ? AffinityKind::listed : AffinityKind::given;
}

AffinityStrategy random_strategy(Random& random, const Blueprint& b, GroupId own) {
  AffinityStrategy by{.kind = random_kind(random, b)};
  const bool is_list = by.kind == AffinityKind::given || by.kind == AffinityKind::listed;
  if (random.percent(40)) by.scope = AffinityScope::own_group;
  if (random.percent(50)) by.hold_for = HoldFor::signed_in;
  if (random.percent(35)) by.hold_place = HoldPlace::at_head;
  if (by.kind == AffinityKind::host_choice) {
    by.host_choice = HostChoiceId{random.below(b.host_choices.size())};
  }
  if (by.kind == AffinityKind::listed) by.agents = random_list(random, b);
  if (asks_memory(by.kind) && random.percent(35)) by.window = random_seconds(random, 1, 12);
  if (random.percent(75)) by.hold = random_seconds(random, 1, 8);
  if (is_list && random.percent(60)) by.ring = random_seconds(random, 1, 3);
  // The load is of one agent.
  const AskedBy asked_by =
      by.kind == AffinityKind::owner_team ? AskedBy::waiting : AskedBy::affinity;
  if (random.percent(30)) by.when = random_condition(random, b, asked_by);
  const GroupId backup = random_group(random, b);
  if (backup != own && random.percent(35)) by.backup = backup;
  return by;
}

/// Nothing but affinity: sessions wait for busy agents, and customers meet them again.
void calm_down(Blueprint& b) {
  for (SkillGroup& group : b.groups) {
    group.overflow.clear();
    group.hours = {};
    group.requirement = Requirement::anything();
    group.max_wait.reset();
    group.distribution = Distribution::push;
  }
  for (Agent& agent : b.agents) {
    agent.shift = {};
    for (Membership& member : agent.memberships) {
      member.when = {};
      member.delay = {};
    }
  }
  b.entries.clear();
  b.break_rules.clear();
}

}  // namespace

void add_affinity(Random& random, Blueprint& b) {
  const bool has_affinity = random.percent(40);
  if (random.percent(has_affinity ? 85 : 5)) add_memory(random, b);
  if (!has_affinity) return;
  add_teams(random, b);
  add_choices(random, b);
  for (std::size_t i = 0; i < b.groups.size(); ++i) {
    std::vector<AffinityStrategy> chain;
    const std::size_t size = random.percent(80) ? random.between<std::size_t>(1, 4) : 0;
    while (chain.size() < size) chain.push_back(random_strategy(random, b, GroupId{i}));
    b.groups[i].affinity = Affinity::from_criteria(chain);
    if (random.percent(40)) b.groups[i].substitutes = Substitutes::become_familiar;
  }
  if (random.percent(30)) calm_down(b);
}

// Of one contact the last instant at which it counts for somebody, or the first at which it does
// not.
Instant edge_of_memory(Random& random, const TwinFacts& twin) {
  const Blueprint& b = twin.blueprint();
  std::vector<Duration> ages;
  const auto note = [&ages](Duration age) {
    if (age > Duration{0}) ages.push_back(age);
  };
  note(b.memory.keep);
  for (const SkillGroup& group : b.groups) {
    for (const AffinityStrategy& by : group.affinity.criteria()) note(by.window);
  }
  if (twin.contacts().empty() || ages.empty()) return twin.now();
  const Contact& contact = twin.contacts()[random.below(twin.contacts().size())];
  const Instant edge = contact.at + random.one_of(ages);
  return std::max(twin.now(), random.percent(50) ? edge : edge + Duration{1});
}

// Some of their answers name nobody, or somebody whom most plans do not have.
void bind_choices(Registry& registry) {
  const auto agent = [](std::uint64_t slot, std::uint64_t generation) {
    return AgentHandle{static_cast<std::uint32_t>(slot), static_cast<std::uint32_t>(generation)};
  };
  registry.bind_agent_choice("by_customer", version, [agent](const SessionFacts& s) {
    return agent((s.customer * 3 + s.group.index()) % 7, s.customer == 0 ? 0 : 1);
  });
  registry.bind_agent_choice("by_facts", version, [agent](const SessionFacts& s) {
    const bool is_late = s.due != never;
    return agent((s.reference + s.priority + s.channel.index() + s.present_attributes) % 5,
                 is_late ? 2 : 1);
  });
}

}  // namespace acd::twin
