// The load: about nine tenths of the agents serve, with bursts beyond.
#include "busy_router.hpp"

#include <algorithm>

namespace acd::test {

BusyRouter::BusyRouter(const CompiledPlan& plan)
    : router_{plan},
      sessions_(plan.blueprint().limits.sessions),
      offers_(plan.blueprint().limits.sessions) {
  command_.kind = CommandKind::arrive;
}

void BusyRouter::everybody_ready() {
  for (std::uint32_t i = 0; i < router_.blueprint().agents.size(); ++i) {
    give(router_.sign_in(router_.agent(i), now_));
    give(router_.ready(router_.agent(i), now_));
  }
}

void BusyRouter::step() {
  pass(Duration{below(40'000)});
  // Between 80 % and 120 % of the agents' number, in waves of some thousand steps.
  const auto agents = static_cast<std::uint32_t>(router_.blueprint().agents.size());
  const std::uint64_t wave = router_.counts().admitted / 4096 % 2;
  if (live_ < agents * (wave == 0 ? 8 : 12) / 10) {
    arrive(random_group());
  } else {
    work_on(below(static_cast<std::uint32_t>(sessions_.size())));
  }
}

void BusyRouter::pass(Duration duration) {
  now_ += duration;
  give(router_.advance(now_));
}

void BusyRouter::fill() {
  while (live_ < sessions_.size()) arrive(random_group());
}

void BusyRouter::fill(GroupId group) {
  while (live_ < sessions_.size()) arrive(group);
}

void BusyRouter::empty() {
  for (std::uint32_t slot = 0; live_ != 0; slot = next(slot)) {
    if (!sessions_[slot].is_none()) work_on(slot);
    pass(Duration{1000});
  }
}

GroupId BusyRouter::random_group() {
  return GroupId{below(static_cast<std::uint32_t>(router_.blueprint().groups.size()))};
}

void BusyRouter::arrive(GroupId group) {
  command_.group = group;
  command_.priority = static_cast<Priority>(below(4));
  command_.customer = below(1000);
  const auto agents = static_cast<std::uint32_t>(router_.blueprint().agents.size());
  command_.preferred = {{router_.agent(std::size_t{below(agents)}), 1}};
  give(router_.apply(command_, now_));
}

void BusyRouter::work_on(std::uint32_t slot) {
  // The next live session from a random slot on.
  while (sessions_[slot].is_none()) slot = next(slot);
  const SessionView view = *router_.view(sessions_[slot]);
  if (view.state == SessionState::leaving) return;
  if (view.state == SessionState::serving) return give(router_.complete(sessions_[slot], now_));
  if (offers_[slot].is_none()) return give(router_.cancel(sessions_[slot], now_));
  const OfferToken offer = offers_[slot];
  switch (below(8)) {
    case 0: return give(router_.decline(offer, now_));
    case 1: return give(router_.cancel(sessions_[slot], now_));
    case 2: return;  // no answer
  }
  give(router_.accept(offer, now_));
}

void BusyRouter::give(Status status) {
  refusals_ += status == Status::applied ? 0U : 1U;
  for (const Event& event : router_.drain_events()) {
    const std::uint32_t slot = event.session.slot;
    preferred_ += event.cause == Cause::preferred ? 1U : 0U;
    switch (event.kind) {
      case EventKind::arrived:
        sessions_[slot] = event.session;
        ++live_;
        break;
      case EventKind::held: ++held_; break;
      case EventKind::offered: offers_[slot] = event.offer; break;
      case EventKind::ended:
        sessions_[slot] = SessionHandle::none();
        offers_[slot] = OfferToken::none();
        --live_;
        ++ended_;
        break;
      case EventKind::offer_withdrawn:
      case EventKind::offer_ended:
        if (offers_[slot] == event.offer) offers_[slot] = OfferToken::none();
        break;
      case EventKind::assigned:
      case EventKind::requeued:
      case EventKind::changed:
      case EventKind::wrap_up_started:
      case EventKind::wrap_up_extended:
      case EventKind::wrap_up_ended:
      case EventKind::agent_state:
      case EventKind::agent_changed:
      case EventKind::routed:
      case EventKind::queued:
      case EventKind::plan_opened:
      case EventKind::plan_closed:
      case EventKind::transition_added:
      case EventKind::timetables_extended:
      case EventKind::timetables_ended:
      case EventKind::overflowed:
      case EventKind::also_queued:
      case EventKind::scheduled:
      case EventKind::reminded:
      case EventKind::fell_due:
      case EventKind::surge_entered:
      case EventKind::surge_left:
      case EventKind::surge_released:
      case EventKind::break_held:
      case EventKind::break_denied:
      case EventKind::hold_ended:
      case EventKind::owner_changed:
      case EventKind::owners_moved:
      case EventKind::forgotten:
      case EventKind::requirement_defined: break;
    }
  }
}

std::uint32_t BusyRouter::below(std::uint32_t bound) {
  random_ = random_ * 6364136223846793005U + 1442695040888963407U;
  return static_cast<std::uint32_t>((random_ >> 33) % bound);
}

}  // namespace acd::test
