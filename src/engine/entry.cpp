// A session's way from its door to a group, a bot, a menu or its end; and its schedule.
#include <algorithm>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {
namespace {

// Nobody goes to a bot again, or to a group that he did not name.
bool is_in_question(const Target& target, const WayRecord& way) {
  switch (target.kind) {
    case TargetKind::undecided: return false;
    case TargetKind::named_group: return !way.named.is_none();
    case TargetKind::bot: return !way.handed_over;
    case TargetKind::group:
    case TargetKind::menu:
    case TargetKind::message:
    case TargetKind::callback:
    case TargetKind::host:
    case TargetKind::reject: return true;
  }
  return false;
}

}  // namespace

[[gnu::noinline, gnu::cold]] Status Router::Engine::enter(const Command& c) {
  if (c.entry.index() >= plan_.blueprint.entries.size()) return Status::unknown_entry;
  if (!c.group.is_none() && c.group.index() >= groups_.size()) return Status::unknown_group;
  if (c.channel.index() >= channels_) return Status::unknown_channel;
  if (c.priority > priority_max_) return Status::priority_out_of_range;
  if (const Status status = check_details(c); status != Status::applied) return status;
  const Status status = check_each_preferred(c.preferred);
  if (status != Status::applied) return status;
  if (session_slots_.is_full()) return Status::too_many_sessions;
  SessionRecord& session = open_session(c, c.channel, GroupId::none(), nil);
  add_details(session, c);
  add_customer(session, c);
  if (is_scheduled(c)) {
    schedule(session, c.not_before);
  } else {
    begin_way(session);
  }
  return Status::applied;
}

[[gnu::noinline, gnu::cold]] void Router::Engine::open_way(SessionRecord& session,
                                                           const Command& c) {
  session.travels = true;
  WayRecord& way = way_of(session);
  way = {};
  way.entry = c.entry;
  if (!c.entry.is_none()) way.named = c.group;
  way.starts_when_queued = c.start == never && is_scheduled(c);
}

[[gnu::noinline, gnu::cold]] void Router::Engine::close_way(SessionRecord& session) {
  clear_timer(TimerKind::begin, slot_of(session));
  if (awaits_opening(session)) --awaiting_opening_;
  leave_bot(session);
}

void Router::Engine::leave_bot(SessionRecord& session) {
  WayRecord& way = way_of(session);
  if (way.bot.is_none()) return;
  --with_bot_[way.bot.index()];
  way.bot = BotId::none();
}

[[gnu::noinline, gnu::cold]] void Router::Engine::schedule(SessionRecord& session, Instant begin) {
  session.state = SessionState::scheduled;
  way_of(session).begin = begin;
  set_timer(TimerKind::begin, slot_of(session), begin);
}

// Its instant has come. In a closed group it waits for the opening (queue_come).
void Router::Engine::begin(SessionRecord& session) {
  way_of(session).begin = never;
  if (session.group.is_none()) {
    session.state = SessionState::waiting;  // as one that has just arrived
    return begin_way(session);
  }
  if (groups_[session.group.index()].is_open) return queue(session);
  ++awaiting_opening_;
}

void Router::Engine::begin_way(SessionRecord& session) {
  step(session, Cause::entry, way_of(session).entry.index());
  if (!ask_rules(session, 0)) end_session(session, Cause::unrouted, nullptr);
}

void Router::Engine::step(SessionRecord& session, Cause cause, std::size_t line) {
  static_cast<void>(way_of(session).steps.push_back({cause, static_cast<std::uint16_t>(line)}));
  emit_session(EventKind::routed, cause, session).value = static_cast<std::int64_t>(line);
}

// One that came without an entry goes back to the group it named, or from which it was sent away.
bool Router::Engine::ask_return(SessionRecord& session) {
  const WayRecord& way = way_of(session);
  step(session, Cause::rule, 0);
  return try_group(session, way.named.is_none() ? session.group : way.named);
}

bool Router::Engine::ask_rules(SessionRecord& session, std::size_t from_rule) {
  WayRecord& way = way_of(session);
  if (way.entry.is_none()) return ask_return(session);
  const Asked asked{.session = &session,
                    .group = GroupId::none(),
                    .stage = Stage::coming,
                    .would_ask = {},
                    .queued = {},
                    .agent = nil};
  const std::vector<EntryRule>& rules = plan_.blueprint.entries[way.entry.index()].rules;
  for (std::size_t i = from_rule; i < rules.size(); ++i) {
    const EntryRule& rule = rules[i];
    if (!holds(rule.when, asked)) continue;
    const bool on_duty = is_open(rule.hours);
    const EntrySlot& said = on_duty ? rule.on_duty : rule.off_duty;
    const bool speaks = is_in_question(said.target, way) ||
                        (said.priority && !way.priority_decided) ||
                        (!said.requirement.is_none() && !way.requirement_decided);
    if (!speaks) continue;
    step(session, on_duty ? Cause::rule : Cause::rule_off_duty, i);
    hear(session, said);
    way.rule = static_cast<std::uint8_t>(i);
    if (try_target(session, said.target)) return true;
  }
  return false;
}

// First to decide wins, for each of the two by itself.
void Router::Engine::hear(SessionRecord& session, const EntrySlot& said) {
  WayRecord& way = way_of(session);
  if (said.priority && !way.priority_decided) {
    way.priority_decided = true;
    session.priority = *said.priority;
  }
  if (!said.requirement.is_none() && !way.requirement_decided) {
    way.requirement_decided = true;
    session.requirement = said.requirement;
  }
}

