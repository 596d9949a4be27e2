// The life that most sessions have: into a usual group, without a word about themselves, to the
// first agent who is ready, or in line until one is; then complete. It asks first whether all is
// as usual, and leaves what is not to the rules that know everything: it must come to the same.
#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

// Of all that tells how an arrival enters. These words lie together: they are compared as two.
inline bool Router::Engine::names_only_a_group(const Command& c) {
  const auto words = [](const Command& of) {
    return std::uint32_t{static_cast<std::uint8_t>(of.kind)} |
           std::uint32_t{of.channel.value()} << 8 |
           std::uint32_t{static_cast<std::uint8_t>(of.seniority)} << 16 |
           std::uint32_t{static_cast<std::uint8_t>(of.effect)} << 24;
  };
  const auto ways = [](const Command& of) {
    return std::uint32_t{of.requirement.value()} | std::uint32_t{of.entry.value()} << 16;
  };
  const Command usual{.kind = CommandKind::arrive};
  return words(c) == words(usual) && ways(c) == ways(usual);
}

Status Router::Engine::apply(const Command& c, Instant now) {
  return names_only_a_group(c) ? arrive(c, now) : apply_in_full(c, now);
}

[[gnu::flatten]] Status Router::Engine::arrive(const Command& c, Instant now) {
  if (names_customer(c) || !is_plain_instant(now) || states_details(c)) [[unlikely]]
    return arrive_in_full(c, now);
  if (c.group.index() >= groups_.size()) return Status::unknown_group;
  const GroupRecord& group = groups_[c.group.index()];
  const bool is_admitted = group.is_plain && c.priority <= priority_max_ && events_.has_room() &&
                           session_slots_.has_returned() && offer_slots_.has_returned();
  if (!is_admitted) [[unlikely]]
    return arrive_in_full(c, now);
  if (ready_.is_empty(group.ready_list)) return arrive_to_wait(c, now);
  const Slot chosen = ready_.front(group.ready_list).agent;
  if (!agents_[chosen].is_plain) [[unlikely]]
    return arrive_in_full(c, now);
  return arrive_to_be_served(c, now, group, chosen);
}

// Apart from what is asked before, which leaves it more registers.
[[gnu::noinline, gnu::flatten]] Status Router::Engine::arrive_to_be_served(const Command& c,
                                                                           Instant now,
                                                                           const GroupRecord& group,
                                                                           Slot chosen) {
  now_ = now;
  SessionRecord& session = sessions_[session_slots_.take_returned()];
  Event* const events = events_.take(2);
  tell_arrived(events[0], group.arrived, session, c, now);
  fill(session, group.served, c, group.first_class, now);
  const OfferRecord& offer = serve_plainly(session, group.service, chosen, now);
  tell_assigned(events[1], group.assigned, offer, chosen, now);
  const std::uint64_t number = events_.count();
  session.number = number - 1;
  AgentRecord& agent = agents_[chosen];
  agent.offered_number = number;
  agent.charged_units = agent.only_cost;
  agent.joined = 0;
  ready_.unlink(agent.seats);
  return done();
}

// Nobody is ready.
[[gnu::noinline, gnu::flatten]] Status Router::Engine::arrive_to_wait(const Command& c,
                                                                      Instant now) {
  GroupRecord& group = groups_[c.group.index()];
  if (is_full(group)) return Status::group_full;
  now_ = now;
  SessionRecord& session = sessions_[session_slots_.take_returned()];
  fill(session, group.served, c, group.first_class, now);
  session.state = SessionState::waiting;
  session.is_plain = false;
  session.service = nil;
  tell_arrived(*events_.take(1), group.arrived, session, c, now);
  session.number = events_.count();
  begin_waiting(session, group);
  enter_indices(session);
  return done();
}

// Without asking him, who did nothing. What he is charged and which lists he is in are the
// caller's. What only an offer has that he may decline is as its end leaves it.
inline OfferRecord& Router::Engine::serve_plainly(SessionRecord& session, const OfferHead& head,
                                                  Slot chosen, Instant now) {
  OfferRecord& offer = offers_[offer_slots_.take_returned()];
  static_cast<OfferHead&>(offer) = head;
  offer.agent = chosen;
  offer.session = session.self;
  offer.since = now;
  session.offers_made = 1;
  session.outstanding = 0;
  servers_[slot_of(session)] = chosen;
  AgentRecord& agent = agents_[chosen];
  const Slot service = slot_of(offer);
  session.service = service;
  agent.first_offer = service;
  agent.last_offer = service;
  ++agent.handled;
  agent.misses = 0;
  return offer;
}

