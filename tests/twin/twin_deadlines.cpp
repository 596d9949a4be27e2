// What falls due: found by looking at every offer, session and bar.
#include <algorithm>
#include <utility>

#include "twin/twin_router.hpp"

namespace acd::twin {

std::optional<TwinRouter::Due> TwinRouter::first_due() const {
  std::vector<Due> all;
  const auto note = [&all](const Deadline& deadline, DeadlineKind kind, std::uint32_t slot,
                           std::size_t agent = 0) {
    if (deadline.at != never) all.push_back({deadline.at, deadline.set_after, kind, slot, agent});
  };
  for (const OfferRecord* offer : offers_.live()) {
    switch (offer->state) {
      case OfferState::outstanding: note(offer->end, DeadlineKind::limit, offer->token.slot); break;
      case OfferState::withdrawing: note(offer->end, DeadlineKind::lease, offer->token.slot); break;
      case OfferState::wrapping_up:
        note(offer->end, DeadlineKind::wrap_up, offer->token.slot);
        break;
      case OfferState::serving: break;
    }
  }
  for (const SessionRecord* session : sessions_.live()) {
    const std::uint32_t slot = session->handle.slot;
    note(session->max_wait, DeadlineKind::max_wait, slot);
    note(session->delay, DeadlineKind::delay, slot);
    for (const Bar& bar : session->bars) note(bar.end, DeadlineKind::penalty, slot, bar.agent);
    note(session->begin, DeadlineKind::begin, slot);
  }
  for (std::uint32_t plan = 0; plan < plans_.size(); ++plan) {
    note(plans_[plan].change, DeadlineKind::plan_change, plan);
    note(plans_[plan].switch_end, DeadlineKind::switch_end, plan);
  }
  note(timetables_end_, DeadlineKind::timetables_end, 0);
  if (all.empty()) return std::nullopt;
  return std::ranges::min(all);
}

Instant TwinRouter::next_deadline() const {
  const std::optional<Due> due = first_due();
  return due ? due->at : never;
}

void TwinRouter::fire_until(Instant now) {
  if (!std::exchange(started_, true)) {
    const std::uint64_t bound = events_ + step_bound();
    now_ = now;
    start();
    settle();
    end_step(bound);
  }
  for (auto due = first_due(); due && due->at <= now; due = first_due()) {
    const std::uint64_t bound = events_ + step_bound();
    now_ = watermark_ = due->at;
    fire(*due);
    settle();
    end_step(bound);
  }
}

void TwinRouter::fire(const Due& due) {
  switch (due.kind) {
    case DeadlineKind::limit:
    case DeadlineKind::lease:
    case DeadlineKind::wrap_up: return fire_offer(*offers_.slots[due.slot].tenant, due.kind);
    case DeadlineKind::max_wait:
    case DeadlineKind::delay:
    case DeadlineKind::penalty:
    case DeadlineKind::begin: return fire_session(*sessions_.slots[due.slot].tenant, due);
    case DeadlineKind::plan_change:
      set_next_change(plans_[due.slot]);
      if (!plans_[due.slot].switched) follow_timetable(due.slot, Cause::by_hours);
      return;
    case DeadlineKind::switch_end: return end_switch_of(due.slot);
    case DeadlineKind::timetables_end:
      timetables_end_ = {};
      timetables_over_ = true;
      emit(Event{.kind = EventKind::timetables_ended, .until = now_});
      return;
  }
}

void TwinRouter::fire_session(SessionRecord& session, const Due& due) {
  if (due.kind == DeadlineKind::begin) {
    session.begin = {};
    if (!session.entry.is_none()) return begin_way(session);
    if (is_open(session.group)) queue(session);
    return;
  }
  if (due.kind == DeadlineKind::max_wait) {
    session.overdue = true;
    session.max_wait = {};
  } else if (due.kind == DeadlineKind::delay) {
    session.delay = next_delay(session);
  } else {
    std::erase_if(session.bars, [&](const Bar& bar) { return bar.agent == due.agent; });
  }
  touch(session.handle);
}

void TwinRouter::fire_offer(OfferRecord& offer, DeadlineKind kind) {
  if (kind == DeadlineKind::limit) {
    miss(offer);
  } else if (kind == DeadlineKind::lease) {
    end_offer(offer, Cause::lease_expired);
  } else {
    end_wrap_up(offer, Cause::wrap_up_over);
  }
}

// No answer.
void TwinRouter::miss(OfferRecord& offer) {
  const OfferRule& rule = rule_of(offer.group);
  const std::size_t agent = offer.agent;
  AgentRecord& record = agents_[agent];
  touch(offer.session);
  punish(*sessions_.find(offer.session), agent, rule.retry_after);
  record.ready_number = withdraw(offer, Cause::no_answer);
  ++record.misses;
  const bool too_often = rule.misses_max && record.misses >= *rule.misses_max;
  if (too_often && record.state == AgentState::ready) {
    enter(AgentState::not_ready, agent, Cause::misses);
    withdraw_all_of_agent(agent);
  }
  touch(agent);
}

}  // namespace acd::twin
