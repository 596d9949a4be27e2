// Control flow: time first, then the command, then settling.
#include "twin/twin_router.hpp"

#include <algorithm>
#include <utility>

namespace acd::twin {

TwinRouter::TwinRouter(Blueprint blueprint, Registry registry)
    : blueprint_{std::move(blueprint)}, registry_{std::move(registry)} {
  if (blueprint_.offer_rules.empty()) blueprint_.add(OfferRule{});
  if (blueprint_.capacities.empty()) {
    CapacityRule one;
    for (std::size_t i = 0; i < blueprint_.channels.size(); ++i) {
      one.channels.push_back({.channel = ChannelId{i}});
    }
    blueprint_.add(one);
  }
  generator_ = blueprint_.seed;
  for (const NamedRequirement& named : blueprint_.requirements) {
    requirements_.push_back(named.requirement);
  }
  for (std::size_t group = 0; group < blueprint_.groups.size(); ++group) {
    for (std::size_t channel = 0; channel < blueprint_.channels.size(); ++channel) {
      if (!serves(GroupId{group}, ChannelId{channel})) continue;
      first_classes_.emplace(GroupId{group}, ChannelId{channel}, RequirementId::none());
    }
  }
  classes_ = first_classes_;
  plans_.resize(blueprint_.time_plans.size());
  materialise_plans();
  for (const Agent& agent : blueprint_.agents) {
    AgentRecord& record = agents_.emplace_back();
    record.capacity = agent.capacity;
    record.outside.resize(blueprint_.channels.size());
    for (const Membership& of : agent.memberships) {
      record.memberships.push_back({.level = of.level, .preference = of.preference});
    }
  }
}

Status TwinRouter::apply(const Command& command, Instant now) {
  if (command.kind > last_command_kind || command.seniority > Seniority::fresh ||
      command.effect > LayerEffect::closes) {
    return Status::bad_command;
  }
  if (now < earliest || now > latest) return Status::time_out_of_range;
  if (now < watermark_) return Status::time_went_back;
  fire_until(now);
  now_ = now;
  const std::uint64_t bound = events_ + step_bound();
  const SessionHandle named = session_named(command);
  const Status status = obey(command);
  if (status != Status::applied) return status;
  watermark_ = now;
  if (SessionRecord* session = sessions_.find(named)) session->last_sign = now;
  settle();
  end_step(bound);
  return status;
}

std::vector<Event> TwinRouter::drain_events() { return std::exchange(undrained_, {}); }

SessionHandle TwinRouter::session_named(const Command& c) const {
  if (c.kind == CommandKind::accept || c.kind == CommandKind::decline) {
    const OfferRecord* offer = offers_.find(c.offer);
    return offer ? offer->session : SessionHandle::none();
  }
  for (const CommandField field : fields_of(c.kind)) {
    if (field == CommandField::session) return c.session;
  }
  return SessionHandle::none();
}

Status TwinRouter::obey(const Command& c) {
  if (c.kind == CommandKind::arrive) return arrive(c);
  if (c.kind == CommandKind::pick) return pick(c);
  if (c.kind == CommandKind::define_requirement) return define_requirement(c.expression);
  if (c.kind == CommandKind::reconcile) return reconcile(c.start);
  if (c.kind == CommandKind::advance) return Status::applied;
  if (c.kind == CommandKind::switch_plans) return switch_plans(c);
  if (c.kind == CommandKind::end_switch) return end_switch(c);
  if (c.kind == CommandKind::add_transition) return add_transition(c);
  if (c.kind == CommandKind::extend_timetables) return extend_timetables(c.until);
  const CommandField subject = fields_of(c.kind).front();
  if (subject == CommandField::session) return obey_session(c);
  if (subject == CommandField::offer) return obey_offer(c);
  return obey_agent(c);
}

Status TwinRouter::obey_session(const Command& c) {
  if (const Status status = check_session(c.session); status != Status::applied) return status;
  SessionRecord& session = *sessions_.find(c.session);
  if (c.kind == CommandKind::cancel) return cancel(session);
  if (c.kind == CommandKind::complete) return complete(session);
  if (c.kind == CommandKind::requeue) return hand_back(session, c);
  if (c.kind == CommandKind::reprioritise) return reprioritise(session, c.priority);
  if (c.kind == CommandKind::require) return require(session, c.requirement);
  if (c.kind == CommandKind::move) return move(session, c.group);
  if (c.kind == CommandKind::set_attribute) return set_attribute(session, c.attribute, c.value);
  if (c.kind == CommandKind::exclude) return exclude(session, c.agent);
  if (c.kind == CommandKind::choose) return choose(session, c.value);
  if (c.kind == CommandKind::hand_over) return hand_over(session, c.group);
  return Status::applied;  // confirm
}

Status TwinRouter::obey_offer(const Command& c) {
  if (const Status status = check_offer(c.offer); status != Status::applied) return status;
  OfferRecord& offer = *offers_.find(c.offer);
  if (c.kind == CommandKind::accept) return accept(offer);
  if (c.kind == CommandKind::decline) return decline(offer);
  if (c.kind == CommandKind::withdrawn) return confirm_withdrawn(offer);
  if (c.kind == CommandKind::end_wrap_up) return end_wrap_up_early(offer);
  return extend_wrap_up(offer, c.duration);
}

Status TwinRouter::obey_agent(const Command& c) {
  if (const Status status = check_agent(c.agent); status != Status::applied) return status;
  const std::size_t agent = c.agent.slot;
  if (c.kind == CommandKind::sign_in) return sign_in(agent);
  if (c.kind == CommandKind::ready) return make_ready(agent);
  if (c.kind == CommandKind::not_ready) return make_not_ready(agent, c.reason);
  if (c.kind == CommandKind::drain) return drain(agent);
  if (c.kind == CommandKind::sign_out) return sign_out(agent);
  if (c.kind == CommandKind::lose_agent) return lose_agent(agent);
  if (c.kind == CommandKind::set_capacity) return set_capacity(agent, c.capacity);
  if (c.kind == CommandKind::report_outside) return report_outside(agent, c.channel, c.count);
  return set_rank(agent, c);
}

void TwinRouter::touch(SessionHandle session) {
  if (std::ranges::count(touched_sessions_, session) == 0) touched_sessions_.push_back(session);
}

void TwinRouter::touch(std::size_t agent) {
  if (std::ranges::count(touched_agents_, agent) == 0) touched_agents_.push_back(agent);
}

// Settling may touch more; who is settled already need not be settled again.
void TwinRouter::settle() {
  for (std::size_t i = 0; i < touched_sessions_.size(); ++i) settle_session(touched_sessions_[i]);
  for (std::size_t i = 0; i < touched_agents_.size(); ++i) settle_agent(touched_agents_[i]);
  touched_sessions_.clear();
  touched_agents_.clear();
}

void TwinRouter::settle_session(SessionHandle handle) {
  SessionRecord* session = sessions_.find(handle);
  if (!session || session->state != SessionState::waiting) return;
  if (outstanding(handle) == 0) {
    const auto offers_max = rule_of(session->group).offers_max;
    const bool spent = offers_max && session->offers_made >= *offers_max;
    const bool closed = !is_open(session->group) &&
                        blueprint_.groups[session->group.index()].at_closing == AtClosing::end;
    if (session->overdue || closed || spent) {
      end_session(*session, session->overdue ? Cause::timed_out
                            : closed         ? Cause::closed
                                             : Cause::refused);
      return;
    }
  }
  while (is_matchable(*session)) {
    const std::optional<std::size_t> agent = choose_agent(*session);
    if (!agent) return;
    make_offer(*session, *agent);
  }
}

void TwinRouter::settle_agent(std::size_t agent) {
  while (agents_[agent].state == AgentState::ready) {
    SessionRecord* session = choose_session(agent);
    if (!session) return;
    make_offer(*session, agent);
  }
  if (agents_[agent].state == AgentState::draining && !works(agent)) {
    enter(AgentState::signed_out, agent, Cause::drained);
  }
}

// How many events one command, or one deadline, can emit at most: its own, two for every
// offer there is, an end and new offers for every session, and changes of agents.
std::uint64_t TwinRouter::step_bound() const {
  const std::uint64_t agents = agents_.size();
  std::uint64_t rules = 0;
  for (const Entry& entry : blueprint_.entries) rules += entry.rules.size();
  return 20 + 2 * offers_.live().size() + (sessions_.live().size() + 1) * (agents + 2) +
         4 * agents + blueprint_.groups.size() + 2 * plans_.size() + rules +
         blueprint_.menu_nodes.size();
}

void TwinRouter::end_step(std::uint64_t bound) {
  if (events_ > bound) broken_step_ = "a step emitted more events than its bound";
}

}  // namespace acd::twin
