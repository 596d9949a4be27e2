// The end of a service, and the wrap-up that may follow it.
#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

[[gnu::noinline]] void Router::Engine::wrap_up(OfferRecord& offer, GroupId group,
                                               Duration duration) {
  record_service(offer, agents_[offer.agent]);
  set_offer_state(offer, OfferState::wrapping_up);
  offer.until = now_ + duration;
  Event& event = emit_offer(EventKind::wrap_up_started, Cause::none, offer);
  event.group = group;
  event.until = offer.until;
  set_timer(TimerKind::wrap_up, slot_of(offer), offer.until);
}

void Router::Engine::end_wrap_up(Slot slot, Cause cause) {
  OfferRecord& offer = offers_[slot];
  emit_agent(EventKind::wrap_up_ended, cause, offer.agent).offer = offer.self;
  touch_agent(offer.agent);
  free_agent(offer, agents_[offer.agent], offer.state);
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
  event.offer = offer.self;
  event.until = offer.until;
  set_timer(TimerKind::wrap_up, slot, offer.until);
  return Status::applied;
}

}  // namespace v1
}  // namespace acd
