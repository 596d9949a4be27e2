// The router's side: a blueprint that asks for what the bare loop does.
#include "sides.hpp"

#include "plan.hpp"

namespace acd::bench {
namespace {

Blueprint blueprint_of(const Trace& trace) {
  const Workload& workload = trace.workload;
  Blueprint blueprint;
  blueprint.limits.sessions = trace.sessions;
  blueprint.add(Channel{.name = "voice"});
  blueprint.add(Reason{.name = "pause"});
  for (std::uint32_t i = 0; i < workload.groups; ++i) {
    blueprint.add(SkillGroup{.name = numbered('g', i)});
  }
  for (std::uint32_t i = 0; i < workload.agents; ++i) {
    Agent agent{.name = numbered('a', i)};
    for (std::uint32_t j = 0; j < workload.memberships; ++j) {
      agent.memberships.push_back(
          {.group = GroupId{trace.memberships[i * workload.memberships + j]}});
    }
    blueprint.add(agent);
  }
  return blueprint;
}

}  // namespace

RouterSide::RouterSide(const Trace& trace)
    : router_{compiled(blueprint_of(trace))},
      agents_{trace.workload.agents},
      handles_(trace.sessions),
      numbers_(trace.sessions) {
  arrival_.kind = CommandKind::arrive;
  for (std::uint32_t i = 0; i < agents_; ++i) count(router_.sign_in(router_.agent(i), begin_));
  count(router_.advance(begin_));
}

void RouterSide::reset() {
  begin_ = router_.now() + std::chrono::seconds{1};
  for (std::uint32_t i = 0; i < agents_; ++i) {
    const AgentHandle agent = router_.agent(i);
    if (router_.view(agent)->state == AgentState::ready) {
      count(router_.not_ready(agent, ReasonId{0}, begin_));
    }
    count(router_.ready(agent, begin_));
    static_cast<void>(router_.drain_events());
  }
  assignments_ = {};
}

}  // namespace acd::bench
