// Questions: const, they change nothing.
#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

std::optional<SessionView> Router::Engine::view(SessionHandle handle) const {
  if (check_session(handle) != Status::applied) return std::nullopt;
  const SessionRecord& session = sessions_[handle.slot];
  SessionView view{.state = session.state,
                   .group = session.group,
                   .channel = session.channel,
                   .priority = session.priority,
                   .requirement = session.requirement,
                   .reference = session.reference,
                   .start = session.start,
                   .queued_at = session.waits_since(),
                   .due = session.due,
                   .offers = session.outstanding};
  if (session.service != nil) {
    view.agent = agent_handle(offers_[session.service].agent);
    view.service = offers_[session.service].self;
  }
  if (session.travels) {
    const WayRecord& way = ways_[handle.slot];
    view.entry = way.entry;
    view.node = way.node;
    view.bot = way.bot;
    view.customer = way.customer;
  }
  return view;
}

std::optional<AgentView> Router::Engine::view(AgentHandle handle) const {
  if (check_agent(handle) != Status::applied) return std::nullopt;
  const AgentRecord& agent = agents_[handle.slot];
  AgentView view{.state = agent.state,
                 .reason = terms_[handle.slot].reason,
                 .charged_units = agent.charged_units,
                 .handled = agent.handled};
  for (Slot offer = agent.first_offer; offer != nil; offer = offers_[offer].next_of_agent) {
    switch (offers_[offer].state) {
      case OfferState::outstanding:
      case OfferState::withdrawing: ++view.offered; break;
      case OfferState::serving: ++view.serving; break;
      case OfferState::wrapping_up: ++view.wrapping_up; break;
    }
  }
  return view;
}

std::optional<PlanView> Router::Engine::view(TimePlanId id) const {
  if (id.index() >= plans_.size()) return std::nullopt;
  const PlanState& plan = plans_[id.index()];
  const bool known = plan.hours.covers(at_);
  return PlanView{.is_open = plan.is_open,
                  .is_switched = plan.is_switched,
                  .switched_until = plan.switched_until,
                  .next_change = known ? plan.hours.next_change(at_) : never};
}

std::optional<Why> Router::Engine::why(SessionHandle session) const {
  if (check_session(session) != Status::applied) return std::nullopt;
  if (!sessions_[session.slot].travels) return Why{};
  const WayRecord& way = ways_[session.slot];
  return Why{.entry = way.entry, .way = way.steps};
}

std::uint32_t Router::Engine::waiting(GroupId group) const {
  return group.index() < groups_.size() ? groups_[group.index()].waiting : 0;
}

const Requirement* Router::Engine::requirement(RequirementId id) const {
  return id.index() < requirements_.size() ? &requirements_[id.index()] : nullptr;
}

WhyNot Router::Engine::why_not(SessionHandle session, AgentHandle agent) const {
  if (check_session(session) != Status::applied) return WhyNot::unknown_session;
  if (check_agent(agent) != Status::applied) return WhyNot::unknown_agent;
  if (sessions_[session.slot].state != SessionState::waiting) return WhyNot::not_waiting;
  switch (agents_[agent.slot].state) {
    case AgentState::signed_out: return WhyNot::signed_out;
    case AgentState::not_ready: return WhyNot::not_ready;
    case AgentState::draining: return WhyNot::draining;
    case AgentState::ready: break;
  }
  return why_not_matched(session.slot, agent.slot);
}

WhyNot Router::Engine::why_not_matched(Slot slot, Slot agent) const {
  const SessionRecord& session = sessions_[slot];
  const GroupTables& group = plan_.groups[session.group.index()];
  if (!group.is_push) return WhyNot::pull_only;
  if (groups_[session.group.index()].holds) return WhyNot::group_closed;
  const Slot membership = membership_in(agent, session.group);
  if (membership == nil) return WhyNot::not_in_group;
  if (load(agent, session.channel).cost == 0) return WhyNot::channel_not_served;
  if (!meets_requirements(session, agent)) return WhyNot::lacks_requirement;
  if (const Slot bar = find_bar(slot, agent); bar != nil) {
    return bars_[bar].until == never ? WhyNot::excluded : WhyNot::declined_before;
  }
  if (has_unresolved_offer(slot, agent)) return WhyNot::offered_already;
  if (plan_.memberships[membership].ring >= session.rings) return WhyNot::delayed;
  if (!has_room(agent, session.channel)) return WhyNot::no_room;
  if (is_matchable(session)) return WhyNot::nothing;
  const bool fans_out = session.outstanding >= group.offer.fan_out;
  return fans_out ? WhyNot::fan_out_reached : WhyNot::offers_exhausted;
}

bool Router::Engine::meets_requirements(const SessionRecord& session, Slot agent) const {
  if (!plan_.meets(agent, plan_.blueprint.groups[session.group.index()].requirement)) {
    return false;
  }
  return session.requirement.is_none() ||
         plan_.meets(agent, requirements_[session.requirement.index()]);
}

Counts Router::Engine::counts() const {
  const std::uint64_t live = session_slots_.live();
  return {admitted_, live, admitted_ - live, events_.count()};
}

}  // namespace v1
}  // namespace acd
