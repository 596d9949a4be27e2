// Customers: they come, press keys, wait, give up, are served, call again.
#include <utility>

#include "simulation/world.hpp"

namespace acd {
inline namespace v1 {

Simulation::World::Visit* Simulation::World::visit_of(SessionHandle session) {
  Visit& visit = visits_[session.slot];
  return visit.generation == session.generation ? &visit : nullptr;
}

void Simulation::World::arrive(std::uint32_t demand) {
  simulation::ArrivalSource& source = sources_[demand];
  const RecordedArrival* recorded = source.recorded();
  call(demand, visitors_[demand].next(), 1, recorded);
  source.pass();
  if (source.next() != never) comings_.add(source.next(), Planned::arrive, demand);
}

void Simulation::World::call(std::uint32_t line, std::uint64_t draws, std::uint8_t attempts,
                             const RecordedArrival* recorded) {
  const Demand& demand = scenario_->demands[line];
  Visit visit{.draws = draws, .arrived = now_, .demand = line, .attempts = attempts};
  Command& command = arrivals_[line];
  if (!demand.recorded.empty()) record(command, demand, recorded);
  tally_.offered(visit, command.group);
  if (recorded != nullptr) {
    command.customer = recorded->customer;
  } else if (demand.customers > 0) {
    Random own{draws ^ static_cast<std::uint64_t>(DrawPurpose::customer)};
    command.customer = 1 + static_cast<std::uint64_t>(own.uniform() * demand.customers);
  } else {
    command.customer = demand.arrive.customer;
  }
  visit.customer = command.customer;
  note(command);
  const Router::Arrival arrival = router_->arrive(command, now_);
  if (arrival.status != Status::applied) {
    tally_.blocked(visit);
    hear();
    return;
  }
  admit(arrival.session, visit, recorded);
}

// As they come: those who were not recorded, as the demand says.
void Simulation::World::record(Command& command, const Demand& demand,
                               const RecordedArrival* recorded) {
  const bool has_group = recorded != nullptr && !recorded->group.is_none();
  command.group = has_group ? recorded->group : demand.arrive.group;
  const bool has_priority = recorded != nullptr && recorded->priority;
  command.priority = has_priority ? *recorded->priority : demand.arrive.priority;
}

// The events of the arrival are still to be heard: they find the visit.
void Simulation::World::admit(SessionHandle session, const Visit& visit,
                              const RecordedArrival* recorded) {
  Visit& own = visits_[session.slot];
  Line& line = lines_[session.slot];
  own = visit;
  own.generation = session.generation;
  line = {.recorded = recorded, .is_arriving = true};
  hear();
  line.is_arriving = false;
  const bool is_over = own.generation != session.generation || own.assigned != never;
  if (is_over) return;
  // Who names his group waits there without a word, unless he was told where else he is.
  const GroupId group = arrivals_[visit.demand].group;
  const bool is_in_line = !own.waits && !own.is_patient && !line.is_routed;
  if (is_in_line && !group.is_none()) tally_.waits(own, group, now_);
  if (own.waits && !own.is_patient) begin_patience(session, own);
}

// From now on, for he waits for the first time.
void Simulation::World::begin_patience(SessionHandle session, Visit& visit) {
  const Demand& demand = scenario_->demands[visit.demand];
  Line& line = lines_[session.slot];
  line.has_patience = true;
  Random drawn = drawing(visit, DrawPurpose::patience);
  const bool balks = demand.balking > 0 && drawn.uniform() < demand.balking;
  if (balks) return agenda_.add(now_, Planned::abandon, packed(session));
  const Duration patience = patience_of(demand, line.recorded, drawn);
  if (patience < longest) agenda_.add(now_ + patience, Planned::abandon, packed(session));
}

Duration Simulation::World::patience_of(const Demand& demand, const RecordedArrival* recorded,
                                        Random& drawn) {
  if (recorded == nullptr) return demand.patience.sample(drawn);
  if (recorded->patience) return *recorded->patience;
  if (recorded->waited == Duration{0}) return demand.patience.sample(drawn);
  return demand.patience.sample_beyond(recorded->waited, drawn);
}

// --- what customers do ----------------------------------------------------------------

void Simulation::World::press_key(SessionHandle session) {
  const Visit* visit = visit_of(session);
  const std::optional<SessionView> view = router_->view(session);
  if (visit == nullptr || !view || view->state != SessionState::in_menu) return;
  const std::vector<KeyWeight>& weights = scenario_->demands[visit->demand].keys;
  const auto weight_of = [&](std::int64_t key) {
    for (const KeyWeight& one : weights) {
      if (one.key == key) return one.weight;
    }
    return weights.empty() ? 1.0 : 0.0;
  };
  const std::vector<MenuNode>& nodes = scenario_->blueprint.menu_nodes;
  double sum = 0;
  for (const MenuNode& node : nodes) sum += node.parent == view->node ? weight_of(node.key) : 0;
  Random drawn{drawing(*visit, DrawPurpose::key).next() ^ view->node.index()};
  double left = drawn.uniform() * sum;
  // Of keys that all have no weight, the last.
  std::int64_t key = 0;
  for (const MenuNode& node : nodes) {
    if (node.parent != view->node) continue;
    key = node.key;
    left -= weight_of(node.key);
    if (left < 0) break;
  }
  give({.kind = CommandKind::choose, .session = session, .value = key});
}

const BotHabit& Simulation::World::habit_with(const Visit& visit, BotId bot) const {
  static const BotHabit usual{};
  for (const BotHabit& habit : scenario_->demands[visit.demand].bots) {
    if (habit.bot.is_none() || habit.bot == bot) return habit;
  }
  return usual;
}

void Simulation::World::leave_bot(SessionHandle session) {
  const Visit* visit = visit_of(session);
  const std::optional<SessionView> view = router_->view(session);
  if (visit == nullptr || !view || view->state != SessionState::with_bot) return;
  Random drawn{drawing(*visit, DrawPurpose::bot).next() ^ view->bot.index()};
  const bool is_solved = drawn.uniform() < habit_with(*visit, view->bot).solved;
  const bool is_handed_over = !is_solved && give({.kind = CommandKind::hand_over,
                                                  .session = session}) != Status::hand_over_closed;
  if (!is_handed_over) give({.kind = CommandKind::complete, .session = session});
}

void Simulation::World::abandon(SessionHandle session) {
  Visit* visit = visit_of(session);
  if (visit == nullptr || visit->assigned != never || visit->is_patient) return;
  const std::optional<SessionView> before = router_->view(session);
  if (before && before->state == SessionState::with_bot) {
    lines_[session.slot].has_patience = false;  // somebody talks to him: it begins anew after that
    return;
  }
  static_cast<void>(tell({.kind = CommandKind::cancel, .session = session}));
  const bool was_told = visit->generation != session.generation;
  const std::optional<SessionView> view = router_->view(session);
  if (was_told || !view || view->state == SessionState::leaving) return;
  // He hung up, and the router does not know.
  tally_.ended(*visit, Cause::abandoned, now_);
  visit->is_counted = false;
  visit->is_patient = true;
  lines_[session.slot].has_left = true;
  lines_[session.slot].is_gone = true;
  call_again(*visit);
  follow_up(*visit, Cause::abandoned);
}

// One who was taken from his agent meanwhile is not done then.
void Simulation::World::complete(SessionHandle session) {
  Visit* visit = visit_of(session);
  Line& line = lines_[session.slot];
  const bool is_done =
      visit != nullptr && visit->assigned != never && line.serving_until == now_ && !line.is_gone;
  if (!is_done) return;
  const HostFaults& faults = scenario_->faults;
  if (faults.lost > 0 && faults_.uniform() < faults.lost) {
    line.is_gone = true;
    return;
  }
  finish_service(session);
  if (faults.repeated > 0 && faults_.uniform() < faults.repeated) finish_service(session);
}

void Simulation::World::finish_service(SessionHandle session) {
  if (Visit* visit = visit_of(session); visit != nullptr) {
    tally_.served(*visit, lines_[session.slot].serving_since, now_);
  }
  ++commands_;
  if (journal_ != nullptr) {
    static_cast<void>(journal_->append({.kind = CommandKind::complete, .session = session}, now_));
  }
  static_cast<void>(router_->complete(session, now_));
  hear();
}

void Simulation::World::call_again(const Visit& visit) {
  const std::optional<Redial>& redial = scenario_->demands[visit.demand].redial;
  if (!redial || visit.attempts > redial->times_max) return;
  Random again = drawing(visit, DrawPurpose::redial);
  if (again.uniform() >= redial->probability) return;
  const Instant at = now_ + redial->after.sample(again);
  callers_.push_back({again.next(), visit.demand, static_cast<std::uint8_t>(visit.attempts + 1)});
  agenda_.add(at, Planned::redial, callers_.size() - 1);
}

void Simulation::World::follow_up(const Visit& visit, Cause cause) {
  const std::vector<FollowUp>& all = scenario_->demands[visit.demand].follow_ups;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].after_end != cause) continue;
    Random drawn{drawing(visit, DrawPurpose::follow_up).next() ^ i};
    if (drawn.uniform() >= all[i].probability) continue;
    const Instant at = now_ + all[i].after.sample(drawn);
    callers_.push_back({drawn.next(), all[i].demand, 1});
    agenda_.add(at, Planned::redial, callers_.size() - 1);
  }
}