inline void Router::Engine::tell_assigned(Event& event, const EventHead& head,
                                          const OfferRecord& offer, Slot agent, Instant now) {
  head.begin(event);
  event.session = offer.session;
  event.agent = agent_handle(agent);
  event.offer = offer.self;
  event.value = 0;
  event.at = now;
  event.until = never;
}

[[gnu::flatten]] Status Router::Engine::complete(SessionHandle handle, Instant now) {
  if (!is_plain_instant(now) || !is_served(handle)) [[unlikely]]
    return complete_in_full(handle, now);
  SessionRecord& session = sessions_[handle.slot];
  const Slot server = servers_[handle.slot];
  AgentRecord& agent = agents_[server];
  const bool is_plain =
      session.is_plain && agent.is_plain && held_sessions_ == 0 && events_.has_room();
  if (!is_plain) [[unlikely]]
    return complete_served(session, now);

  now_ = now;
  const Slot slot = session.service;
  OfferRecord& offer = offers_[slot];
  Event& event = *events_.take(1);
  event = Event{};
  event.kind = EventKind::ended;
  event.cause = Cause::completed;
  event.group = session.group;
  event.session = session.self;
  event.agent = agent_handle(server);
  event.offer = offer.self;
  event.at = now;
  session.live = false;
  session.state = SessionState::waiting;
  ++session.self.generation;
  session_slots_.give_back(slot_of(session));
  offer.live = false;
  ++offer.self.generation;
  offer_slots_.give_back(slot_of(offer));
  const std::uint64_t number = events_.count();
  agent.first_offer = nil;
  agent.last_offer = nil;
  agent.ready_number = number;
  agent.handled_number = number;
  const Slot seat = ready_.append_until(agent.seats, list_of, does_wait);
  if (seat != nil) return take_next(agent, seat);
  newest_ready_ = number;
  agent.charged_units = 0;
  agent.joined = agent.when_free;
  return done();
}

// Of whose end more is asked.
[[gnu::noinline, gnu::flatten]] Status Router::Engine::complete_served(SessionRecord& session,
                                                                       Instant now) {
  now_ = now;
  complete(session);
  if (!is_settled_) settle();
  return done();
}

// Somebody waits for him, first by this seat of his: mostly one who has said nothing either. He
// stays charged.
[[gnu::noinline, gnu::flatten]] Status Router::Engine::take_next(AgentRecord& agent, Slot seat) {
  Slot best = waiting_.top(ready_.list_note(ready_.note(seat).list).cls);
  while (++seat != agent.seats.end()) {
    const SeatNote& list = ready_.list_note(ready_.note(seat).list);
    if (!does_wait(list)) continue;
    if (!works_by_keys_) return take_next_in_full(agent);
    const Slot first = waiting_.top(list.cls);
    if (waiting_.key(first) < waiting_.key(best)) best = first;
  }
  SessionRecord& session = sessions_[session_of(best)];
  GroupRecord& group = groups_[session.group.index()];
  // One who was never touched nor offered has nobody barred, and waits in one group.
  const bool is_plain = group.is_usual && group.ends_plainly && !session.detailed &&
                        session.offers_made == 0 && events_.has_room() &&
                        offer_slots_.has_returned();
  if (!is_plain) [[unlikely]]
    return take_next_in_full(agent);
  stop_waiting(session);
  session.state = SessionState::serving;
  session.is_plain = true;
  const Slot chosen = slot_of(agent);
  OfferRecord& offer = serve_plainly(session, group.service, chosen, now_);
  offer.channel = session.channel;
  tell_assigned(*events_.take(1), group.assigned, offer, chosen, now_);
  agent.offered_number = events_.count();
  return done();
}

[[gnu::noinline]] Status Router::Engine::take_next_in_full(AgentRecord& agent) {
  agent.charged_units = 0;
  match_agent(agent);
  refresh_agent(agent);
  if (!is_settled_) settle();
  return done();
}

}  // namespace v1
}  // namespace acd
