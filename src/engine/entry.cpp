// A session's way from its door to a group, a bot, a menu or its end; and its schedule.
#include <algorithm>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr std::int64_t lots = 10'000;

std::int64_t lot_of(std::uint64_t customer, std::uint32_t salt) {
  util::Random drawn{customer + salt * std::uint64_t{0x9e3779b97f4a7c15U}};
  return static_cast<std::int64_t>(drawn.next() % lots);
}

}  // namespace

Status Router::Engine::enter(const Command& c) {
  if (c.entry.index() >= plan_.blueprint.entries.size()) return Status::unknown_entry;
  if (!c.group.is_none() && c.group.index() >= groups_.size()) return Status::unknown_group;
  if (const Status status = check_arrival(c, c.channel); status != Status::applied) return status;
  const Slot slot = open_session(c, c.channel);
  Event& event = emit_session(EventKind::arrived, Cause::none, slot);
  event.channel = c.channel;
  event.priority = c.priority;
  event.value = static_cast<std::int64_t>(c.reference);
  sessions_[slot].number = events_.count();
  if (c.not_before != never && c.not_before > at_) {
    schedule(slot, c.not_before);
  } else {
    begin_way(slot);
  }
  return Status::applied;
}

void Router::Engine::open_way(Slot slot, const Command& c) {
  sessions_[slot].travels = true;
  WayRecord& way = ways_[slot];
  way = {};
  way.entry = c.entry;
  if (!c.entry.is_none()) way.named = c.group;
  way.customer = c.customer;
  way.starts_when_queued = c.start == never && c.not_before != never && c.not_before > at_;
}

void Router::Engine::close_way(Slot slot) {
  clear_timer(TimerKind::begin, slot);
  leave_bot(slot);
}

void Router::Engine::leave_bot(Slot slot) {
  WayRecord& way = ways_[slot];
  if (way.bot.is_none()) return;
  --with_bot_[way.bot.index()];
  way.bot = BotId::none();
}

void Router::Engine::schedule(Slot slot, Instant begin) {
  sessions_[slot].state = SessionState::scheduled;
  ways_[slot].begin = begin;
  set_timer(TimerKind::begin, slot, begin);
}

// Its instant has come. In a closed group it waits for the opening (queue_come).
void Router::Engine::begin(Slot slot) {
  ways_[slot].begin = never;
  if (!ways_[slot].entry.is_none()) return begin_way(slot);
  if (groups_[sessions_[slot].group.index()].is_open) queue(slot);
}

void Router::Engine::begin_way(Slot slot) {
  step(slot, Cause::entry, ways_[slot].entry.index());
  if (!ask_rules(slot, 0)) end_session(slot, Cause::unrouted, nil);
}

void Router::Engine::step(Slot slot, Cause cause, std::size_t line) {
  static_cast<void>(ways_[slot].steps.push_back({cause, static_cast<std::uint16_t>(line)}));
  emit_session(EventKind::routed, cause, slot).value = static_cast<std::int64_t>(line);
}

bool Router::Engine::holds(const EntryTest& test, Slot slot) const {
  const SessionRecord& session = sessions_[slot];
  const WayRecord& way = ways_[slot];
  switch (test.kind) {
    case EntryTestKind::channel: return session.channel == test.channel;
    case EntryTestKind::attribute: {
      if ((session.present_attributes >> test.attribute.index() & 1) == 0) return false;
      const std::size_t width = plan_.blueprint.attributes.size();
      const std::int64_t value = attributes_[slot * width + test.attribute.index()];
      return test.low <= value && value <= test.high;
    }
    case EntryTestKind::split: {
      const std::int64_t lot =
          lot_of(way.customer != 0 ? way.customer : session.reference, test.salt);
      return test.low <= lot && lot < test.high;
    }
    case EntryTestKind::plan_open: return is_open(test.plan);
    case EntryTestKind::named:
      return !way.named.is_none() && (test.group.is_none() || test.group == way.named);
  }
  return false;
}

bool Router::Engine::ask_rules(Slot slot, std::size_t from_rule) {
  WayRecord& way = ways_[slot];
  const std::vector<EntryRule>& rules = plan_.blueprint.entries[way.entry.index()].rules;
  for (std::size_t i = from_rule; i < rules.size(); ++i) {
    const EntryRule& rule = rules[i];
    if (!rule.when.evaluate([&](const EntryTest& test) { return holds(test, slot); })) continue;
    const bool on_duty = is_open(rule.hours);
    const EntrySlot& said = on_duty ? rule.on_duty : rule.off_duty;
    const bool speaks = said.target.kind != TargetKind::undecided ||
                        (said.priority && !way.priority_decided) ||
                        (said.requirement && !way.requirement_decided);
    if (!speaks) continue;
    step(slot, on_duty ? Cause::rule : Cause::rule_off_duty, i);
    hear(slot, said);
    way.rule = static_cast<std::uint8_t>(i);
    if (try_target(slot, said.target)) return true;
  }
  return false;
}