// --- what they hear -------------------------------------------------------------------

void Simulation::World::hear_routed(const Event& event) {
  const Visit* visit = visit_of(event.session);
  if (visit == nullptr) return;
  lines_[event.session.slot].is_routed = true;
  if (event.cause == Cause::node) {
    Random drawn{drawing(*visit, DrawPurpose::key).next() ^
                 static_cast<std::uint64_t>(event.value)};
    const Duration after = scenario_->demands[visit->demand].key_after.sample(drawn);
    agenda_.add(event.at + after, Planned::press_key, packed(event.session));
  } else if (event.cause == Cause::bot) {
    const BotId bot{static_cast<std::size_t>(event.value)};
    Random drawn{drawing(*visit, DrawPurpose::bot).next() + bot.index()};
    const Duration stay = habit_with(*visit, bot).stay.sample(drawn);
    agenda_.add(event.at + stay, Planned::leave_bot, packed(event.session));
  }
}

void Simulation::World::hear_queued(const Event& event) {
  Visit* visit = visit_of(event.session);
  if (visit == nullptr) return;
  tally_.waits(*visit, event.group, event.at);
  const Line& line = lines_[event.session.slot];
  const bool begins = !line.is_arriving && !line.has_patience && !visit->is_patient;
  if (begins) begin_patience(event.session, *visit);
}

