// Settling: whoever was touched is matched, sent on or ended; then a round.
#include <algorithm>

#include "twin/twin_router.hpp"

namespace acd::twin {

void TwinRouter::touch(SessionHandle session) {
  if (std::ranges::count(touched_sessions_, session) == 0) touched_sessions_.push_back(session);
}

void TwinRouter::touch(std::size_t agent) {
  if (std::ranges::count(touched_agents_, agent) == 0) touched_agents_.push_back(agent);
}

// Settling may touch more: a session that is settled already waits for the round, an agent is
// settled again.
void TwinRouter::settle() {
  do {
    for (std::size_t i = 0; i < touched_sessions_.size(); ++i) settle_session(touched_sessions_[i]);
    while (settle_next_agent()) {
    }
    touched_sessions_.clear();
  } while (round() == Round::changed);
}

// One who is touched and then calls others, else one who is called.
bool TwinRouter::settle_next_agent() {
  if (!touched_agents_.empty()) {
    const std::size_t agent = touched_agents_.front();
    touched_agents_.erase(touched_agents_.begin());
    settle_agent(agent);
    call_others(agent);
    return true;
  }
  if (called_agents_.empty()) return false;
  const std::size_t agent = called_agents_.front();
  called_agents_.erase(called_agents_.begin());
  settle_agent(agent);
  return true;
}

// The other members of each group of his in which he is free and not needed.
void TwinRouter::call_others(std::size_t agent) {
  for (const Membership& line : blueprint_.agents[agent].memberships) {
    const std::uint16_t keeps_free = blueprint_.groups[line.group.index()].keeps_free;
    const bool is_spare = keeps_free != 0 && is_free_in(agent, line.group) &&
                          count_members(TestKind::free, line.group) > keeps_free;
    for (std::size_t other = 0; is_spare && other < agents_.size(); ++other) {
      if (other == agent || !membership(other, line.group)) continue;
      if (std::ranges::count(called_agents_, other) == 0) called_agents_.push_back(other);
    }
  }
}

void TwinRouter::settle_session(SessionHandle handle) {
  while (settle_here(handle) == Settled::elsewhere) {
  }
}

// Elsewhere: it was taken to where it may wait again.
TwinRouter::Settled TwinRouter::settle_here(SessionHandle handle) {
  SessionRecord* session = sessions_.find(handle);
  if (!session || session->state != SessionState::waiting) return Settled::here;
  if (outstanding(handle) == 0) {
    if (escalate(*session)) return Settled::elsewhere;
    if (const std::optional<Cause> cause = has_to_go(*session)) {
      if (ask_waiting_rules(*session) == Outcome::taken) return Settled::elsewhere;
      end_session(*session, *cause);
      return Settled::here;
    }
  }
  if (offer_while_possible(*session) == Settled::elsewhere) return Settled::elsewhere;
  if (session->state != SessionState::waiting || outstanding(handle) > 0) return Settled::here;
  switch (ask_waiting_rules(*session)) {
    case Outcome::taken: return Settled::elsewhere;
    case Outcome::acted: return offer_while_possible(*session);
    case Outcome::nothing: return Settled::here;
  }
  return Settled::here;
}

std::optional<Cause> TwinRouter::has_to_go(const SessionRecord& session) const {
  const auto offers_max = rule_of(session.group).offers_max;
  const SkillGroup& group = blueprint_.groups[session.group.index()];
  if (session.overdue) return Cause::timed_out;
  if (!is_open(session.group) && group.at_closing == AtClosing::end) return Cause::closed;
  if (offers_max && session.offers_made >= *offers_max) return Cause::refused;
  return std::nullopt;
}

// Whom it prefers, if it is not held; else whom its groups choose.
TwinRouter::Settled TwinRouter::offer_while_possible(SessionRecord& session) {
  while (is_matchable(session)) {
    const Preference answer = ask_affinity(session);
    if (answer.hold) return Settled::here;
    if (!answer.backup.is_none()) {
      go_to_backup(session, answer.backup);
      return Settled::elsewhere;
    }
    if (answer.agent) {
      make_offer(session, session.group, *answer.agent, Cause::preferred);
    } else if (!offer_to_anybody(session)) {
      return Settled::here;
    }
  }
  return Settled::here;
}

// Of the groups in which it waits, the first in which somebody is eligible.
bool TwinRouter::offer_to_anybody(SessionRecord& session) {
  for (const Place& place : session.places()) {
    const std::optional<std::size_t> agent = choose_agent(session, place);
    if (agent) return make_offer(session, place.group, *agent, Cause::chosen), true;
  }
  return false;
}

void TwinRouter::settle_agent(std::size_t agent) {
  while (agents_[agent].state == AgentState::ready) {
    const std::optional<Chosen> chosen = choose_session(agent);
    if (!chosen) return;
    const Cause cause = chosen->session->hold ? Cause::preferred : Cause::chosen;
    make_offer(*chosen->session, chosen->group, agent, cause);
  }
  if (agents_[agent].state == AgentState::draining && !works(agent)) {
    enter(AgentState::signed_out, agent, Cause::drained);
  }
}

bool TwinFacts::has_rounds() const {
  if (!blueprint_.surges.empty() || !blueprint_.break_rules.empty()) return true;
  for (std::size_t group = 0; group < blueprint_.groups.size(); ++group) {
    if (has_rules(GroupId{group}, OverflowStage::waiting)) return true;
  }
  return false;
}

TwinRouter::Round TwinRouter::round() {
  if (!has_rounds()) return Round::quiet;
  const std::uint64_t before = events_;
  ask_surges();
  grant_breaks();
  const bool turned = events_ != before;
  for (std::size_t group = 0; group < blueprint_.groups.size(); ++group) wake(GroupId{group});
  set_wake_ups();
  const bool settled = !turned && touched_sessions_.empty() && touched_agents_.empty();
  return settled ? Round::quiet : Round::changed;
}

// Its waiting sessions are touched if a waking leaf is not as it was at the last round.
void TwinRouter::wake(GroupId group) {
  std::vector<bool> leaves;
  for (const OverflowRule& rule : blueprint_.groups[group.index()].overflow) {
    if (rule.stage != OverflowStage::waiting) continue;
    for (const Condition::Node& node : rule.when.nodes()) {
      if (node.op != BooleanOp::leaf || !wakes(node.leaf.kind)) continue;
      leaves.push_back(holds(node.leaf, Asked{nullptr, group}));
    }
  }
  woken_.resize(blueprint_.groups.size());
  std::vector<bool>& before = woken_[group.index()];
  before.resize(leaves.size());  // before the first round: false
  if (before == leaves) return;
  before = leaves;
  for (const SessionRecord* session : by_joining(group)) touch(session->handle);
}

}  // namespace acd::twin
