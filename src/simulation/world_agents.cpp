// Agents: they come and go, answer offers, wrap up; and sites go dark.
#include "simulation/world.hpp"

namespace acd {
inline namespace v1 {

bool Simulation::World::is_absent(std::uint64_t seed, std::uint64_t replication,
                                  std::uint32_t agent) const {
  Random drawn = stream(seed, replication, DrawPurpose::absence, agent);
  return drawn.uniform() < scenario_->habits.absence;
}

// Whom a shift signs in, the host cannot keep away: he would take who waits at that instant.
CompiledPlan Simulation::World::plan_of(std::uint64_t seed, std::uint64_t replication) const {
  std::vector<std::uint32_t> missed;
  const std::vector<Agent>& agents = scenario_->blueprint.agents;
  for (std::uint32_t i = 0; scenario_->habits.absence > 0 && i < agents.size(); ++i) {
    const bool has_shift = !agents[i].shift.is_none() && agents[i].shift_kind == ShiftKind::fixed;
    if (has_shift && is_absent(seed, replication, i)) missed.push_back(i);
  }
  if (missed.empty()) return *plan_;
  Blueprint without = scenario_->blueprint;
  for (const std::uint32_t i : missed) without.agents[i].shift = TimePlanId::none();
  return CompiledPlan::compile(without, registry_).plan.value();
}

void Simulation::World::come(const Stretch& stretch) {
  workers_[stretch.agent].is_at_work = true;
  if (workers_[stretch.agent].is_dark) return;
  const AgentHandle agent = router_->agent(stretch.agent);
  give({.kind = CommandKind::sign_in, .agent = agent});
  give({.kind = CommandKind::ready, .agent = agent});
}

void Simulation::World::go(const Stretch& stretch) {
  workers_[stretch.agent].is_at_work = false;
  give({.kind = CommandKind::drain, .agent = router_->agent(stretch.agent)});
}

void Simulation::World::be_ready_again(std::uint32_t line) {
  const AgentHandle agent = router_->agent(line);
  if (router_->view(agent)->state != AgentState::not_ready) return;
  give({.kind = CommandKind::ready, .agent = agent});
}

// --- outages --------------------------------------------------------------------------

void Simulation::World::go_dark(const Outage& outage) {
  for (std::uint32_t i = 0; i < workers_.size(); ++i) {
    if (scenario_->blueprint.agents[i].team != outage.team) continue;
    workers_[i].is_dark = true;
    lose(i, outage.calls);
  }
}

void Simulation::World::lose(std::uint32_t agent, LostCalls calls) {
  std::vector<SessionHandle> cut;
  for (std::uint32_t slot = 0; calls == LostCalls::cut && slot < visits_.size(); ++slot) {
    const Visit& visit = visits_[slot];
    const bool is_with_him =
        visit.generation != 0 && visit.assigned != never && visit.agent == agent;
    if (is_with_him) cut.push_back({slot, visit.generation});
  }
  give({.kind = CommandKind::lose_agent, .agent = router_->agent(agent)});
  for (const SessionHandle session : cut) {
    if (Visit* visit = visit_of(session); visit != nullptr) visit->is_patient = false;
    abandon(session);
  }
}

// Those who would be at work come back.
void Simulation::World::light_up(const Outage& outage) {
  for (std::uint32_t i = 0; i < workers_.size(); ++i) {
    if (scenario_->blueprint.agents[i].team != outage.team) continue;
    workers_[i].is_dark = false;
    const bool is_expected = workers_[i].is_at_work || has_shift_now(i);
    if (!is_expected) continue;
    const AgentHandle agent = router_->agent(i);
    give({.kind = CommandKind::sign_in, .agent = agent});
    give({.kind = CommandKind::ready, .agent = agent});
  }
}

// One for which the router signs him in.
bool Simulation::World::has_shift_now(std::uint32_t agent) const {
  const Agent& line = scenario_->blueprint.agents[agent];
  if (workers_[agent].is_absent) return false;
  if (line.shift.is_none() || line.shift_kind != ShiftKind::fixed) return false;
  const std::optional<PlanView> shift = router_->view(line.shift);
  return shift && shift->is_open;
}

// --- what they hear -------------------------------------------------------------------

void Simulation::World::hear_offered(const Event& event) {
  Random& habit = workers_[event.agent.slot].habit;
  if (habit.uniform() < scenario_->habits.no_answer) return;
  const Instant at = now_ + scenario_->habits.answer_after.sample(habit);
  agenda_.add(at, Planned::answer, packed(event.offer.slot, event.offer.generation));
}

void Simulation::World::hear_state(const Event& event) {
  const std::uint32_t agent = event.agent.slot;
  tally_.agent_state(agent, event.state, event.at);
  if (event.cause == Cause::misses) {
    agenda_.add(now_ + scenario_->habits.back_after, Planned::back_ready, agent);
  }
  const bool comes = event.cause == Cause::shift && event.state == AgentState::ready;
  if (comes && workers_[agent].is_dark) agenda_.add(now_, Planned::lose, agent);
}

// The session has ended just before.
void Simulation::World::hear_wrap_up(const Event& event) {
  tally_.begins_work(event.agent.slot, event.at);
  if (event.offer.slot >= wrap_ups_.size()) wrap_ups_.resize(event.offer.slot + 1);
  wrap_ups_[event.offer.slot] = event.at;
  const Visit& visit = visits_[event.session.slot];
  const std::optional<TimeDistribution>& own = scenario_->demands[visit.demand].wrap_up;
  if (!own) return;
  Random drawn = drawing(visit, DrawPurpose::wrap_up);
  const Instant at = event.at + own->sample(drawn);
  if (at >= event.until) return;
  agenda_.add(at, Planned::end_wrap_up, packed(event.offer.slot, event.offer.generation));
}

void Simulation::World::hear_wrap_up_end(const Event& event) {
  tally_.wraps_up(event.agent.slot, wrap_ups_[event.offer.slot], event.at);
  tally_.ends_work(event.agent.slot, event.at);
}

}  // namespace v1
}  // namespace acd
