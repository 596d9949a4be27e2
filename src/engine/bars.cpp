// What keeps an agent from a session: exclusions, penalties, unresolved offers.
#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

[[gnu::noinline]] bool EngineFacts::is_barred_among(Slot session, Slot agent) const {
  return find_bar(session, agent) != nil || has_unresolved_offer(session, agent);
}

EngineState::Slot EngineFacts::find_bar(Slot session, Slot agent) const {
  Slot bar = sessions_[session].first_bar;
  while (bar != nil && bars_[bar].agent != agent) bar = bars_[bar].next;
  return bar;
}

bool EngineFacts::has_unresolved_offer(Slot session, Slot agent) const {
  Slot offer = sessions_[session].first_offer;
  while (offer != nil && offers_[offer].agent != agent) offer = offers_[offer].next_of_session;
  return offer != nil;
}

void Router::Engine::add_penalty(Slot session, const OfferRecord& offer) {
  const Slot agent = offer.agent;
  const Slot earlier = find_bar(session, agent);
  if (earlier != nil && bars_[earlier].until == never) return;
  if (earlier != nil) remove_bar(earlier);
  if (!make_room_for_bar(session)) return;
  append_bar(session, agent, now_ + plan_.groups[offer.group.index()].offer.retry_after);
}

Status Router::Engine::add_exclusion(Slot session, Slot agent) {
  const Slot earlier = find_bar(session, agent);
  if (earlier != nil && bars_[earlier].until == never) return Status::unchanged;
  if (earlier != nil) remove_bar(earlier);
  if (!make_room_for_bar(session)) return Status::too_many_exclusions;
  append_bar(session, agent, never);
  return Status::applied;
}

// The penalty that would end first gives way. False if every bar is an exclusion.
bool Router::Engine::make_room_for_bar(Slot session) {
  const SessionRecord& record = sessions_[session];
  if (record.bars < plan_.blueprint.limits.exclusions_per_session) return true;
  Slot first = nil;
  for (Slot bar = record.first_bar; bar != nil; bar = bars_[bar].next) {
    if (bars_[bar].until == never) continue;
    const bool is_earlier =
        first == nil || bars_[bar].until < bars_[first].until ||
        (bars_[bar].until == bars_[first].until && bars_[bar].agent < bars_[first].agent);
    if (is_earlier) first = bar;
  }
  if (first == nil) return false;
  remove_bar(first);
  return true;
}

void Router::Engine::append_bar(Slot session, Slot agent, Instant until) {
  if (free_bars_.empty()) {
    free_bars_.push_back(static_cast<Slot>(bars_.size()));
    bars_.emplace_back();
  }
  const Slot bar = free_bars_.back();
  free_bars_.pop_back();
  SessionRecord& record = sessions_[session];
  bars_[bar] = {.agent = agent, .session = session, .previous = record.last_bar, .until = until};
  (record.last_bar == nil ? record.first_bar : bars_[record.last_bar].next) = bar;
  record.last_bar = bar;
  ++record.bars;
  if (until != never) set_timer(TimerKind::penalty, bar, until);
}

[[gnu::noinline]] void Router::Engine::remove_bar(Slot bar) {
  const BarRecord& record = bars_[bar];
  SessionRecord& session = sessions_[record.session];
  (record.previous == nil ? session.first_bar : bars_[record.previous].next) = record.next;
  (record.next == nil ? session.last_bar : bars_[record.next].previous) = record.previous;
  --session.bars;
  clear_timer(TimerKind::penalty, bar);
  free_bars_.push_back(bar);
}

[[gnu::noinline, gnu::cold]] void Router::Engine::forget_bars(SessionRecord& session) {
  while (session.first_offer != nil) detach(session.first_offer);
  while (session.first_bar != nil) remove_bar(session.first_bar);
}

void Router::Engine::end_penalty(Slot bar) {
  const Slot session = bars_[bar].session;
  remove_bar(bar);
  touch_session(session);
}

}  // namespace v1
}  // namespace acd
