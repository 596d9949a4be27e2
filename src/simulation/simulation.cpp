// The loop: whatever comes first, told to the router; and what is heard of it.
#include "acd/simulation/simulation.hpp"

#include <algorithm>
#include <utility>

#include "simulation/world.hpp"

namespace acd {
inline namespace v1 {

void Simulation::World::begin(std::uint64_t seed, std::uint64_t replication) {
  const Blueprint& blueprint = scenario_->blueprint;
  router_ = std::make_unique<Router>(plan_of(seed, replication));
  agenda_.clear();
  comings_.clear();
  tally_.clear();
  sources_.clear();
  arrivals_.clear();
  visitors_.clear();
  callers_.clear();
  workers_.assign(blueprint.agents.size(), {});
  visits_.assign(blueprint.limits.sessions, {});
  lines_.assign(blueprint.limits.sessions, {});
  faults_ = stream(seed, replication, DrawPurpose::fault, 0);
  commands_ = 0;
  now_ = scenario_->begin;
  for (std::uint32_t i = 0; i < workers_.size(); ++i) {
    workers_[i].habit = stream(seed, replication, DrawPurpose::answer, i);
    workers_[i].is_absent = is_absent(seed, replication, i);
  }
  plan_day(seed, replication);
  give({.kind = CommandKind::advance});  // time plans start here
}

void Simulation::World::plan_day(std::uint64_t seed, std::uint64_t replication) {
  for (std::uint32_t i = 0; i < scenario_->demands.size(); ++i) {
    sources_.emplace_back(*scenario_, scenario_->demands[i], seed, replication, i);
    arrivals_.push_back(scenario_->demands[i].arrive);
    visitors_.push_back(stream(seed, replication, DrawPurpose::customer, i));
    if (sources_[i].next() != never) comings_.add(sources_[i].next(), Planned::arrive, i);
  }
  for (std::size_t i = 0; i < scenario_->staff.size(); ++i) {
    if (workers_[scenario_->staff[i].agent].is_absent) continue;
    agenda_.add(scenario_->staff[i].begin, Planned::sign_in, i);
    agenda_.add(scenario_->staff[i].end, Planned::sign_out, i);
  }
  for (std::size_t i = 0; i < scenario_->happenings.size(); ++i) {
    agenda_.add(scenario_->happenings[i].at, Planned::happening, i);
  }
  for (std::size_t i = 0; i < scenario_->outages.size(); ++i) {
    agenda_.add(scenario_->outages[i].begin, Planned::go_dark, i);
    agenda_.add(scenario_->outages[i].end, Planned::light_up, i);
  }
  const Duration reconcile_every = scenario_->faults.reconcile_every;
  if (reconcile_every > Duration{0}) agenda_.add(now_ + reconcile_every, Planned::reconcile, 0);
}

ReplicationResult Simulation::World::run(std::uint64_t seed, std::uint64_t replication,
                                         JournalWriter* journal) {
  journal_ = journal;
  begin(seed, replication);
  while (step()) {
  }
  ReplicationResult result;
  result.state_hash = router_->state_hash();
  result.commands = commands_;
  result.events = router_->counts().events;
  close();
  result.statistics = tally_.finish(std::max(now_, scenario_->end));
  return result;
}

// Whoever is still there when nothing more can happen.
void Simulation::World::close() {
  for (std::size_t slot = 0; slot < visits_.size(); ++slot) {
    Visit& visit = visits_[slot];
    if (visit.generation == 0) continue;
    const bool was_served = lines_[slot].is_gone && visit.assigned != never;
    if (was_served) {
      tally_.ended(visit, Cause::lost, now_);
    } else {
      tally_.left_waiting(visit);
    }
  }
}

// What falls due in the router comes first. When nothing is planned and nobody is there any more,
// what its time plans bring after the end does not count.
bool Simulation::World::step() {
  const Instant due = router_->next_deadline();
  const bool is_coming = !comings_.empty() && (agenda_.empty() || comings_.top() < agenda_.top());
  simulation::Agenda& agenda = is_coming ? comings_ : agenda_;
  const bool has_plans = !agenda.empty();
  if (!has_plans && router_->counts().live == 0 && due >= scenario_->end) return false;
  if (!has_plans && due == never) return false;  // whoever waits now, waits for ever
  if (!has_plans || due <= agenda.top().at()) {
    now_ = due;
    give({.kind = CommandKind::advance});
    return true;
  }
  const Plan plan = agenda.take();
  now_ = plan.at();
  perform(plan);
  return true;
}

void Simulation::World::perform(const Plan& plan) {
  const auto agent = static_cast<std::uint32_t>(plan.subject);
  switch (plan.what()) {
    case Planned::confirm:
      static_cast<void>(give({.kind = CommandKind::withdrawn, .offer = offer_of(plan.subject)}));
      return;
    case Planned::complete: return complete(session_of(plan.subject));
    case Planned::end_wrap_up:
      static_cast<void>(tell({.kind = CommandKind::end_wrap_up, .offer = offer_of(plan.subject)}));
      return;
    case Planned::answer:
      static_cast<void>(tell({.kind = CommandKind::accept, .offer = offer_of(plan.subject)}));
      return;
    case Planned::press_key: return press_key(session_of(plan.subject));
    case Planned::leave_bot: return leave_bot(session_of(plan.subject));
    case Planned::sign_out: return go(scenario_->staff[plan.subject]);
    case Planned::sign_in: return come(scenario_->staff[plan.subject]);
    case Planned::back_ready: return be_ready_again(agent);
    case Planned::lose: return lose(agent, LostCalls::requeued);
    case Planned::go_dark: return go_dark(scenario_->outages[plan.subject]);
    case Planned::light_up: return light_up(scenario_->outages[plan.subject]);
    case Planned::happening: give(scenario_->happenings[plan.subject].command); return;
    case Planned::reconcile: return reconcile();
    case Planned::redial: {
      const Caller caller = callers_[plan.subject];
      return call(caller.demand, caller.draws, caller.attempts, nullptr);
    }
    case Planned::abandon: return abandon(session_of(plan.subject));
    case Planned::arrive: return arrive(static_cast<std::uint32_t>(plan.subject));
  }
}

// --- commands -------------------------------------------------------------------------

void Simulation::World::note(const Command& command) {
  ++commands_;
  if (journal_ != nullptr) static_cast<void>(journal_->append(command, now_));
}

Status Simulation::World::give(const Command& command) {
  note(command);
  const Status status = router_->apply(command, now_);
  hear();
  return status;
}

// A message of the host, which may get lost or come twice.
Status Simulation::World::tell(const Command& command) {
  const HostFaults& faults = scenario_->faults;
  if (faults.lost > 0 && faults_.uniform() < faults.lost) return Status::applied;
  const Status status = give(command);
  if (faults.repeated > 0 && faults_.uniform() < faults.repeated) {
    static_cast<void>(give(command));
  }
  return status;
}

// The host knows who is on its lines.
void Simulation::World::reconcile() {
  for (std::uint32_t slot = 0; slot < visits_.size(); ++slot) {
    const bool is_on_line = visits_[slot].generation != 0 && !lines_[slot].is_gone;
    if (!is_on_line) continue;
    static_cast<void>(
        give({.kind = CommandKind::confirm, .session = {slot, visits_[slot].generation}}));
  }
  static_cast<void>(give({.kind = CommandKind::reconcile, .start = now_}));
  const bool goes_on = now_ < scenario_->end || router_->counts().live != 0;
  if (goes_on) agenda_.add(now_ + scenario_->faults.reconcile_every, Planned::reconcile, 0);
}

// --- what the router says -------------------------------------------------------------

void Simulation::World::hear() {
  for (const Event& event : router_->drain_events()) hear(event);
}

void Simulation::World::hear(const Event& event) {
  switch (event.kind) {
    case EventKind::assigned: return hear_assigned(event);
    case EventKind::ended: return hear_ended(event);
    case EventKind::queued: return hear_queued(event);
    case EventKind::offered: return hear_offered(event);
    case EventKind::offer_withdrawn:
      return agenda_.add(now_, Planned::confirm, packed(event.offer.slot, event.offer.generation));
    case EventKind::overflowed: return hear_overflowed(event);
    case EventKind::fell_due:
      if (Visit* visit = visit_of(event.session); visit != nullptr) tally_.fell_due(*visit);
      return;
    case EventKind::scheduled:
      if (Visit* visit = visit_of(event.session); visit != nullptr) visit->is_patient = true;
      return;
    case EventKind::requeued: return hear_requeued(event);
    case EventKind::agent_state: return hear_state(event);
    case EventKind::wrap_up_started: return hear_wrap_up(event);
    case EventKind::wrap_up_ended: return hear_wrap_up_end(event);
    case EventKind::routed: return hear_routed(event);
    case EventKind::changed: return hear_changed(event);
    case EventKind::arrived:
    case EventKind::offer_ended:
    case EventKind::wrap_up_extended:
    case EventKind::agent_changed:
    case EventKind::requirement_defined:
    case EventKind::plan_opened:
    case EventKind::plan_closed:
    case EventKind::transition_added:
    case EventKind::timetables_extended:
    case EventKind::timetables_ended:
    case EventKind::also_queued:
    case EventKind::reminded:
    case EventKind::surge_entered:
    case EventKind::surge_left:
    case EventKind::surge_released:
    case EventKind::break_held:
    case EventKind::break_denied:
    case EventKind::held:
    case EventKind::hold_ended:
    case EventKind::owner_changed:
    case EventKind::owners_moved:
    case EventKind::forgotten: return;
  }
}

Simulation::Simulation(const Scenario& scenario, const CompiledPlan& plan, Registry registry)
    : world_{std::make_unique<World>(scenario, plan, std::move(registry))} {}
Simulation::~Simulation() = default;
Simulation::Simulation(Simulation&&) noexcept = default;
Simulation& Simulation::operator=(Simulation&&) noexcept = default;

ReplicationResult Simulation::run(std::uint64_t seed, std::uint64_t replication,
                                  JournalWriter* journal) {
  return world_->run(seed, replication, journal);
}

CompiledPlan Simulation::plan_of(std::uint64_t seed, std::uint64_t replication) const {
  return world_->plan_of(seed, replication);
}

}  // namespace v1
}  // namespace acd