bool Router::Engine::try_target(SessionRecord& session, const Target& target) {
  const auto end = [this, &session](Cause cause) {
    end_session(session, cause, nullptr);
    return true;
  };
  switch (target.kind) {
    case TargetKind::undecided: return false;
    case TargetKind::group: return try_group(session, target.group);
    case TargetKind::named_group: {
      const GroupId named = way_of(session).named;
      return !named.is_none() && try_group(session, named);
    }
    case TargetKind::bot: return try_bot(session, target.bot);
    case TargetKind::menu: return try_node(session, target.node);
    case TargetKind::message:
    case TargetKind::callback:
      if (!target.group.is_none()) return try_desk(session, target);
      return end(target.kind == TargetKind::message ? Cause::message : Cause::callback);
    case TargetKind::host: return end(Cause::host);
    case TargetKind::reject: return end(Cause::rejected);
  }
  return false;
}

bool Router::Engine::try_group(SessionRecord& session, GroupId group) {
  const bool serves = (plan_.groups[group.index()].channels >> session.channel.index() & 1) != 0;
  if (!serves) return false;
  if (come(session, group)) return true;
  if (!groups_[group.index()].is_open) return false;
  Slot first_class = nil;
  if (find_class(group, session.channel, session.requirement, first_class) != Status::applied) {
    return false;
  }
  const auto bars = [&](Slot agent) { return is_barred(session, agent); };
  if (is_full(groups_[group.index()]) && !is_anyone_eligible(group, first_class, Duration{0}, bars))
    return false;
  use_class(first_class);
  session.group = group;
  session.first_class = first_class;
  queue(session);
  return true;
}

void Router::Engine::announce_queued(const SessionRecord& session) {
  Event& event = emit_session(EventKind::queued, Cause::none, session);
  event.group = session.group;
  event.priority = session.priority;
  event.until = session.start;
}

void Router::Engine::queue(SessionRecord& session) {
  session.state = SessionState::waiting;
  session.detailed = true;
  session.queued_at = now_;
  if (session.travels) {
    WayRecord& way = way_of(session);
    leave_bot(session);
    if (way.starts_when_queued) session.start = now_;
    way.starts_when_queued = false;
  }
  announce_queued(session);
  begin_waiting(session, groups_[session.group.index()]);
  touch_session(slot_of(session));
}

bool EngineFacts::has_room_with_bot(const SessionRecord& session, BotId bot) const {
  if (session.travels && ways_[slot_of(session)].handed_over) return false;
  return with_bot_[bot.index()] < plan_.blueprint.bots[bot.index()].sessions_max;
}

// It has a way from now on, if it had none.
void Router::Engine::travel(SessionRecord& session) {
  if (session.travels) return;
  session.detailed = true;
  session.travels = true;
  way_of(session) = {};
}

bool Router::Engine::try_bot(SessionRecord& session, BotId bot) {
  if (!has_room_with_bot(session, bot)) return false;
  travel(session);
  WayRecord& way = way_of(session);
  step(session, Cause::bot, bot.index());
  session.state = SessionState::with_bot;
  ++with_bot_[bot.index()];
  way.bot = bot;
  return true;
}

bool Router::Engine::try_node(SessionRecord& session, MenuNodeId id) {
  const MenuNode& node = plan_.blueprint.menu_nodes[id.index()];
  const bool on_duty = is_open(node.hours);
  step(session, on_duty ? Cause::node : Cause::node_off_duty, id.index());
  if (on_duty && plan_.has_menu_children(id)) {
    leave_bot(session);
    session.state = SessionState::in_menu;
    way_of(session).node = id;
    return true;
  }
  const EntrySlot& said = on_duty ? node.on_duty : node.off_duty;
  hear(session, said);
  return try_target(session, said.target);
}

Status Router::Engine::choose(SessionRecord& session, std::int64_t key) {
  if (session.state != SessionState::in_menu) return Status::session_not_in_menu;
  WayRecord& way = way_of(session);
  const MenuNodeId below = plan_.menu_child(way.node, key);
  if (below.is_none()) return Status::unknown_key;
  way.node = MenuNodeId::none();
  if (try_node(session, below) || ask_rules(session, way.rule + std::size_t{1}))
    return Status::applied;
  end_session(session, Cause::unrouted, nullptr);
  return Status::applied;
}

Status Router::Engine::hand_over(SessionRecord& session, GroupId group) {
  if (session.state != SessionState::with_bot) return Status::session_not_with_bot;
  if (!group.is_none() && group.index() >= groups_.size()) return Status::unknown_group;
  WayRecord& way = way_of(session);
  const Bot& bot = plan_.blueprint.bots[way.bot.index()];
  const bool is_open_now = is_open(bot.hand_over_hours);
  if (!is_open_now && bot.off_duty.kind == TargetKind::undecided) return Status::hand_over_closed;
  if (!group.is_none()) way.named = group;
  way.handed_over = true;
  way.priority_decided = way.requirement_decided = false;
  step(session, Cause::hand_over, way.bot.index());
  const bool taken = (!is_open_now && try_target(session, bot.off_duty)) || ask_rules(session, 0);
  if (!taken) end_session(session, Cause::unrouted, nullptr);
  return Status::applied;
}

// The bot has solved it.
[[gnu::noinline, gnu::cold]] Status Router::Engine::complete_with_bot(SessionRecord& session) {
  if (session.state != SessionState::with_bot) return Status::session_not_serving;
  end_session(session, Cause::completed, nullptr);
  return Status::applied;
}

}  // namespace v1
}  // namespace acd
