// The loop: whatever comes first, told to the router; and what customers and agents do in answer.
#include "acd/simulation/simulation.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "acd/engine/router.hpp"
#include "simulation/agenda.hpp"
#include "simulation/arrival_source.hpp"
#include "simulation/tally.hpp"

namespace acd {
inline namespace v1 {

using simulation::Agenda;
using simulation::ArrivalSource;
using simulation::Plan;
using simulation::Planned;
using simulation::Tally;
using simulation::Visit;

class Simulation::World {
 public:
  World(const Scenario& scenario, const CompiledPlan& plan)
      : scenario_{&scenario}, plan_{&plan}, tally_{scenario} {}

  ReplicationResult run(std::uint64_t seed, std::uint64_t replication, JournalWriter* journal);

 private:
  /// Somebody who will call again.
  struct Redialler {
    std::uint64_t draws = 0;
    std::uint32_t demand = 0;
    std::uint8_t attempts = 1;
  };

  static std::uint64_t packed(std::uint32_t slot, std::uint32_t generation) {
    return std::uint64_t{generation} << 32 | slot;
  }
  static SessionHandle session_of(std::uint64_t packed) {
    return {static_cast<std::uint32_t>(packed), static_cast<std::uint32_t>(packed >> 32)};
  }
  static OfferToken offer_of(std::uint64_t packed) {
    return {static_cast<std::uint32_t>(packed), static_cast<std::uint32_t>(packed >> 32)};
  }

  void begin(std::uint64_t seed, std::uint64_t replication);
  bool step();
  void perform(const Plan& plan);
  void arrive(std::uint32_t demand);
  void call(std::uint32_t demand, std::uint64_t draws, std::uint8_t attempts,
            const RecordedArrival* recorded);
  void admit(SessionHandle session, const Visit& visit, const RecordedArrival* recorded);
  void complete(SessionHandle session);
  void abandon(SessionHandle session);
  void answer(OfferToken offer);
  void come(const Stretch& stretch);
  void go(const Stretch& stretch);
  Status give(const Command& command);
  void hear();
  void hear(const Event& event);
  void hear_state(const Event& event);
  void hear_wrap_up(const Event& event);
  void hear_requeued(const Event& event);
  void hear_assigned(const Event& event);
  void hear_ended(const Event& event);
  void hear_queued(const Event& event);
  void hear_offered(const Event& event);
  void hear_overflowed(const Event& event);
  void call_again(const Visit& visit);
  [[nodiscard]] Visit* visit_of(SessionHandle session);
  [[nodiscard]] Duration service_of(const Visit& visit, std::uint32_t agent) const;
  [[nodiscard]] bool is_absent(std::uint32_t agent) const { return absent_[agent]; }

  const Scenario* scenario_;
  const CompiledPlan* plan_;
  std::unique_ptr<Router> router_{};
  JournalWriter* journal_ = nullptr;
  Instant now_{};
  Agenda agenda_{};
  Tally tally_;
  std::vector<ArrivalSource> sources_{};
  std::vector<Random> visitors_{};  ///< by demand: seeds of those who come
  std::vector<Random> habits_{};    ///< by agent
  std::vector<bool> absent_{};
  std::vector<Visit> visits_{};           ///< by session slot
  std::vector<Duration> services_{};      ///< by session slot, of those recorded; else zero
  std::vector<Instant> serving_since_{};  ///< by session slot
  std::vector<Instant> wrap_up_since_{};  ///< by agent
  std::vector<Redialler> rediallers_{};
  std::uint64_t commands_ = 0;
};

void Simulation::World::begin(std::uint64_t seed, std::uint64_t replication) {
  const Blueprint& blueprint = scenario_->blueprint;
  router_ = std::make_unique<Router>(*plan_);
  agenda_.clear();
  tally_.clear();
  sources_.clear();
  visitors_.clear();
  habits_.clear();
  rediallers_.clear();
  absent_.assign(blueprint.agents.size(), false);
  visits_.assign(blueprint.limits.sessions, {});
  services_.assign(blueprint.limits.sessions, {});
  serving_since_.assign(blueprint.limits.sessions, {});
  wrap_up_since_.assign(blueprint.agents.size(), {});
  commands_ = 0;
  now_ = scenario_->begin;
  for (std::uint32_t i = 0; i < blueprint.agents.size(); ++i) {
    habits_.push_back(stream(seed, replication, DrawPurpose::answer, i));
    Random absence = stream(seed, replication, DrawPurpose::absence, i);
    absent_[i] = absence.uniform() < scenario_->habits.absence;
  }
  for (std::uint32_t i = 0; i < scenario_->demands.size(); ++i) {
    sources_.emplace_back(*scenario_, scenario_->demands[i], seed, replication, i);
    visitors_.push_back(stream(seed, replication, DrawPurpose::customer, i));
    if (sources_[i].next() != never) agenda_.add(sources_[i].next(), Planned::arrive, i);
  }
  for (std::size_t i = 0; i < scenario_->staff.size(); ++i) {
    if (is_absent(scenario_->staff[i].agent)) continue;
    agenda_.add(scenario_->staff[i].begin, Planned::sign_in, i);
    agenda_.add(scenario_->staff[i].end, Planned::sign_out, i);
  }
  for (std::size_t i = 0; i < scenario_->happenings.size(); ++i) {
    agenda_.add(scenario_->happenings[i].at, Planned::happening, i);
  }
  give({.kind = CommandKind::advance});  // time plans start here
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
  for (const Visit& visit : visits_) {
    if (visit.generation != 0) tally_.left_waiting(visit);
  }
  result.statistics = tally_.finish(std::max(now_, scenario_->end));
  return result;
}

// What falls due in the router comes first. When nothing is planned and nobody is there any more,
// what its time plans still bring does not count.
bool Simulation::World::step() {
  const Instant due = router_->next_deadline();
  const bool has_plans = !agenda_.empty();
  if (!has_plans && router_->counts().live == 0) return false;
  if (!has_plans && due == never) return false;  // whoever waits now, waits for ever
  if (!has_plans || due <= agenda_.top().at()) {
    now_ = due;
    give({.kind = CommandKind::advance});
    return true;
  }
  const Plan plan = agenda_.take();
  now_ = plan.at();
  perform(plan);
  return true;
}

void Simulation::World::perform(const Plan& plan) {
  switch (plan.what()) {
    case Planned::confirm:
      static_cast<void>(give({.kind = CommandKind::withdrawn, .offer = offer_of(plan.subject)}));
      return;
    case Planned::complete: return complete(session_of(plan.subject));
    case Planned::end_wrap_up:
      static_cast<void>(give({.kind = CommandKind::end_wrap_up, .offer = offer_of(plan.subject)}));
      return;
    case Planned::answer: return answer(offer_of(plan.subject));
    case Planned::sign_out: return go(scenario_->staff[plan.subject]);
    case Planned::sign_in: return come(scenario_->staff[plan.subject]);
    case Planned::back_ready: {
      const AgentHandle agent = router_->agent(plan.subject);
      if (router_->view(agent)->state != AgentState::not_ready) return;
      give({.kind = CommandKind::ready, .agent = agent});
      return;
    }
    case Planned::happening: give(scenario_->happenings[plan.subject].command); return;
    case Planned::redial: {
      const Redialler redialler = rediallers_[plan.subject];
      return call(redialler.demand, redialler.draws, redialler.attempts, nullptr);
    }
    case Planned::abandon: return abandon(session_of(plan.subject));
    case Planned::arrive: return arrive(static_cast<std::uint32_t>(plan.subject));
  }
}

Status Simulation::World::give(const Command& command) {
  ++commands_;
  if (journal_ != nullptr) static_cast<void>(journal_->append(command, now_));
  const Status status = router_->apply(command, now_);
  hear();
  return status;
}

void Simulation::World::hear() {
  for (const Event& event : router_->drain_events()) hear(event);
}

Visit* Simulation::World::visit_of(SessionHandle session) {
  Visit& visit = visits_[session.slot];
  return visit.generation == session.generation ? &visit : nullptr;
}

// --- customers ------------------------------------------------------------------------

void Simulation::World::arrive(std::uint32_t demand) {
  ArrivalSource& source = sources_[demand];
  const RecordedArrival* recorded = source.recorded();
  call(demand, visitors_[demand].next(), 1, recorded);
  source.pass();
  if (source.next() != never) agenda_.add(source.next(), Planned::arrive, demand);
}

void Simulation::World::call(std::uint32_t line, std::uint64_t draws, std::uint8_t attempts,
                             const RecordedArrival* recorded) {
  const Demand& demand = scenario_->demands[line];
  Visit visit{.draws = draws, .arrived = now_, .demand = line, .attempts = attempts};
  tally_.offered(visit, demand.arrive.group);
  Command command = demand.arrive;
  if (recorded != nullptr) {
    command.customer = recorded->customer;
  } else if (demand.customers > 0) {
    Random own{draws ^ static_cast<std::uint64_t>(DrawPurpose::customer)};
    command.customer = 1 + static_cast<std::uint64_t>(own.uniform() * demand.customers);
  }
  ++commands_;
  if (journal_ != nullptr) static_cast<void>(journal_->append(command, now_));
  const Router::Arrival arrival = router_->arrive(command, now_);
  if (arrival.status != Status::applied) {
    tally_.blocked(visit);
    hear();
    return;
  }
  admit(arrival.session, visit, recorded);
}

// The events of the arrival are still to be heard: they find the visit.
void Simulation::World::admit(SessionHandle session, const Visit& visit,
                              const RecordedArrival* recorded) {
  const Demand& demand = scenario_->demands[visit.demand];
  Visit& own = visits_[session.slot];
  own = visit;
  own.generation = session.generation;
  services_[session.slot] = recorded == nullptr ? Duration{0} : recorded->service;
  hear();
  if (own.generation != session.generation) return;  // it has ended
  const bool is_served = own.assigned != never;
  if (is_served) return;
  if (!own.waits && !demand.arrive.group.is_none()) {
    const std::optional<SessionView> view = router_->view(session);
    if (view && view->state == SessionState::waiting) tally_.waits(own, view->group, now_);
  }
  Random patience{visit.draws ^ static_cast<std::uint64_t>(DrawPurpose::patience) << 32};
  if (demand.balking > 0 && patience.uniform() < demand.balking) return abandon(session);
  const Duration patient =
      recorded == nullptr ? demand.patience.sample(patience) : recorded->patience;
  if (patient < longest) {
    agenda_.add(now_ + patient, Planned::abandon, packed(session.slot, session.generation));
  }
}

Duration Simulation::World::service_of(const Visit& visit, std::uint32_t agent) const {
  const Demand& demand = scenario_->demands[visit.demand];
  const TimeDistribution* service = &demand.service;
  for (const ServiceOf& own : demand.service_of) {
    if (own.agent == agent) service = &own.service;
  }
  Random random{visit.draws};
  return service->sample(random);
}

void Simulation::World::complete(SessionHandle session) {
  Visit* visit = visit_of(session);
  if (visit == nullptr) return;
  tally_.served(*visit, serving_since_[session.slot], now_);
  ++commands_;
  if (journal_ != nullptr) {
    static_cast<void>(journal_->append({.kind = CommandKind::complete, .session = session}, now_));
  }
  static_cast<void>(router_->complete(session, now_));
  hear();
}

void Simulation::World::abandon(SessionHandle session) {
  const Visit* visit = visit_of(session);
  if (visit == nullptr || visit->assigned != never || visit->is_patient) return;
  give({.kind = CommandKind::cancel, .session = session});
}

void Simulation::World::call_again(const Visit& visit) {
  const std::optional<Redial>& redial = scenario_->demands[visit.demand].redial;
  if (!redial || visit.attempts > redial->times_max) return;
  Random again{visit.draws ^ static_cast<std::uint64_t>(DrawPurpose::redial) << 32};
  if (again.uniform() >= redial->probability) return;
  const Instant at = now_ + redial->after.sample(again);
  rediallers_.push_back(
      {again.next(), visit.demand, static_cast<std::uint8_t>(visit.attempts + 1)});
  agenda_.add(at, Planned::redial, rediallers_.size() - 1);
}

// --- agents ---------------------------------------------------------------------------

void Simulation::World::come(const Stretch& stretch) {
  const AgentHandle agent = router_->agent(stretch.agent);
  give({.kind = CommandKind::sign_in, .agent = agent});
  give({.kind = CommandKind::ready, .agent = agent});
}

void Simulation::World::go(const Stretch& stretch) {
  give({.kind = CommandKind::drain, .agent = router_->agent(stretch.agent)});
}

void Simulation::World::answer(OfferToken offer) {
  static_cast<void>(give({.kind = CommandKind::accept, .offer = offer}));
}

// --- what the router says -------------------------------------------------------------

void Simulation::World::hear(const Event& event) {
  switch (event.kind) {
    case EventKind::assigned: return hear_assigned(event);
    case EventKind::ended: return hear_ended(event);
    case EventKind::queued: return hear_queued(event);
    case EventKind::offered: return hear_offered(event);
    case EventKind::offer_withdrawn:
      return agenda_.add(now_, Planned::confirm, packed(event.offer.slot, event.offer.generation));
    case EventKind::overflowed: return hear_overflowed(event);
    case EventKind::scheduled:
      if (Visit* visit = visit_of(event.session); visit != nullptr) visit->is_patient = true;
      return;
    case EventKind::requeued: return hear_requeued(event);
    case EventKind::agent_state: return hear_state(event);
    case EventKind::wrap_up_started: return hear_wrap_up(event);
    case EventKind::wrap_up_ended:
      tally_.wraps_up(event.agent.slot, wrap_up_since_[event.agent.slot], event.at);
      tally_.ends_work(event.agent.slot, event.at);
      return;
    case EventKind::arrived:
    case EventKind::offer_ended:
    case EventKind::changed:
    case EventKind::wrap_up_extended:
    case EventKind::agent_changed:
    case EventKind::requirement_defined:
    case EventKind::routed:
    case EventKind::plan_opened:
    case EventKind::plan_closed:
    case EventKind::transition_added:
    case EventKind::timetables_extended:
    case EventKind::timetables_ended:
    case EventKind::also_queued:
    case EventKind::reminded:
    case EventKind::fell_due:
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

void Simulation::World::hear_state(const Event& event) {
  tally_.agent_state(event.agent.slot, event.state, event.at);
  if (event.cause != Cause::misses) return;
  agenda_.add(now_ + scenario_->habits.back_after, Planned::back_ready, event.agent.slot);
}

// He is still on the line, and does not give up: somebody will take him.
void Simulation::World::hear_requeued(const Event& event) {
  Visit* visit = visit_of(event.session);
  if (visit == nullptr) return;
  tally_.served(*visit, serving_since_[event.session.slot], event.at);
  tally_.ends_work(event.agent.slot, event.at);
  visit->assigned = never;
  visit->is_patient = true;
  tally_.waits(*visit, event.group, event.at);
}

// The session has ended just before.
void Simulation::World::hear_wrap_up(const Event& event) {
  tally_.begins_work(event.agent.slot, event.at);
  wrap_up_since_[event.agent.slot] = event.at;
  const Visit& visit = visits_[event.session.slot];
  const std::optional<TimeDistribution>& own = scenario_->demands[visit.demand].wrap_up;
  if (!own) return;
  Random random{visit.draws ^ static_cast<std::uint64_t>(DrawPurpose::wrap_up) << 32};
  const Instant at = event.at + own->sample(random);
  if (at >= event.until) return;
  agenda_.add(at, Planned::end_wrap_up, packed(event.offer.slot, event.offer.generation));
}

void Simulation::World::hear_assigned(const Event& event) {
  Visit* visit = visit_of(event.session);
  if (visit == nullptr) return;
  const std::uint32_t slot = event.session.slot;
  tally_.assigned(*visit, event.group, event.agent.slot, event.at);
  serving_since_[slot] = event.at;
  const Duration recorded = services_[slot];
  const Duration service = recorded > Duration{0} ? recorded : service_of(*visit, event.agent.slot);
  agenda_.add(event.at + service, Planned::complete, packed(slot, event.session.generation));
}

void Simulation::World::hear_ended(const Event& event) {
  Visit* visit = visit_of(event.session);
  if (visit == nullptr) return;
  if (visit->assigned != never) tally_.ends_work(visit->agent, event.at);
  tally_.ended(*visit, event.cause, event.at);
  const bool gave_up = event.cause == Cause::abandoned || event.cause == Cause::short_abandoned;
  visit->generation = 0;
  if (gave_up) call_again(*visit);
}

void Simulation::World::hear_queued(const Event& event) {
  if (Visit* visit = visit_of(event.session); visit != nullptr) {
    tally_.waits(*visit, event.group, event.at);
  }
}

// Many rules only raise a priority or ask for less: they move nobody.
void Simulation::World::hear_overflowed(const Event& event) {
  Visit* visit = visit_of(event.session);
  if (visit == nullptr) return;
  if (event.value >= 0) {
    const std::vector<OverflowRule>& rules =
        scenario_->blueprint.groups[event.group.index()].overflow;
    const OverflowRule& rule = rules[static_cast<std::size_t>(event.value)];
    if (rule.targets.empty() && rule.also_in.empty()) return;
  }
  tally_.overflowed(*visit, event.group, event.cause);
}

void Simulation::World::hear_offered(const Event& event) {
  Random& habit = habits_[event.agent.slot];
  if (habit.uniform() < scenario_->habits.no_answer) return;
  const Instant at = now_ + scenario_->habits.answer_after.sample(habit);
  agenda_.add(at, Planned::answer, packed(event.offer.slot, event.offer.generation));
}

Simulation::Simulation(const Scenario& scenario, const CompiledPlan& plan)
    : world_{std::make_unique<World>(scenario, plan)} {}
Simulation::~Simulation() = default;
Simulation::Simulation(Simulation&&) noexcept = default;
Simulation& Simulation::operator=(Simulation&&) noexcept = default;

ReplicationResult Simulation::run(std::uint64_t seed, std::uint64_t replication,
                                  JournalWriter* journal) {
  return world_->run(seed, replication, journal);
}

}  // namespace v1
}  // namespace acd
