// Control flow: time first, then the command, then settling.
#include <utility>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {
namespace {
constexpr unsigned kind_bits = 4;  // of TimerKind, below the number
constexpr std::uint64_t kind_mask = (1U << kind_bits) - 1;
}  // namespace

template <class Act>
inline Status Router::Engine::run(Instant now, const Act& act) {
  if (!is_plain_instant(now)) [[unlikely]] {
    if (const Status status = catch_up(now); status != Status::applied) return status;
  }
  const Instant before = std::exchange(now_, now);
  const Status status = act();
  if (status != Status::applied) [[unlikely]] {
    now_ = before;
    return status;
  }
  if (!is_settled_) settle();
  return done();
}

[[gnu::noinline]] Status Router::Engine::apply_in_full(const Command& c, Instant now) {
  if (!has_known_words(c)) return Status::bad_command;
  if (c.kind == CommandKind::arrive) return arrive_in_full(c, now);
  if (c.kind == CommandKind::complete) return complete(c.session, now);
  return c.kind <= last_command_kind ? act(c, now) : Status::bad_command;
}

// Any command but those that have a door of their own.
[[gnu::noinline]] Status Router::Engine::act(const Command& c, Instant now) {
  return run(now, [&] { return dispatch(c); });
}

Status Router::Engine::dispatch(const Command& c) {
  switch (c.kind) {
    case CommandKind::arrive: return arrive(c);
    case CommandKind::complete: return complete(c.session);
    case CommandKind::cancel:
    case CommandKind::requeue:
    case CommandKind::reprioritise:
    case CommandKind::require:
    case CommandKind::move:
    case CommandKind::set_attribute:
    case CommandKind::exclude:
    case CommandKind::choose:
    case CommandKind::hand_over:
    case CommandKind::postpone:
    case CommandKind::call_back:
    case CommandKind::not_reached:
    case CommandKind::confirm: return dispatch_session(c);
    case CommandKind::accept:
    case CommandKind::decline:
    case CommandKind::withdrawn:
    case CommandKind::end_wrap_up:
    case CommandKind::extend_wrap_up: return dispatch_offer(c);
    case CommandKind::pick: return pick(c);
    case CommandKind::sign_in:
    case CommandKind::ready:
    case CommandKind::not_ready:
    case CommandKind::drain:
    case CommandKind::sign_out:
    case CommandKind::lose_agent:
    case CommandKind::set_capacity:
    case CommandKind::report_outside:
    case CommandKind::set_level:
    case CommandKind::set_preference:
    case CommandKind::approve_break:
    case CommandKind::deny_break: return dispatch_agent(c);
    case CommandKind::define_requirement: return define_requirement(c.expression);
    case CommandKind::reconcile: return reconcile(c.start);
    case CommandKind::switch_plans: return switch_plans(c);
    case CommandKind::end_switch: return end_switches(c);
    case CommandKind::add_transition: return add_transition(c);
    case CommandKind::extend_timetables: return extend_timetables(c.until);
    case CommandKind::enter_surge:
    case CommandKind::leave_surge: return hold_surge(c);
    case CommandKind::release_surge: return release_surge(c.surge);
    case CommandKind::remember:
    case CommandKind::set_owner:
    case CommandKind::move_owners:
    case CommandKind::forget_customer: return dispatch_memory(c);
    case CommandKind::advance: return Status::applied;
  }
  return Status::bad_command;
}

[[gnu::noinline, gnu::flatten]] Status Router::Engine::arrive_in_full(const Command& command,
                                                                      Instant now) {
  return run(now, [&] { return arrive(command); });
}

[[gnu::noinline]] Status Router::Engine::complete_in_full(SessionHandle session, Instant now) {
  return run(now, [&] { return complete(session); });
}

Status Router::Engine::cancel(SessionHandle session, Instant now) {
  return run(now, [&] {
    return on_session(session, [&](SessionRecord& record) { return cancel(record); });
  });
}

Status Router::Engine::accept(OfferToken offer, Instant now) {
  return run(now,
             [&] { return on_offer(offer, [&](OfferRecord& record) { return accept(record); }); });
}