// Of another channel it is a callback or a ticket: nobody is on the line any more.
void Simulation::World::hear_changed(const Event& event) {
  if (event.cause != Cause::channel) return;
  if (Visit* visit = visit_of(event.session); visit != nullptr) visit->is_patient = true;
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

void Simulation::World::hear_assigned(const Event& event) {
  Visit* visit = visit_of(event.session);
  if (visit == nullptr) return;
  Line& line = lines_[event.session.slot];
  constexpr Duration nobody_there = std::chrono::seconds{5};
  tally_.assigned(*visit, event.group, event.agent.slot, event.at);
  const bool is_recorded = line.recorded != nullptr && line.recorded->service;
  Duration service = is_recorded ? *line.recorded->service : service_of(*visit, event.agent.slot);
  if (line.is_gone) service = nobody_there;
  line.is_gone = false;
  line.serving_since = event.at;
  line.serving_until = event.at + service;
  agenda_.add(line.serving_until, Planned::complete, packed(event.session));
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

// He is still on the line, and does not give up: somebody will take him.
void Simulation::World::hear_requeued(const Event& event) {
  Visit* visit = visit_of(event.session);
  if (visit == nullptr) return;
  tally_.served(*visit, lines_[event.session.slot].serving_since, event.at);
  tally_.ends_work(event.agent.slot, event.at);
  visit->assigned = never;
  visit->is_patient = true;
  tally_.waits(*visit, event.group, event.at);
}

void Simulation::World::hear_ended(const Event& event) {
  Visit* visit = visit_of(event.session);
  if (visit == nullptr) return;
  const bool was_served = visit->assigned != never;
  if (was_served && event.cause == Cause::lost) {
    tally_.served(*visit, lines_[event.session.slot].serving_since, event.at);
  }
  if (was_served) tally_.ends_work(visit->agent, event.at);
  tally_.ended(*visit, event.cause, event.at);
  visit->generation = 0;
  if (lines_[event.session.slot].has_left) return;  // and did then what he does
  const bool gave_up = event.cause == Cause::abandoned || event.cause == Cause::short_abandoned;
  if (gave_up) call_again(*visit);
  if (!scenario_->demands[visit->demand].follow_ups.empty()) follow_up(*visit, event.cause);
}

}  // namespace v1
}  // namespace acd
