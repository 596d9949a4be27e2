// Entries: the way of a session from its door to a group, a bot, a menu or its end.
#include <algorithm>

#include "twin/twin_router.hpp"

namespace acd::twin {
namespace {

bool is_heard(const Target& target, const SessionRecord& session) {
  if (target.kind == TargetKind::named_group) return !session.named.is_none();
  if (target.kind == TargetKind::bot) return !session.handed_over;
  return target.kind != TargetKind::undecided;
}

}  // namespace

Status TwinRouter::enter_by(const Command& c) {
  if (c.entry.index() >= blueprint_.entries.size()) return Status::unknown_entry;
  if (!c.group.is_none() && c.group.index() >= blueprint_.groups.size()) {
    return Status::unknown_group;
  }
  if (const Status status = check_place(c, c.channel); status != Status::applied) return status;
  if (const Status status = check_facts(c); status != Status::applied) return status;
  if (sessions_.live().size() >= blueprint_.limits.sessions) return Status::too_many_sessions;
  SessionRecord session = record_of(c, c.channel);
  session.named = c.group;
  SessionRecord& admitted = admit(session);
  if (admitted.begin.at == never) begin_way(admitted);
  return Status::applied;
}

void TwinRouter::step(SessionRecord& session, Cause cause, std::size_t line) {
  if (session.way.size() < way_steps_max) {
    session.way.push_back({cause, static_cast<std::uint16_t>(line)});
  }
  emit(Event{.kind = EventKind::routed,
             .cause = cause,
             .session = session.handle,
             .value = static_cast<std::int64_t>(line)});
}

void TwinRouter::begin_way(SessionRecord& session) {
  step(session, Cause::entry, session.entry.index());
  if (!ask_rules(session, 0)) end_session(session, Cause::unrouted);
}

bool TwinRouter::ask_rules(SessionRecord& session, std::size_t from_rule) {
  if (session.entry.is_none()) return ask_only_rule(session);
  const std::vector<EntryRule>& rules = blueprint_.entries[session.entry.index()].rules;
  for (std::size_t i = from_rule; i < rules.size(); ++i) {
    if (!holds(rules[i].when, Asked{&session})) continue;
    const bool on_duty = is_open(rules[i].hours);
    const EntrySlot& slot = on_duty ? rules[i].on_duty : rules[i].off_duty;
    const bool speaks = (slot.priority && !session.priority_decided) ||
                        (!slot.requirement.is_none() && !session.requirement_decided) ||
                        is_heard(slot.target, session);
    if (!speaks) continue;
    step(session, on_duty ? Cause::rule : Cause::rule_off_duty, i);
    hear(session, slot);
    session.rule = i;
    if (try_target(session, slot.target)) return true;
  }
  return false;
}

// It came without an entry.
bool TwinRouter::ask_only_rule(SessionRecord& session) {
  const GroupId group = session.named.is_none() ? session.group : session.named;
  step(session, Cause::rule, 0);
  return try_group(session, group);
}

void TwinRouter::hear(SessionRecord& session, const EntrySlot& slot) {
  const bool requires_it = !slot.requirement.is_none();
  if (slot.priority && !session.priority_decided) session.priority = *slot.priority;
  if (requires_it && !session.requirement_decided) session.requirement = slot.requirement;
  session.priority_decided = session.priority_decided || slot.priority;
  session.requirement_decided = session.requirement_decided || requires_it;
}

bool TwinRouter::try_target(SessionRecord& session, const Target& target) {
  Cause end = Cause::none;
  switch (target.kind) {
    case TargetKind::undecided: return false;
    case TargetKind::group: return try_group(session, target.group);
    case TargetKind::named_group:
      return !session.named.is_none() && try_group(session, session.named);
    case TargetKind::bot:
      if (session.handed_over || !has_room_at(target.bot)) return false;
      hand_to_bot(session, target.bot);
      return true;
    case TargetKind::menu: return try_node(session, target.node);
    case TargetKind::message:
    case TargetKind::callback:
      if (!target.group.is_none()) return try_to_become(session, target);
      end = target.kind == TargetKind::message ? Cause::message : Cause::callback;
      break;
    case TargetKind::host: end = Cause::host; break;
    case TargetKind::reject: end = Cause::rejected; break;
  }
  end_session(session, end);
  return true;
}

bool TwinRouter::try_to_become(SessionRecord& session, const Target& target) {
  if (!may_become(session, target)) return false;
  become(session, target);
  return true;
}

bool TwinRouter::has_room_at(BotId bot) const {
  const auto with_it = std::ranges::count_if(sessions_.live(), [&](const SessionRecord* other) {
    return other->state == SessionState::with_bot && other->bot == bot;
  });
  return static_cast<std::uint64_t>(with_it) < blueprint_.bots[bot.index()].sessions_max;
}

void TwinRouter::hand_to_bot(SessionRecord& session, BotId bot) {
  step(session, Cause::bot, bot.index());
  session.state = SessionState::with_bot;
  session.bot = bot;
}

bool TwinRouter::try_group(SessionRecord& session, GroupId group) {
  if (!serves(group, session.channel)) return false;
  if (ask_arriving_rules(session, group)) return true;
  SessionRecord coming = session;
  coming.queued_at = now_;
  const SessionRecord there = as_if_in(coming, group);
  if (!is_open(group) || !has_class_for(there) || is_full_for(there)) return false;
  session.group = group;
  queue(session);
  return true;
}

void TwinRouter::queue(SessionRecord& session) {
  session.queued_at = now_;
  if (session.starts_when_queued) session.start = now_;
  session.starts_when_queued = false;
  wait_in_group(session);
}

// Its own, from now on; since when it is queued stays.
void TwinRouter::wait_in_group(SessionRecord& session) {
  session.node = {};
  session.bot = {};
  emit(EventKind::queued, Cause::none, session);
  begin_to_wait(session);
  touch(session.handle);
}

bool TwinRouter::try_node(SessionRecord& session, MenuNodeId node) {
  const MenuNode& line = blueprint_.menu_nodes[node.index()];
  const bool on_duty = is_open(line.hours);
  step(session, on_duty ? Cause::node : Cause::node_off_duty, node.index());
  const bool has_more = std::ranges::count(blueprint_.menu_nodes, node, &MenuNode::parent) > 0;
  if (on_duty && has_more) {
    session.state = SessionState::in_menu;
    session.node = node;
    session.bot = {};
    return true;
  }
  const EntrySlot& slot = on_duty ? line.on_duty : line.off_duty;
  hear(session, slot);
  return try_target(session, slot.target);
}

Status TwinRouter::choose(SessionRecord& session, std::int64_t key) {
  if (session.state != SessionState::in_menu) return Status::session_not_in_menu;
  for (std::size_t i = 0; i < blueprint_.menu_nodes.size(); ++i) {
    const MenuNode& below = blueprint_.menu_nodes[i];
    if (below.parent != session.node || below.key != key) continue;
    session.node = {};
    const bool taken = try_node(session, MenuNodeId{i}) || ask_rules(session, session.rule + 1);
    if (!taken) end_session(session, Cause::unrouted);
    return Status::applied;
  }
  return Status::unknown_key;
}

Status TwinRouter::hand_over(SessionRecord& session, GroupId group) {
  if (session.state != SessionState::with_bot) return Status::session_not_with_bot;
  if (!group.is_none() && group.index() >= blueprint_.groups.size()) return Status::unknown_group;
  const BotId id = session.bot;
  const Bot& bot = blueprint_.bots[id.index()];
  const bool open = is_open(bot.hand_over_hours);
  if (!open && bot.off_duty.kind == TargetKind::undecided) return Status::hand_over_closed;
  if (!group.is_none()) session.named = group;
  session.handed_over = true;
  session.priority_decided = session.requirement_decided = false;
  step(session, Cause::hand_over, id.index());
  const bool taken = (!open && try_target(session, bot.off_duty)) || ask_rules(session, 0);
  if (!taken) end_session(session, Cause::unrouted);
  return Status::applied;
}

}  // namespace acd::twin
