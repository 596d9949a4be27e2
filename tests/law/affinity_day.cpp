// Draws the day; plays it, with the books of who is free beside the router's.
#include "law/affinity_day.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <tuple>

namespace acd {
inline namespace v1 {
namespace {

using namespace std::chrono_literals;

class Draw {
 public:
  explicit Draw(std::uint64_t seed) : random_{seed} {}

  /// low to high, both included.
  std::uint64_t between(std::uint64_t low, std::uint64_t high) {
    return low + random_.below(high - low + 1);
  }
  bool one_in(std::uint64_t many) { return random_.below(many) == 0; }
  /// Whole seconds, so that instants coincide.
  Duration seconds(std::uint64_t low, std::uint64_t high) {
    return std::chrono::seconds{between(low, high)};
  }

 private:
  Random random_;
};

ScoredAgents random_list(Draw& draw, std::size_t agents, std::size_t least) {
  ScoredAgents list;
  std::set<std::uint64_t> named;
  for (auto left = draw.between(least, 3); left > 0; --left) {
    const std::uint64_t agent = draw.between(0, agents - 1);
    if (!named.insert(agent).second) continue;
    list.push_back(
        {{static_cast<std::uint32_t>(agent), 1}, static_cast<std::uint8_t>(draw.between(1, 3))});
  }
  return list;
}

AffinityStrategy random_strategy(Draw& draw, std::size_t agents) {
  AffinityStrategy strategy;
  strategy.kind = static_cast<AffinityKind>(draw.between(0, 5));
  strategy.scope = static_cast<AffinityScope>(draw.between(0, 1));
  strategy.hold_for = static_cast<HoldFor>(draw.between(0, 1));
  strategy.hold_place = static_cast<HoldPlace>(draw.between(0, 1));
  if (asks_memory(strategy.kind) && draw.one_in(2)) strategy.window = draw.seconds(60, 3600);
  if (strategy.kind == AffinityKind::listed) {
    for (const ScoredAgent& each : random_list(draw, agents, 1)) strategy.agents.push_back(each);
  }
  return strategy;
}

SkillGroup random_group(Draw& draw, std::size_t agents) {
  SkillGroup group;
  if (draw.one_in(2)) group.session_order = aged(30s);
  const std::vector<AgentOrder> orders{longest_ready(), fewest_handled(), weighted_random()};
  group.agent_order = orders[draw.between(0, 2)];
  if (draw.one_in(2)) group.wrap_up.any_channel = draw.seconds(1, 20);
  for (auto left = draw.between(1, 4); left > 0; --left) {
    group.affinity = group.affinity.then(random_strategy(draw, agents));
  }
  group.substitutes = static_cast<Substitutes>(draw.between(0, 1));
  return group;
}

Blueprint random_centre(Draw& draw, std::size_t groups) {
  Blueprint blueprint;
  blueprint.limits.sessions = 200;
  blueprint.add(Channel{.name = "voice"});
  blueprint.add(Reason{.name = "break"});
  for (const char* team : {"red", "blue"}) blueprint.add(Team{.name = team});
  const auto agents = static_cast<std::size_t>(draw.between(1, 8));
  for (std::size_t i = 0; i < groups; ++i) {
    blueprint.add(random_group(draw, agents));
    blueprint.groups.back().name = "g" + std::to_string(i);
  }
  for (std::size_t i = 0; i < agents; ++i) {
    Agent agent{.name = "a" + std::to_string(i), .team = TeamId{draw.between(0, 1)}};
    for (std::size_t group = 0; group < groups; ++group) {
      if (groups == 1 || draw.one_in(2)) agent.memberships.push_back({.group = GroupId{group}});
    }
    if (agent.memberships.empty()) agent.memberships.push_back({.group = GroupId{0}});
    blueprint.add(agent);
  }
  blueprint.memory.contacts = static_cast<std::uint32_t>(draw.between(1, 60));
  if (draw.one_in(2)) blueprint.memory.keep = draw.seconds(300, 3600);
  blueprint.seed = draw.between(0, 1000);
  return blueprint;
}

template <class Change>
Blueprint with_strategies(Blueprint blueprint, const Change& change) {
  for (SkillGroup& group : blueprint.groups) {
    std::vector<AffinityStrategy> strategies;
    for (const AffinityStrategy& strategy : group.affinity.criteria()) {
      strategies.push_back(change(strategy));
    }
    group.affinity = Affinity::from_criteria(std::move(strategies));
  }
  return blueprint;
}

/// The host, the customers, and the books.
class Play {
 public:
  Play(const RandomDay& day, const Blueprint& blueprint)
      : day_{day},
        router_{CompiledPlan::compile(blueprint).plan.value()},
        outcomes_(day.callers.size()),
        sessions_(day.callers.size()),
        is_away_(blueprint.agents.size()),
        work_(blueprint.agents.size()) {
    for (std::size_t i = 0; i < blueprint.agents.size(); ++i) {
      give({.kind = CommandKind::sign_in, .agent = router_.agent(i)});
      give({.kind = CommandKind::ready, .agent = router_.agent(i)});
    }
    for (std::size_t i = 0; i < day.callers.size(); ++i) {
      plan({day.callers[i].arrival, What::arrive, i});
    }
    for (const DayBreak& each : day.breaks) plan({each.at, What::go_or_come, each.agent});
  }

  std::vector<DayOutcome> run() {
    while (!plans_.empty() || router_.next_deadline() != never) {
      const Instant deadline = router_.next_deadline();
      if (plans_.empty() || deadline <= plans_.top().at) {
        pass_until(deadline);
        give({.kind = CommandKind::advance});
        continue;
      }
      const Plan next = plans_.top();
      plans_.pop();
      pass_until(next.at);
      perform(next);
    }
    RC_ASSERT(router_.broken_invariant().empty());
    return std::move(outcomes_);
  }

 private:
  enum class What : std::uint8_t { complete, go_or_come, give_up, arrive };  // at equal instants
  struct Plan {
    Instant at{};
    What what{};
    std::size_t subject = 0;  // caller or agent
    bool operator>(const Plan& other) const {
      return std::tie(at, what, subject) > std::tie(other.at, other.what, other.subject);
    }
  };

  void plan(const Plan& plan) { plans_.push(plan); }
  [[nodiscard]] bool is_free(std::size_t agent) const {
    return !is_away_[agent] && work_[agent] == 0;
  }
  [[nodiscard]] bool somebody_is_free_for(std::size_t caller) const {
    const std::vector<Agent>& agents = router_.blueprint().agents;
    for (std::size_t i = 0; i < agents.size(); ++i) {
      if (!is_free(i)) continue;
      for (const Membership& membership : agents[i].memberships) {
        if (membership.group == day_.callers[caller].group) return true;
      }
    }
    return false;
  }
  void pass_until(Instant at) {
    for (const std::size_t caller : waiting_) {
      outcomes_[caller].wait += at - now_;
      if (somebody_is_free_for(caller)) outcomes_[caller].spare += at - now_;
    }
    now_ = at;
  }
  void perform(const Plan& plan) {
    switch (plan.what) {
      case What::complete:
        return give({.kind = CommandKind::complete, .session = sessions_[plan.subject]});
      case What::go_or_come: return go_or_come(plan.subject);
      case What::give_up:
        if (!waiting_.contains(plan.subject)) return;
        return give({.kind = CommandKind::cancel, .session = sessions_[plan.subject]});
      case What::arrive: return arrive(plan.subject);
    }
  }
  void go_or_come(std::size_t agent) {
    const bool comes = is_away_[agent];
    is_away_[agent] = !comes;
    if (comes) return give({.kind = CommandKind::ready, .agent = router_.agent(agent)});
    give({.kind = CommandKind::not_ready, .reason = ReasonId{0}, .agent = router_.agent(agent)});
  }
  void arrive(std::size_t caller) {
    const DayCaller& who = day_.callers[caller];
    plan({now_ + who.patience, What::give_up, caller});
    give({.kind = CommandKind::arrive,
          .priority = who.priority,
          .group = who.group,
          .reference = caller,
          .customer = who.customer,
          .preferred = who.preferred});
  }
  void give(const Command& command) {
    RC_ASSERT(router_.apply(command, now_) == Status::applied);
    for (const Event& event : router_.drain_events()) note(event);
  }
  [[nodiscard]] std::size_t caller_of(const Event& event) const {
    return callers_of_slots_[event.session.slot];
  }
  void note(const Event& event);

  const RandomDay& day_;
  Router router_;
  Instant now_ = earliest;
  std::priority_queue<Plan, std::vector<Plan>, std::greater<>> plans_{};
  std::vector<DayOutcome> outcomes_;
  std::vector<SessionHandle> sessions_;  // by caller
  std::vector<std::size_t> callers_of_slots_{};
  std::set<std::size_t> waiting_{};  // callers
  std::vector<bool> is_away_;        // by agent
  std::vector<int> work_;            // by agent: services and wrap-ups
};

void Play::note(const Event& event) {
  if (event.kind == EventKind::arrived) {
    const auto caller = static_cast<std::size_t>(event.value);
    callers_of_slots_.resize(
        std::max<std::size_t>(callers_of_slots_.size(), event.session.slot + std::size_t{1}));
    callers_of_slots_[event.session.slot] = caller;
    sessions_[caller] = event.session;
    waiting_.insert(caller);
  } else if (event.kind == EventKind::assigned) {
    const std::size_t caller = caller_of(event);
    waiting_.erase(caller);
    outcomes_[caller].is_served = true;
    outcomes_[caller].is_preferred = event.cause == Cause::preferred;
    ++work_[event.agent.slot];
    plan({now_ + day_.callers[caller].service, What::complete, caller});
  } else if (event.kind == EventKind::held) {
    outcomes_[caller_of(event)].was_held = true;
  } else if (event.kind == EventKind::ended) {
    waiting_.erase(caller_of(event));
    if (event.cause == Cause::completed) --work_[event.agent.slot];
  } else if (event.kind == EventKind::wrap_up_started) {
    ++work_[event.agent.slot];
  } else if (event.kind == EventKind::wrap_up_ended) {
    --work_[event.agent.slot];
  }
}

}  // namespace

RandomDay random_day(std::uint64_t seed, DayGroups groups) {
  Draw draw{seed};
  RandomDay day;
  const std::size_t count = groups == DayGroups::one ? 1 : draw.between(2, 4);
  day.blueprint = random_centre(draw, count);
  const std::size_t agents = day.blueprint.agents.size();
  const std::uint64_t customers = draw.between(1, 12);
  Instant now = earliest;
  for (auto left = draw.between(1, 120); left > 0; --left) {
    now += draw.seconds(0, 120 / agents);
    day.callers.push_back({.arrival = now,
                           .group = GroupId{draw.between(0, count - 1)},
                           .priority = static_cast<Priority>(draw.between(0, 2)),
                           .customer = draw.between(0, customers),
                           .preferred = random_list(draw, agents, 0),
                           .patience = draw.seconds(1, 400),
                           .service = draw.seconds(1, 120)});
    if (groups == DayGroups::several && draw.one_in(5)) {
      day.breaks.push_back({now, static_cast<std::size_t>(draw.between(0, agents - 1))});
    }
  }
  return day;
}

Blueprint without_affinity(Blueprint blueprint) {
  for (SkillGroup& group : blueprint.groups) group.affinity = no_preference();
  blueprint.memory = {};
  return blueprint;
}

Blueprint with_holds(Blueprint blueprint, std::uint64_t seed) {
  Draw draw{seed};
  return with_strategies(std::move(blueprint), [&draw](const AffinityStrategy& strategy) {
    AffinityStrategy held = strategy.held(draw.seconds(0, 60), strategy.hold_place);
    const bool has_rings = held.kind == AffinityKind::given || held.kind == AffinityKind::listed;
    if (has_rings && held.hold > 2s && draw.one_in(2)) held.ring = 2s;
    return held;
  });
}

Duration longest_hold(const SkillGroup& group) {
  Duration longest_is{0};
  for (const AffinityStrategy& strategy : group.affinity.criteria()) {
    longest_is = std::max(longest_is, strategy.hold);
  }
  return longest_is;
}

std::vector<DayOutcome> played(const RandomDay& day, const Blueprint& blueprint) {
  return Play{day, blueprint}.run();
}

}  // namespace v1
}  // namespace acd
