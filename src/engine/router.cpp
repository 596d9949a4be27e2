// The public face: sugar over one door.
#include "acd/engine/router.hpp"

#include <utility>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

Router::Router(CompiledPlan plan)
    : engine_{std::make_unique<Engine>(std::move(plan))}, unread_{&engine_->unread_events()} {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

Status Router::apply(const Command& command, Instant now) { return engine_->apply(command, now); }

Router::Arrival Router::arrive(const Command& command, Instant now) {
  if (!Engine::has_known_words(command)) return {Status::bad_command, SessionHandle::none()};
  const Status status = command.kind == CommandKind::arrive ? engine_->apply(command, now)
                                                            : engine_->arrive_in_full(command, now);
  const bool admitted = status == Status::applied;
  return {status, admitted ? engine_->latest_session() : SessionHandle::none()};
}

Status Router::cancel(SessionHandle session, Instant now) { return engine_->cancel(session, now); }
Status Router::complete(SessionHandle session, Instant now) {
  return engine_->complete(session, now);
}
Status Router::accept(OfferToken offer, Instant now) { return engine_->accept(offer, now); }
Status Router::decline(OfferToken offer, Instant now) {
  return apply({.kind = CommandKind::decline, .offer = offer}, now);
}
Status Router::confirm_withdrawn(OfferToken offer, Instant now) {
  return apply({.kind = CommandKind::withdrawn, .offer = offer}, now);
}
Status Router::sign_in(AgentHandle agent, Instant now) {
  return apply({.kind = CommandKind::sign_in, .agent = agent}, now);
}
Status Router::ready(AgentHandle agent, Instant now) {
  return apply({.kind = CommandKind::ready, .agent = agent}, now);
}
Status Router::not_ready(AgentHandle agent, ReasonId reason, Instant now) {
  return apply({.kind = CommandKind::not_ready, .reason = reason, .agent = agent}, now);
}
Status Router::drain(AgentHandle agent, Instant now) {
  return apply({.kind = CommandKind::drain, .agent = agent}, now);
}
Status Router::sign_out(AgentHandle agent, Instant now) {
  return apply({.kind = CommandKind::sign_out, .agent = agent}, now);
}
Status Router::advance(Instant now) { return engine_->advance(now); }

Instant Router::next_deadline() const { return engine_->next_deadline(); }
Instant Router::now() const { return engine_->now(); }

const Blueprint& Router::blueprint() const { return engine_->plan().blueprint; }

AgentHandle Router::agent(std::size_t line) const {
  const bool known = line < blueprint().agents.size();
  return known ? engine_->agent_handle(static_cast<std::uint32_t>(line)) : AgentHandle::none();
}

AgentHandle Router::agent(std::string_view name) const {
  const std::vector<Agent>& agents = blueprint().agents;
  std::size_t line = 0;
  while (line < agents.size() && agents[line].name != name) ++line;
  return agent(line);
}

std::optional<SessionView> Router::view(SessionHandle session) const {
  return engine_->view(session);
}
std::optional<AgentView> Router::view(AgentHandle agent) const { return engine_->view(agent); }
std::optional<SurgeView> Router::view(SurgeId surge) const { return engine_->view(surge); }
std::optional<std::uint32_t> Router::position(SessionHandle session) const {
  return engine_->position(session);
}
std::optional<Duration> Router::expected_wait(GroupId group, Priority priority) const {
  return engine_->expected_wait(group, priority);
}
std::optional<std::uint32_t> Router::service_level(GroupId group) const {
  return engine_->level_of_service(group);
}
std::optional<Instant> Router::oldest_joined(GroupId group) const {
  return engine_->longest_waiting_since(group);
}
StaffView Router::staff(GroupId group) const { return engine_->staff(group); }
std::optional<PlanView> Router::view(TimePlanId plan) const { return engine_->view(plan); }
std::optional<Why> Router::why(SessionHandle session) const { return engine_->why(session); }
const Timetable& Router::timetable(TimePlanId plan) const { return engine_->timetable(plan); }
bool Router::is_open(GroupId group) const { return engine_->is_open(group); }
std::uint32_t Router::waiting(GroupId group) const { return engine_->waiting(group); }
const Requirement* Router::requirement(RequirementId id) const { return engine_->requirement(id); }
WhyNot Router::why_not(SessionHandle session, AgentHandle agent) const {
  return engine_->why_not(session, agent);
}
void Router::expect(std::uint64_t customer) const { engine_->expect(customer); }
CustomerView Router::customer(std::uint64_t customer, GroupId group) const {
  return engine_->customer(customer, group);
}
std::optional<Contact> Router::contact(std::size_t place) const { return engine_->contact(place); }
std::size_t Router::contacts() const { return engine_->contacts(); }
Counts Router::counts() const { return engine_->counts(); }
std::uint64_t Router::state_hash() const { return engine_->state_hash(); }
std::string_view Router::broken_invariant() const { return engine_->broken_invariant(); }

std::string_view to_text(WhyNot why_not) {
  switch (why_not) {
    case WhyNot::nothing: return "nothing";
    case WhyNot::unknown_session: return "unknown_session";
    case WhyNot::unknown_agent: return "unknown_agent";
    case WhyNot::not_waiting: return "not_waiting";
    case WhyNot::signed_out: return "signed_out";
    case WhyNot::not_ready: return "not_ready";
    case WhyNot::draining: return "draining";
    case WhyNot::pull_only: return "pull_only";
    case WhyNot::not_in_group: return "not_in_group";
    case WhyNot::in_reserve: return "in_reserve";
    case WhyNot::kept_free: return "kept_free";
    case WhyNot::channel_not_served: return "channel_not_served";
    case WhyNot::lacks_requirement: return "lacks_requirement";
    case WhyNot::excluded: return "excluded";
    case WhyNot::group_closed: return "group_closed";
    case WhyNot::declined_before: return "declined_before";
    case WhyNot::offered_already: return "offered_already";
    case WhyNot::delayed: return "delayed";
    case WhyNot::held_for_others: return "held_for_others";
    case WhyNot::no_room: return "no_room";
    case WhyNot::offers_exhausted: return "offers_exhausted";
    case WhyNot::fan_out_reached: return "fan_out_reached";
  }
  return "";
}

}  // namespace v1
}  // namespace acd
