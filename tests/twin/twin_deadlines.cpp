// What falls due: found by looking at every offer, session and bar.
#include <algorithm>
#include <utility>

#include "twin/twin_router.hpp"

namespace acd::twin {

std::optional<TwinFacts::Due> TwinFacts::first_due() const {
  std::vector<Due> all;
  const auto note = [&all](const Deadline& deadline, DeadlineKind kind, std::uint32_t slot) {
    all.push_back({deadline.at, deadline.set_after, kind, slot, 0});
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
  for (std::uint32_t plan = 0; plan < plans_.size(); ++plan) {
    note(plans_[plan].change, DeadlineKind::plan_change, plan);
    note(plans_[plan].switch_end, DeadlineKind::switch_end, plan);
  }
  note(timetables_end_, DeadlineKind::timetables_end, 0);
  for (std::uint32_t surge = 0; surge < surges_.size(); ++surge) {
    note(surges_[surge].wake_up, DeadlineKind::wake_up, surge);
    note(surges_[surge].release, DeadlineKind::release, surge);
  }
  note_sessions(all);
  note_thresholds(all);
  const auto first = std::ranges::min(all);
  return first.at == never ? std::nullopt : std::optional{first};
}

void TwinFacts::note_sessions(std::vector<Due>& all) const {
  for (const SessionRecord* session : sessions_.live()) {
    const auto note = [&](const Deadline& deadline, DeadlineKind kind, std::size_t agent = 0) {
      all.push_back({deadline.at, deadline.set_after, kind, session->handle.slot, agent});
    };
    note(session->max_wait, DeadlineKind::max_wait);
    note(session->delay, DeadlineKind::delay);
    for (const Bar& bar : session->bars) note(bar.end, DeadlineKind::penalty, bar.agent);
    note(session->begin, DeadlineKind::begin);
    note(session->ticket.deadline, DeadlineKind::ticket);
    if (session->hold) note(session->hold->deadline, DeadlineKind::hold);
  }
}

// Each falls due with the first of those who wait that has not reached it.
void TwinFacts::note_thresholds(std::vector<Due>& all) const {
  for (std::uint32_t group = 0; group < blueprint_.groups.size(); ++group) {
    const std::vector<Duration> steps = thresholds(GroupId{group});
    for (const SessionRecord* session : waiting_in(GroupId{group})) {
      for (std::size_t i = 0; i < steps.size(); ++i) {
        if (session->reached.contains(steps[i])) continue;
        all.push_back({session->joined + steps[i], 0, DeadlineKind::threshold, group, i});
      }
    }
  }
}

Instant TwinFacts::next_deadline() const {
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
  constexpr int deadlines_max = 20'000;
  int fired = 0;
  for (auto due = first_due(); due && due->at <= now; due = first_due()) {
    gave_up_ = gave_up_ || ++fired > deadlines_max;
    if (gave_up_) return;
    const std::uint64_t bound = events_ + step_bound();
    pass_time(due->at);
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
    case DeadlineKind::hold:
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
    case DeadlineKind::threshold: return reach_threshold(GroupId{due.slot}, due.part);
    case DeadlineKind::wake_up: surges_[due.slot].wake_up = {}; return;
    case DeadlineKind::release: return release(due.slot);
    case DeadlineKind::ticket: return fire_ticket(*sessions_.slots[due.slot].tenant);
  }
}

void TwinRouter::fire_session(SessionRecord& session, const Due& due) {
  if (due.kind == DeadlineKind::begin) {
    session.begin = {};
    if (session.group.is_none()) return begin_way(session);
    if (is_open(session.group)) queue(session);
    return;
  }
  if (due.kind == DeadlineKind::max_wait) {
    session.overdue = true;
    session.max_wait = {};
  } else if (due.kind == DeadlineKind::delay) {
    session.next_delay = next_delay(session, session.group);
    for (Place& place : session.also) place.next_delay = next_delay(session, place.group);
    set_delay(session);
  } else if (due.kind == DeadlineKind::hold) {
    session.hold->deadline = {};
  } else {
    std::erase_if(session.bars, [&](const Bar& bar) { return bar.agent == due.part; });
  }
  touch(session.handle);
}

void TwinRouter::reach_threshold(GroupId group, std::size_t index) {
  const Duration step = thresholds(group)[index];
  for (const SessionRecord* each : by_joining(group)) {
    SessionRecord& session = *sessions_.find(each->handle);
    const bool reaches = session.joined + step <= now_ && session.reached.insert(step).second;
    if (reaches) touch(session.handle);
  }
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
  became_ready(agent, withdraw(offer, Cause::no_answer));
  ++record.misses;
  const bool too_often = rule.misses_max && record.misses >= *rule.misses_max;
  if (too_often && record.state == AgentState::ready) {
    enter(AgentState::not_ready, agent, Cause::misses);
    withdraw_all_of_agent(agent);
  }
  touch(agent);
}

}  // namespace acd::twin
