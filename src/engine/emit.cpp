// Events: each kind sets exactly the fields that its table names.
#include "engine/engine.hpp"

namespace acd {
inline namespace v1 {

Event& Router::Engine::emit(EventKind kind, Cause cause) {
  Event& event = events_.append();
  event.kind = kind;
  event.cause = cause;
  event.at = at_;
  return event;
}

Event& Router::Engine::emit_session(EventKind kind, Cause cause, Slot slot) {
  Event& event = emit(kind, cause);
  event.session = session_handle(slot);
  return event;
}

Event& Router::Engine::emit_agent(EventKind kind, Cause cause, Slot slot) {
  Event& event = emit(kind, cause);
  event.agent = agent_handle(slot);
  return event;
}

Event& Router::Engine::emit_offer(EventKind kind, Cause cause, Slot slot) {
  const OfferRecord& offer = offers_[slot];
  Event& event = emit_agent(kind, cause, offer.agent);
  event.session = offer.session;
  event.offer = {slot, offer.generation};
  return event;
}

}  // namespace v1
}  // namespace acd
