// Overflow rules: when they act, and what they do to one that stays.
#include <algorithm>

#include "twin/twin_router.hpp"

namespace acd::twin {
namespace {

Cause cause_of(OverflowCause cause) {
  switch (cause) {
    case OverflowCause::nobody_signed_in: return Cause::nobody_signed_in;
    case OverflowCause::all_busy: return Cause::all_busy;
    case OverflowCause::closed: return Cause::closed;
    case OverflowCause::too_long: return Cause::too_long;
    case OverflowCause::too_slow: return Cause::too_slow;
    case OverflowCause::forecast_too_slow: return Cause::forecast_too_slow;
    case OverflowCause::refused: return Cause::refused;
    case OverflowCause::pressure: return Cause::pressure;
  }
  return Cause::none;
}

// Of the instants every, 2 * every ... those that have passed.
std::uint64_t instants_passed(const Repeat& repeat, Duration waited) {
  const auto passed = static_cast<std::uint64_t>(waited / repeat.every);
  return std::min<std::uint64_t>(passed, repeat.times);
}

}  // namespace

bool TwinFacts::has_rules(GroupId group, OverflowStage stage) const {
  return std::ranges::count(blueprint_.groups[group.index()].overflow, stage,
                            &OverflowRule::stage) > 0;
}

std::vector<Duration> TwinFacts::thresholds(GroupId group) const {
  std::set<Duration> all;
  const auto note = [&all](std::int64_t micros) {
    if (0 < micros && micros <= longest.count()) all.insert(Duration{micros});
  };
  for (const OverflowRule& rule : blueprint_.groups[group.index()].overflow) {
    if (rule.stage != OverflowStage::waiting) continue;
    for (const Condition::Node& node : rule.when.nodes()) {
      if (node.op != BooleanOp::leaf || node.leaf.kind != TestKind::waited) continue;
      note(node.leaf.low);
      if (node.leaf.high < unbounded_above) note(node.leaf.high + 1);
    }
    if (!rule.repeat) continue;
    for (std::int64_t i = 1; i <= rule.repeat->times; ++i) note(rule.repeat->every.count() * i);
  }
  return {all.begin(), all.end()};
}

TwinRouter::Outcome TwinRouter::ask_waiting_rules(SessionRecord& session) {
  const GroupId group = session.group;
  Outcome outcome = Outcome::nothing;
  const std::vector<OverflowRule>& rules = blueprint_.groups[group.index()].overflow;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Asked asked{&session, group, Standing::waiting};
    const bool is_asked = rules[i].stage == OverflowStage::waiting && may_act(session, rules[i], i);
    if (!is_asked || !holds(rules[i].when, asked)) continue;
    const Outcome each = act(session, asked, i);
    if (each == Outcome::taken) return each;
    if (each == Outcome::acted) outcome = each;
  }
  return outcome;
}

// True if one of them takes it.
bool TwinRouter::ask_arriving_rules(SessionRecord& session, GroupId group) {
  SessionRecord coming = session;
  coming.queued_at = now_;
  const SessionRecord there = as_if_in(coming, group);
  const Asked asked{&there, group, Standing::coming};
  const std::vector<OverflowRule>& rules = blueprint_.groups[group.index()].overflow;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].stage != OverflowStage::arriving || !holds(rules[i].when, asked)) continue;
    if (act(session, asked, i) == Outcome::taken) return true;
  }
  return false;
}

bool TwinRouter::may_act(const SessionRecord& session, const OverflowRule& rule,
                         std::size_t line) const {
  const std::uint64_t before = line < session.acted.size() ? session.acted[line] : 0;
  if (!rule.repeat) return before == 0;
  return instants_passed(*rule.repeat, now_ - session.joined) > before;
}

void TwinRouter::note_acted(SessionRecord& session, const OverflowRule& rule,
                            std::size_t line) const {
  session.acted.resize(std::max(session.acted.size(), line + 1));
  session.acted[line] = rule.repeat ? instants_passed(*rule.repeat, now_ - session.joined) : 1;
}

TwinRouter::Outcome TwinRouter::act(SessionRecord& session, const Asked& asked, std::size_t line) {
  const OverflowRule& rule = blueprint_.groups[asked.group.index()].overflow[line];
  const Relaxed after = relaxed(asked, rule);
  std::optional<Taker> taker;
  if (!rule.targets.empty()) {
    taker = taker_among(asked, rule, after);
    if (!taker) return Outcome::nothing;
  } else if (!changes_anything(asked, rule, after)) {
    return Outcome::nothing;
  }
  session.group = asked.group;
  emit(Event{.kind = EventKind::overflowed,
             .cause = cause_of(rule.cause),
             .group = asked.group,
             .session = session.handle,
             .value = static_cast<std::int64_t>(line)});
  if (asked.standing == Standing::waiting) note_acted(session, rule, line);
  tell_relaxed(session, after);
  for (const GroupId group : rule.also_in) {
    if (would_wait_also(session, classes_, group)) wait_also(session, group);
  }
  if (!taker) return Outcome::acted;
  take(session, asked, *taker);
  return Outcome::taken;
}

// One that stays needs room for its class wherever it waits.
TwinRouter::Relaxed TwinRouter::relaxed(const Asked& asked, const OverflowRule& rule) const {
  Relaxed after{*asked.there, classes_};
  const unsigned raised = after.there.priority + unsigned{rule.raise_priority};
  after.there.priority =
      static_cast<Priority>(std::min<unsigned>(raised, blueprint_.limits.priority_max));
  if (rule.relaxation == Relaxation::none) return after;
  const RequirementId before = after.there.requirement;
  after.there.requirement =
      rule.relaxation == Relaxation::replaced ? rule.requirement : RequirementId::none();
  if (!rule.targets.empty()) return after;
  const Classes wanted = classes_of(after.there);
  if (fit(classes_, wanted)) {
    after.classes.insert(wanted.begin(), wanted.end());
  } else {
    after.there.requirement = before;
  }
  return after;
}

bool TwinRouter::changes_anything(const Asked& asked, const OverflowRule& rule,
                                  const Relaxed& after) const {
  return after.there.priority != asked.there->priority ||
         after.there.requirement != asked.there->requirement ||
         std::ranges::any_of(rule.also_in, [&](GroupId group) {
           return would_wait_also(after.there, after.classes, group);
         });
}

void TwinRouter::tell_relaxed(SessionRecord& session, const Relaxed& after) {
  classes_ = after.classes;
  if (session.priority != after.there.priority) {
    session.priority = after.there.priority;
    emit(Event{.kind = EventKind::changed,
               .cause = Cause::priority,
               .priority = session.priority,
               .session = session.handle});
  }
  if (session.requirement != after.there.requirement) {
    session.requirement = after.there.requirement;
    tell_requirement(session);
  }
}

bool TwinRouter::would_wait_also(const SessionRecord& session, const Classes& in_use,
                                 GroupId group) const {
  const SkillGroup& line = blueprint_.groups[group.index()];
  const auto waits_there = [&](const Place& place) { return place.group == group; };
  return std::ranges::none_of(session.places(), waits_there) && serves(group, session.channel) &&
         line.distribution == Distribution::push && is_open(group) &&
         session.also.size() < also_in_max &&
         fit(in_use, {{group, session.channel, session.requirement}});
}

void TwinRouter::wait_also(SessionRecord& session, GroupId group) {
  emit(Event{.kind = EventKind::also_queued, .group = group, .session = session.handle});
  const Instant next = next_delay(session, group);
  session.also.push_back({group, next});
  use_classes_of(session);
  set_delay(session);
}

}  // namespace acd::twin
