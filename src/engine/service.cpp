// The end of a service, and the wrap-up that may follow it.
#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

// The service's last event is the latest one. Wrap-up by the group it is taken from. The
// caller touches or settles the agent.
void Router::Engine::finish_service(Slot slot, GroupId group) {
  OfferRecord& offer = offers_[slot];
  const Duration wrap_up = plan_.wrap_up(offer.agent, group, offer.channel);
  if (wrap_up == Duration{0}) return end_service(slot);
  record_service(slot);
  set_offer_state(slot, OfferState::wrapping_up);
  offer.until = at_ + wrap_up;
  Event& event = emit_offer(EventKind::wrap_up_started, Cause::none, slot);
  event.group = group;
  event.until = offer.until;
  set_timer(TimerKind::wrap_up, slot, offer.until);
}

void Router::Engine::end_service(Slot slot) {
  record_service(slot);
  free_agent(slot);
}

void Router::Engine::record_service(Slot slot) {
  const OfferRecord& offer = offers_[slot];
  agents_[offer.agent].handled_number = events_.count();
  if (offer.membership != nil) memberships_[offer.membership].served += at_ - offer.since;
}

// Released by the latest event. The caller touches or settles the agent.
void Router::Engine::free_agent(Slot slot) {
  const Slot agent = offers_[slot].agent;
  agents_[agent].ready_number = events_.count();
  close_offer(slot);
}

void Router::Engine::end_wrap_up(Slot slot, Cause cause) {
  const OfferRecord& offer = offers_[slot];
  Event& event = emit_agent(EventKind::wrap_up_ended, cause, offer.agent);
  event.offer = {slot, offer.generation};
  touch_agent(offer.agent);
  free_agent(slot);
}

Status Router::Engine::end_wrap_up_early(Slot slot) {
  if (offers_[slot].state != OfferState::wrapping_up) return Status::not_wrapping_up;
  end_wrap_up(slot, Cause::by_agent);
  return Status::applied;
}

Status Router::Engine::extend_wrap_up(Slot slot, Duration duration) {
  OfferRecord& offer = offers_[slot];
  if (offer.state != OfferState::wrapping_up) return Status::not_wrapping_up;
  if (duration <= Duration{0} || duration > longest || offer.until + duration > latest) {
    return Status::time_out_of_range;
  }
  offer.until += duration;
  Event& event = emit_agent(EventKind::wrap_up_extended, Cause::none, offer.agent);
  event.offer = {slot, offer.generation};
  event.until = offer.until;
  set_timer(TimerKind::wrap_up, slot, offer.until);
  return Status::applied;
}

}  // namespace v1
}  // namespace acd
