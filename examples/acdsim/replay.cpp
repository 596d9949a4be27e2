// The event loop, and what customers and agents do in answer to the router.
#include "replay.hpp"

#include <fmt/format.h>

#include "acd/companion/time_text.hpp"
#include "exit_status.hpp"
#include "random.hpp"

namespace acdsim {

using acd::Command;
using acd::CommandKind;
using acd::Event;
using acd::EventKind;
using acd::Instant;
using acd::Status;

Replay::Replay(const ReplayDay& day, acd::Router& router, acd::JournalWriter* journal)
    : day_{&day}, router_{&router}, journal_{journal}, states_(day.calls.size()) {
  for (std::size_t i = 0; i < day.calls.size(); ++i) {
    plan(day.calls[i].arrival, Planned::arrive, i);
  }
  for (const ReplayShift& shift : day.shifts) {
    plan(shift.begin, Planned::sign_in, shift.agent);
    plan(shift.end, Planned::sign_out, shift.agent);
  }
}

void Replay::plan(Instant at, Planned what, std::size_t subject, acd::OfferToken offer) {
  planned_.push({at, what, planned_count_++, subject, offer});
}

bool Replay::step() {
  const Instant deadline = router_->next_deadline();
  if (planned_.empty() && deadline == acd::never) return false;
  if (planned_.empty() || deadline <= planned_.top().at) {
    must({.kind = CommandKind::advance}, deadline);
    return true;
  }
  const Plan next = planned_.top();
  planned_.pop();
  perform(next);
  return true;
}

void Replay::perform(const Plan& plan) {
  switch (plan.what) {
    case Planned::confirm_withdrawn:
      must({.kind = CommandKind::withdrawn, .offer = plan.offer}, plan.at);
      break;
    case Planned::complete:
      must({.kind = CommandKind::complete, .session = states_[plan.subject].session}, plan.at);
      break;
    case Planned::sign_out: drain(plan.subject, plan.at); break;
    case Planned::sign_in: sign_in(plan.subject, plan.at); break;
    case Planned::answer:
      if (give({.kind = CommandKind::accept, .offer = plan.offer}, plan.at) != Status::applied) {
        ++counts_.late_answers;
      }
      break;
    case Planned::be_ready: be_ready(plan.subject, plan.at); break;
    case Planned::abandon: abandon(plan.subject, plan.at); break;
    case Planned::arrive: arrive(plan.subject, plan.at); break;
  }
}

void Replay::arrive(std::size_t call, Instant at) {
  const ReplayCall& caller = day_->calls[call];
  const Command command{.kind = CommandKind::arrive,
                        .priority = caller.priority,
                        .group = caller.group,
                        .reference = call,
                        .customer = caller.customer};
  ++counts_.arrived;
  if (trial_ != nullptr) trial_->ask(caller.group, caller.priority);
  const Status status = give(command, at);
  if (status == Status::group_full) {
    states_[call].phase = Phase::over;
    calls_.turn_away(caller.group, caller.priority, at);
    return;
  }
  if (status != Status::applied) {
    throw Failure{ExitStatus::internal,
                  fmt::format("the router refused call {} at {}: {}", caller.id, acd::to_text(at),
                              acd::to_text(status))};
  }
  if (trial_ != nullptr) trial_->note(states_[call].session);
  const bool waits_for_ever =
      caller.plan.patience >= acd::longest || caller.plan.patience > acd::latest - at;
  if (!waits_for_ever) plan(at + caller.plan.patience, Planned::abandon, call);
}

void Replay::abandon(std::size_t call, Instant at) {
  const CallState& state = states_[call];
  if (state.phase != Phase::waiting) return;
  must({.kind = CommandKind::cancel, .session = state.session}, at);
}

void Replay::sign_in(std::size_t agent, Instant at) {
  const acd::AgentHandle handle = router_->agent(agent);
  if (router_->view(handle)->state == acd::AgentState::signed_out) {
    must({.kind = CommandKind::sign_in, .agent = handle}, at);
  }
  must({.kind = CommandKind::ready, .agent = handle}, at);
}

void Replay::be_ready(std::size_t agent, Instant at) {
  const acd::AgentHandle handle = router_->agent(agent);
  if (router_->view(handle)->state != acd::AgentState::not_ready) return;
  must({.kind = CommandKind::ready, .agent = handle}, at);
}

void Replay::drain(std::size_t agent, Instant at) {
  must({.kind = CommandKind::drain, .agent = router_->agent(agent)}, at);
}

Status Replay::give(const Command& command, Instant at) {
  if (journal_ != nullptr) journal_->append(command, at);
  ++counts_.commands;
  const Status status = router_->apply(command, at);
  for (const Event& event : router_->drain_events()) {
    calls_.add(event);
    signed_in_.add(event);
    if (trial_ != nullptr) trial_->add(event);
    react(event);
  }
  return status;
}

void Replay::must(const Command& command, Instant at) {
  const Status status = give(command, at);
  if (status == Status::applied) return;
  throw Failure{
      ExitStatus::internal,
      fmt::format("the router refused command {} of kind {} at {}: {}", counts_.commands,
                  static_cast<int>(command.kind), acd::to_text(at), acd::to_text(status))};
}

void Replay::react(const Event& event) {
  switch (event.kind) {
    case EventKind::arrived: {
      const auto call = static_cast<std::size_t>(event.value);
      if (event.session.slot >= calls_of_slots_.size()) {
        calls_of_slots_.resize(event.session.slot + std::size_t{1});
      }
      calls_of_slots_[event.session.slot] = call;
      states_[call] = {.phase = Phase::waiting, .session = event.session};
      break;
    }
    case EventKind::offered: consider(event); break;
    case EventKind::assigned: {
      const std::size_t call = call_of(event.session);
      states_[call].phase = Phase::serving;
      plan(event.at + day_->calls[call].plan.service, Planned::complete, call);
      break;
    }
    case EventKind::offer_withdrawn:
      plan(event.at, Planned::confirm_withdrawn, 0, event.offer);
      break;
    case EventKind::ended: states_[call_of(event.session)].phase = Phase::over; break;
    case EventKind::agent_state:
      if (event.cause == acd::Cause::misses) {
        plan(event.at + day_->behaviour.back_after, Planned::be_ready, event.agent.slot);
      }
      break;
    case EventKind::offer_ended:
    case EventKind::requeued:
    case EventKind::changed:
    case EventKind::wrap_up_started:
    case EventKind::wrap_up_extended:
    case EventKind::wrap_up_ended:
    case EventKind::agent_changed:
    case EventKind::routed:
    case EventKind::queued:
    case EventKind::plan_opened:
    case EventKind::plan_closed:
    case EventKind::transition_added:
    case EventKind::timetables_extended:
    case EventKind::timetables_ended:
    case EventKind::requirement_defined:
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
    case EventKind::held:
    case EventKind::hold_ended:
    case EventKind::owner_changed:
    case EventKind::owners_moved:
    case EventKind::forgotten: break;
  }
}

void Replay::consider(const Event& offered) {
  const std::size_t call = call_of(offered.session);
  const std::uint64_t own_seed =
      random_for(day_->seed, Purpose::answer, day_->calls[call].id).next();
  Random random = random_for(own_seed, Purpose::answer, states_[call].offers++);
  if (random.below(100) < day_->behaviour.no_answer_percent) return;
  plan(offered.at + day_->behaviour.answer_after, Planned::answer, 0, offered.offer);
}

std::size_t Replay::call_of(acd::SessionHandle session) const {
  return calls_of_slots_[session.slot];
}

void Replay::close() {
  if (router_->counts().live == 0) return;
  // A session that gave a sign of life at the very instant would be spared.
  const Instant after = router_->now() + std::chrono::seconds{1};
  must({.kind = CommandKind::reconcile, .start = after}, after);
}

}  // namespace acdsim
