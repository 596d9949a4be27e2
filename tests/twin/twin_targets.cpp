// Where an overflow rule sends a session: the best of several targets.
#include <algorithm>

#include "twin/twin_router.hpp"

namespace acd::twin {

bool TwinRouter::may_move(const SessionRecord& session) const {
  return session.hops < blueprint_.limits.hops;
}

bool TwinRouter::may_move(const Asked& asked, GroupId group) const {
  return group != asked.group && std::ranges::count(asked.there->taken_from, group) == 0 &&
         may_move(*asked.there);
}

// As it is before the rule acts, but for what it asks of an agent.
SessionRecord TwinRouter::as_if_moved(const Asked& asked, const Relaxed& after,
                                      GroupId group) const {
  SessionRecord there = as_if_in(*asked.there, group);
  there.requirement = after.there.requirement;
  return there;
}

bool TwinRouter::is_in_question(const Asked& asked, const Relaxed& after, GroupId group) const {
  return serves(group, asked.there->channel) && may_move(asked, group) &&
         has_class_for(as_if_moved(asked, after, group));
}

bool TwinRouter::takes_at_once(const Asked& asked, const Relaxed& after, GroupId group) const {
  return is_in_question(asked, after, group) && is_open(group) &&
         !is_full_for(as_if_moved(asked, after, group));
}

// One of its own arriving rules would speak.
bool TwinRouter::overflows(const SessionRecord& there) const {
  const Asked asked{&there, there.group, Standing::coming};
  const std::vector<OverflowRule>& rules = blueprint_.groups[there.group.index()].overflow;
  return std::ranges::any_of(rules, [&](const OverflowRule& rule) {
    return rule.stage == OverflowStage::arriving && holds(rule.when, asked);
  });
}

bool TwinRouter::takes_gladly(const Asked& asked, const Relaxed& after,
                              const Target& target) const {
  switch (target.kind) {
    case TargetKind::group:
      return takes_at_once(asked, after, target.group) &&
             !overflows(as_if_moved(asked, after, target.group));
    case TargetKind::bot:
      return !asked.there->handed_over && has_room_at(target.bot) && may_move(*asked.there);
    case TargetKind::message:
    case TargetKind::callback:
      return target.group.is_none() ||
             (may_move(asked, target.group) && may_become(after.there, target));
    case TargetKind::host:
    case TargetKind::reject: return true;
    case TargetKind::undecided:
    case TargetKind::named_group:
    case TargetKind::menu: break;
  }
  return false;
}

std::optional<TwinRouter::Taker> TwinRouter::taker_among(const Asked& asked,
                                                         const OverflowRule& rule,
                                                         const Relaxed& after) const {
  for (const Target& target : rule.targets) {
    if (takes_gladly(asked, after, target)) return Taker{target, Opening::now};
  }
  for (const Target& target : rule.targets) {
    const bool takes =
        target.kind == TargetKind::group && takes_at_once(asked, after, target.group);
    if (takes) return Taker{target, Opening::now};
  }
  return is_open(asked.group) ? std::nullopt : first_to_open(asked, rule, after);
}

std::optional<TwinRouter::Taker> TwinRouter::first_to_open(const Asked& asked,
                                                           const OverflowRule& rule,
                                                           const Relaxed& after) const {
  std::optional<Taker> first;
  Instant first_opening = never;
  for (const Target& target : rule.targets) {
    if (target.kind != TargetKind::group || is_open(target.group)) continue;
    if (!is_in_question(asked, after, target.group)) continue;
    const Instant opening = next_opening(blueprint_.groups[target.group.index()].hours, now_);
    if (opening >= first_opening) continue;
    first = Taker{target, Opening::later};
    first_opening = opening;
  }
  return first;
}

void TwinRouter::take(SessionRecord& session, const Asked& asked, const Taker& taker) {
  const Target& target = taker.target;
  stop_waiting(session);
  ++session.hops;
  session.taken_from.push_back(asked.group);
  switch (target.kind) {
    case TargetKind::group: return take_to_group(session, asked, taker);
    case TargetKind::bot: return hand_to_bot(session, target.bot);
    case TargetKind::message:
    case TargetKind::callback:
      if (!target.group.is_none()) return become(session, target);
      end_session(session, target.kind == TargetKind::message ? Cause::message : Cause::callback);
      return;
    case TargetKind::host: end_session(session, Cause::host); return;
    case TargetKind::reject: end_session(session, Cause::rejected); return;
    case TargetKind::undecided:
    case TargetKind::named_group:
    case TargetKind::menu: return;
  }
}

void TwinRouter::take_to_group(SessionRecord& session, const Asked& asked, const Taker& taker) {
  session.group = taker.target.group;
  switch (taker.opening) {
    case Opening::now:
      if (asked.standing == Standing::coming) return queue(session);
      return wait_in_group(session);
    case Opening::later: return schedule(session, Cause::closed, never);
  }
}

}  // namespace acd::twin