Status Router::Engine::advance(Instant now) {
  return run(now, [] { return Status::applied; });
}

// The instant is out of range, or went back, or something is due until then: it fires.
[[gnu::noinline, gnu::cold]] Status Router::Engine::catch_up(Instant now) {
  if (now < earliest || now > latest) return Status::time_out_of_range;
  if (now < now_) return Status::time_went_back;
  fire_due(now);
  return Status::applied;
}

// Acts on a live session. What applies is a sign of life of it.
template <class Act>
inline Status Router::Engine::on_session(SessionHandle session, const Act& act) {
  if (!is_current(session)) [[unlikely]]
    return check_session(session);
  SessionRecord& record = sessions_[session.slot];
  const Status status = act(record);
  if (status == Status::applied && record.live) record.see(now_);
  return status;
}

Status Router::Engine::dispatch_session(const Command& c) {
  return on_session(c.session, [&](SessionRecord& session) {
    if (c.kind == CommandKind::cancel) return cancel(session);
    const Slot slot = slot_of(session);
    if (c.kind == CommandKind::requeue) return requeue(slot, c);
    if (c.kind == CommandKind::reprioritise) return reprioritise(slot, c.priority);
    if (c.kind == CommandKind::require) return require(slot, c.requirement);
    if (c.kind == CommandKind::move) return move(slot, c.group);
    if (c.kind == CommandKind::set_attribute) return set_attribute(slot, c.attribute, c.value);
    if (c.kind == CommandKind::exclude) return exclude(slot, c.agent);
    if (c.kind == CommandKind::choose) return choose(session, c.value);
    if (c.kind == CommandKind::hand_over) return hand_over(session, c.group);
    if (c.kind == CommandKind::postpone) return postpone(session, c.not_before);
    if (c.kind == CommandKind::call_back) return call_back(session, c.not_before);
    if (c.kind == CommandKind::not_reached) return not_reached(session);
    return Status::applied;  // confirm: the sign of life is all
  });
}

template <class Act>
inline Status Router::Engine::on_offer(OfferToken offer, const Act& act) {
  if (!is_current(offer)) [[unlikely]]
    return check_offer(offer);
  return act(offers_[offer.slot]);
}

Status Router::Engine::dispatch_offer(const Command& c) {
  return on_offer(c.offer, [&](OfferRecord& offer) {
    if (c.kind == CommandKind::accept) return accept(offer);
    if (c.kind == CommandKind::decline) return decline(offer);
    const Slot slot = c.offer.slot;
    if (c.kind == CommandKind::withdrawn) return confirm_withdrawn(slot);
    if (c.kind == CommandKind::end_wrap_up) return end_wrap_up_early(slot);
    return extend_wrap_up(slot, c.duration);
  });
}

Status Router::Engine::dispatch_agent(const Command& c) {
  if (const Status status = check_agent(c.agent); status != Status::applied) return status;
  const Slot slot = c.agent.slot;
  if (c.kind == CommandKind::sign_in) return sign_in(slot, Cause::asked);
  if (c.kind == CommandKind::ready) return make_ready(slot, Cause::asked);
  if (c.kind == CommandKind::not_ready) return make_not_ready(slot, c.reason);
  if (c.kind == CommandKind::drain) return drain(slot, Cause::asked);
  if (c.kind == CommandKind::sign_out) return sign_out(slot);
  if (c.kind == CommandKind::lose_agent) return lose_agent(slot);
  if (c.kind == CommandKind::set_capacity) return set_capacity(slot, c.capacity);
  if (c.kind == CommandKind::report_outside) return report_outside(slot, c.channel, c.count);
  if (c.kind == CommandKind::approve_break) return approve_break(slot);
  if (c.kind == CommandKind::deny_break) return deny_break(slot);
  return set_rank(c);
}

Instant EngineFacts::next_deadline() const {
  return timers_.empty() || !is_started_ ? never : Instant{Duration{timers_.top().key.deadline}};
}

