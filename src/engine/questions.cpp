// Questions: const, they change nothing.
#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

std::optional<SessionView> EngineFacts::view(SessionHandle handle) const {
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
  if (plan_.overflow.keeps_stays) {
    view.hops = stays_[handle.slot].left_count;
    view.attempts = stays_[handle.slot].attempts;
  }
  view.customer = customer_known(session);
  if (session.held) {
    const PreferenceRecord& preference = preferences_[handle.slot];
    view.is_held = true;
    view.held_by = preference.strategy;
    view.held_until = preference.until;
  }
  if (session.travels) {
    const WayRecord& way = ways_[handle.slot];
    view.entry = way.entry;
    view.node = way.node;
    view.bot = way.bot;
  }
  return view;
}

std::optional<AgentView> EngineFacts::view(AgentHandle handle) const {
  if (check_agent(handle) != Status::applied) return std::nullopt;
  const AgentRecord& agent = agents_[handle.slot];
  AgentView view{.state = agent.state,
                 .reason = terms_[handle.slot].reason,
                 .charged_units = agent.charged_units,
                 .handled = agent.handled,
                 .capacity = terms_[handle.slot].works_by,
                 .is_break_held = breaks_.size() != 0 && breaks_[handle.slot].is_held};
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

std::optional<PlanView> EngineFacts::view(TimePlanId id) const {
  if (id.index() >= plans_.size()) return std::nullopt;
  const PlanState& plan = plans_[id.index()];
  const bool known = plan.hours.covers(now_);
  return PlanView{.is_open = plan.is_open,
                  .is_switched = plan.is_switched,
                  .switched_until = plan.switched_until,
                  .next_change = known ? plan.hours.next_change(now_) : never};
}

std::optional<SurgeView> EngineFacts::view(SurgeId id) const {
  if (id.index() >= surges_.size()) return std::nullopt;
  const SurgeState& surge = surges_[id.index()];
  return SurgeView{.is_on = surge.is_on,
                   .is_held = surge.is_held,
                   .held_until = surge.held_until,
                   .changed = surge.changed};
}

StaffView EngineFacts::staff(GroupId group) const {
  return group.index() < groups_.size() ? staff_of(group) : StaffView{};
}

std::optional<std::uint32_t> EngineFacts::position(SessionHandle session) const {
  if (check_session(session) != Status::applied) return std::nullopt;
  const SessionRecord& record = sessions_[session.slot];
  if (record.state != SessionState::waiting) return std::nullopt;
  return static_cast<std::uint32_t>(position(record));
}

std::optional<Duration> EngineFacts::expected_wait(GroupId group, Priority priority) const {
  const bool is_counted = group.index() < groups_.size() && groups_[group.index()].is_counted;
  if (!is_counted || priority > priority_max_) return std::nullopt;
  const Expectation known = forecast(group, priority);
  if (!known.is_known || !known.is_staffed) return std::nullopt;
  return known.wait;
}

std::optional<std::uint32_t> EngineFacts::level_of_service(GroupId group) const {
  const bool is_counted = group.index() < groups_.size() && groups_[group.index()].is_counted;
  if (!is_counted) return std::nullopt;
  return static_cast<std::uint32_t>(service_level(group));
}

std::optional<Instant> EngineFacts::longest_waiting_since(GroupId group) const {
  const bool is_kept = group.index() < groups_.size() && plan_.overflow.keeps_stays;
  return is_kept ? std::optional{oldest_joined(group)} : std::nullopt;
}

std::optional<Why> EngineFacts::why(SessionHandle session) const {
  if (check_session(session) != Status::applied) return std::nullopt;
  const SessionRecord& record = sessions_[session.slot];
  Why why{.requirement = record.requirement};
  if (record.travels) {
    why.entry = ways_[session.slot].entry;
    why.way = ways_[session.slot].steps;
  }
  if (!plan_.overflow.keeps_stays) return why;
  const StayRecord& stay = stays_[session.slot];
  why.overflow = stay.steps;
  for (std::uint8_t i = 0; i < stay.also_count; ++i) why.also.push_back(stay.also[i].group);
  return why;
}

std::uint32_t EngineFacts::waiting(GroupId group) const {
  return group.index() < groups_.size() ? groups_[group.index()].waiting : 0;
}

const Requirement* EngineFacts::requirement(RequirementId id) const {
  return id.index() < requirements_.size() ? &requirements_[id.index()] : nullptr;
}

WhyNot EngineFacts::why_not(SessionHandle session, AgentHandle agent) const {
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

WhyNot EngineFacts::why_not_matched(Slot slot, Slot agent) const {
  const SessionRecord& session = sessions_[slot];
  if (!plan_.groups[session.group.index()].is_push) return WhyNot::pull_only;
  if (groups_[session.group.index()].holds) return WhyNot::group_closed;
  WhyNot first = WhyNot::not_in_group;
  const Slot own = membership_in(agent, session.group);
  if (own != nil) first = why_not_in(session, agent, own, session.rings);
  for (std::uint8_t i = 0; session.roams && i < stays_[slot].also_count; ++i) {
    const AlsoPlace& place = stays_[slot].also[i];
    const Slot membership = membership_in(agent, place.group);
    if (first == WhyNot::nothing || membership == nil) continue;
    const WhyNot other = why_not_in(session, agent, membership, place.rings);
    if (other == WhyNot::nothing || first == WhyNot::not_in_group) first = other;
  }
  return first;
}

// As a member of one of the groups in which the session waits.
WhyNot EngineFacts::why_not_in(const SessionRecord& session, Slot agent, Slot membership,
                               std::uint32_t rings) const {
  const Slot slot = slot_of(session);
  const GroupTables& group = plan_.groups[session.group.index()];
  if (!is_in_force(membership)) return WhyNot::in_reserve;
  if (load(agent, session.channel).cost == 0) return WhyNot::channel_not_served;
  if (!meets_requirements(session, agent, plan_.memberships[membership].group)) {
    return WhyNot::lacks_requirement;
  }
  if (const Slot bar = find_bar(slot, agent); bar != nil) {
    return bars_[bar].until == never ? WhyNot::excluded : WhyNot::declined_before;
  }
  if (has_unresolved_offer(slot, agent)) return WhyNot::offered_already;
  if (plan_.memberships[membership].ring >= rings) return WhyNot::delayed;
  const bool is_own = plan_.memberships[membership].group == session.group;
  if (session.held && !(is_own && is_held_for(session, agent))) return WhyNot::held_for_others;
  if (!has_room(agent, session.channel)) return WhyNot::no_room;
  if (is_kept_free(agent, plan_.memberships[membership].group)) return WhyNot::kept_free;
  if (is_matchable(session)) return WhyNot::nothing;
  const bool fans_out = session.outstanding >= group.offer.fan_out;
  return fans_out ? WhyNot::fan_out_reached : WhyNot::offers_exhausted;
}

bool EngineFacts::meets_requirements(const SessionRecord& session, Slot agent,
                                     GroupId group) const {
  if (!plan_.meets(agent, plan_.blueprint.groups[group.index()].requirement)) {
    return false;
  }
  return session.requirement.is_none() ||
         plan_.meets(agent, requirements_[session.requirement.index()]);
}

Counts EngineFacts::counts() const {
  const std::uint64_t live = session_slots_.live();
  return {admitted_, live, admitted_ - live, events_.count()};
}

}  // namespace v1
}  // namespace acd