// First to decide wins, for each of the two by itself.
void Router::Engine::hear(Slot slot, const EntrySlot& said) {
  WayRecord& way = ways_[slot];
  if (said.priority && !way.priority_decided) {
    way.priority_decided = true;
    sessions_[slot].priority = *said.priority;
  }
  if (said.requirement && !way.requirement_decided) {
    way.requirement_decided = true;
    sessions_[slot].requirement = *said.requirement;
  }
}

bool Router::Engine::try_target(Slot slot, const Target& target) {
  const auto end = [this, slot](Cause cause) {
    end_session(slot, cause, nil);
    return true;
  };
  switch (target.kind) {
    case TargetKind::undecided: return false;
    case TargetKind::group: return try_group(slot, target.group);
    case TargetKind::named_group: {
      const GroupId named = ways_[slot].named;
      return !named.is_none() && try_group(slot, named);
    }
    case TargetKind::bot: return try_bot(slot, target.bot);
    case TargetKind::menu: return try_node(slot, target.node);
    case TargetKind::message: return end(Cause::message);
    case TargetKind::callback: return end(Cause::callback);
    case TargetKind::host: return end(Cause::host);
    case TargetKind::reject: return end(Cause::rejected);
  }
  return false;
}

bool Router::Engine::try_group(Slot slot, GroupId group) {
  SessionRecord& session = sessions_[slot];
  const bool serves = (plan_.groups[group.index()].channels >> session.channel.index() & 1) != 0;
  if (!serves || !groups_[group.index()].is_open) return false;
  Slot first_class = nil;
  if (find_class(group, session.channel, session.requirement, first_class) != Status::applied) {
    return false;
  }
  const auto bars = [this, slot](Slot agent) { return is_barred(slot, agent); };
  if (is_full(group) && !is_anyone_eligible(group, first_class, Duration{0}, bars)) return false;
  use_class(first_class);
  session.group = group;
  session.first_class = first_class;
  queue(slot);
  return true;
}

void Router::Engine::queue(Slot slot) {
  SessionRecord& session = sessions_[slot];
  WayRecord& way = ways_[slot];
  leave_bot(slot);
  session.state = SessionState::waiting;
  session.queued_at = at_;
  if (way.starts_when_queued) session.start = at_;
  way.starts_when_queued = false;
  way.node = MenuNodeId::none();
  Event& event = emit_session(EventKind::queued, Cause::none, slot);
  event.group = session.group;
  event.priority = session.priority;
  event.until = session.start;
  begin_waiting(slot);
  touch_session(slot);
}

bool Router::Engine::try_bot(Slot slot, BotId bot) {
  WayRecord& way = ways_[slot];
  if (way.handed_over) return false;
  if (with_bot_[bot.index()] >= plan_.blueprint.bots[bot.index()].sessions_max) return false;
  step(slot, Cause::bot, bot.index());
  sessions_[slot].state = SessionState::with_bot;
  ++with_bot_[bot.index()];
  way.bot = bot;
  way.node = MenuNodeId::none();
  return true;
}

bool Router::Engine::try_node(Slot slot, MenuNodeId id) {
  const MenuNode& node = plan_.blueprint.menu_nodes[id.index()];
  const bool on_duty = is_open(node.hours);
  step(slot, on_duty ? Cause::node : Cause::node_off_duty, id.index());
  if (on_duty && plan_.has_menu_children(id)) {
    leave_bot(slot);
    sessions_[slot].state = SessionState::in_menu;
    ways_[slot].node = id;
    return true;
  }
  const EntrySlot& said = on_duty ? node.on_duty : node.off_duty;
  hear(slot, said);
  return try_target(slot, said.target);
}

Status Router::Engine::choose(Slot slot, std::int64_t key) {
  if (sessions_[slot].state != SessionState::in_menu) return Status::session_not_in_menu;
  WayRecord& way = ways_[slot];
  const MenuNodeId below = plan_.menu_child(way.node, key);
  if (below.is_none()) return Status::unknown_key;
  way.node = MenuNodeId::none();
  if (try_node(slot, below) || ask_rules(slot, way.rule + std::size_t{1})) return Status::applied;
  end_session(slot, Cause::unrouted, nil);
  return Status::applied;
}

Status Router::Engine::hand_over(Slot slot, GroupId group) {
  if (sessions_[slot].state != SessionState::with_bot) return Status::session_not_with_bot;
  if (!group.is_none() && group.index() >= groups_.size()) return Status::unknown_group;
  WayRecord& way = ways_[slot];
  const Bot& bot = plan_.blueprint.bots[way.bot.index()];
  const bool is_open_now = is_open(bot.hand_over_hours);
  if (!is_open_now && bot.off_duty.kind == TargetKind::undecided) return Status::hand_over_closed;
  if (!group.is_none()) way.named = group;
  way.handed_over = true;
  way.priority_decided = way.requirement_decided = false;
  step(slot, Cause::hand_over, way.bot.index());
  const bool taken = (!is_open_now && try_target(slot, bot.off_duty)) || ask_rules(slot, 0);
  if (!taken) end_session(slot, Cause::unrouted, nil);
  return Status::applied;
}

}  // namespace v1
}  // namespace acd