void Router::Engine::fire_due(Instant now) {
  if (!is_started_) start(now);
  while (next_deadline() <= now) {
    const util::Timers::Entry entry = timers_.top();
    timers_.clear(entry.name);
    now_ = Instant{Duration{entry.key.deadline}};
    const auto kind = static_cast<TimerKind>(entry.key.number_and_kind & kind_mask);
    fire(kind, entry.name - timer_name(kind, 0));
    if (!is_settled_) settle();
#ifdef ACD_CHECK_INVARIANTS
    assert(broken_invariant().empty());
#endif
  }
}

void Router::Engine::fire(TimerKind kind, Slot slot) {
  switch (kind) {
    case TimerKind::offer_limit: return miss(slot);
    case TimerKind::lease: return resolve(slot, Cause::lease_expired);
    case TimerKind::wrap_up: return end_wrap_up(slot, Cause::wrap_up_over);
    case TimerKind::max_wait: return pass_max_wait(slot);
    case TimerKind::delay: return open_ring(slot);
    case TimerKind::penalty: return end_penalty(slot);
    case TimerKind::begin: return begin(sessions_[slot]);
    case TimerKind::plan_change: return change_plan(slot);
    case TimerKind::switch_end: return end_switch(slot);
    case TimerKind::timetables_end: return end_timetables();
    case TimerKind::threshold: return reach_threshold(slot);
    case TimerKind::surge_wake: surges_[slot].wake = never; return;
    case TimerKind::surge_release: return end_hold(slot);
    case TimerKind::ticket: return watch_ticket(slot);
    case TimerKind::hold: return touch_session(slot);
  }
}

// Names of timers: an offer has one at a time, a session three to five, a plan and a surge two, a
// threshold and a bar one.
util::Timers::Name EngineFacts::timer_name(TimerKind kind, Slot slot) const {
  const std::uint32_t offers = offer_slots_.capacity();
  const std::uint32_t sessions = session_slots_.capacity();
  const auto plans = static_cast<std::uint32_t>(plans_.size());
  const auto surges = static_cast<std::uint32_t>(surges_.size());
  const std::uint32_t others = offers + 3 * sessions + 2 * plans + 1;
  const std::uint32_t thresholds = others + 2 * surges;
  const std::uint32_t tickets = thresholds + plan_.overflow.thresholds;
  const std::uint32_t holds = tickets + static_cast<std::uint32_t>(stays_.size());
  switch (kind) {
    case TimerKind::offer_limit:
    case TimerKind::lease:
    case TimerKind::wrap_up: return slot;
    case TimerKind::max_wait: return offers + slot;
    case TimerKind::delay: return offers + sessions + slot;
    case TimerKind::begin: return offers + 2 * sessions + slot;
    case TimerKind::plan_change: return offers + 3 * sessions + slot;
    case TimerKind::switch_end: return offers + 3 * sessions + plans + slot;
    case TimerKind::timetables_end: return offers + 3 * sessions + 2 * plans;
    case TimerKind::surge_wake: return others + slot;
    case TimerKind::surge_release: return others + surges + slot;
    case TimerKind::threshold: return thresholds + slot;
    case TimerKind::ticket: return tickets + slot;
    case TimerKind::hold: return holds + slot;
    case TimerKind::penalty: return holds + static_cast<std::uint32_t>(preferences_.size()) + slot;
  }
  return slot;
}

void Router::Engine::set_timer(TimerKind kind, Slot slot, Instant deadline) {
  std::uint64_t slots = std::uint64_t{slot} << 32;
  if (kind == TimerKind::penalty) {
    slots = std::uint64_t{bars_[slot].session} << 32 | bars_[slot].agent;
  }
  timers_.set(timer_name(kind, slot),
              {deadline.time_since_epoch().count(),
               events_.count() << kind_bits | static_cast<std::uint64_t>(kind), slots});
}

void Router::Engine::clear_timer(TimerKind kind, Slot slot) {
  timers_.clear(timer_name(kind, slot));
}

}  // namespace v1
}  // namespace acd
