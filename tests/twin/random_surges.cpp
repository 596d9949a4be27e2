// Random surges, tickets, callbacks and break rules.
#include <algorithm>
#include <string>

#include "twin/random_condition.hpp"
#include "twin/random_entry.hpp"
#include "twin/random_overflow.hpp"
#include "twin/random_plan.hpp"

namespace acd::twin {
namespace {

// Far enough from `enter` that both never hold at once.
std::optional<Condition> random_leave(Random& random, const Test& enter) {
  if (random.percent(40)) return std::nullopt;
  if (random.percent(20)) return !Condition{enter};
  Test leave = enter;
  leave.low = unbounded_below;
  leave.high = enter.low - 1;
  return leave;
}

void random_thresholds(Random& random, const Blueprint& b, Surge& surge) {
  if (random.percent(15)) return;  // by hand only
  if (random.percent(50)) {
    surge.enter = random_condition(random, b, AskedBy::surge);
    return;
  }
  Test enter = random_pressure(random, b);
  enter.low = std::max<std::int64_t>(enter.low, 1);
  enter.high = unbounded_above;
  surge.enter = enter;
  surge.leave = random_leave(random, enter);
}

void random_swaps(Random& random, const Blueprint& b, Surge& surge) {
  if (b.capacities.size() < 2 || random.percent(50)) return;
  const CapacityRuleId from{random.below(b.capacities.size())};
  const CapacityRuleId to{random.below(b.capacities.size())};
  if (from != to) surge.capacities.push_back({from, to});
  if (from != to && random.percent(30)) surge.capacities.push_back({to, from});
}

TicketRule random_ticket_rule(Random& random, const Blueprint& b, GroupId own) {
  TicketRule rule{.due_in = random_seconds(random, 1, 20)};
  Duration before = rule.due_in;
  while (random.percent(60) && rule.reminders.size() < 8) {
    before -= random_seconds(random, 1, 4);
    if (before <= Duration::zero()) break;
    rule.reminders.push_back(before);
  }
  const GroupId to{random.below(b.groups.size())};
  if (to != own && random.percent(70)) rule.escalate_to = to;
  return rule;
}

CallbackRule random_callback_rule(Random& random, const Blueprint& b, GroupId own) {
  const std::vector<ChannelId>& served = b.groups[own.index()].channels;
  const ChannelId any{random.below(b.channels.size())};
  return {.channel = served.empty() ? any : random.one_of(served),
          .attempts_max = random.between<std::uint8_t>(1, 3),
          .retry_after = random_seconds(random, 1, 8),
          .hours = random_hours(random, b, 40)};
}

BreakRule random_break_rule(Random& random, const Blueprint& b, std::size_t index) {
  BreakRule rule{.name = "break" + std::to_string(index)};
  if (random.percent(60)) rule.group = GroupId{random.below(b.groups.size())};
  for (std::size_t i = 0; i < b.reasons.size(); ++i) {
    if (random.percent(35)) rule.reasons.push_back(ReasonId{i});
  }
  rule.ready_min = random.between<std::uint32_t>(0, 2);
  if (random.percent(60)) rule.away_max = random.between<std::uint32_t>(0, 2);
  rule.answer = random.percent(70) ? BreakAnswer::hold : BreakAnswer::refuse;
  rule.approval = random.percent(30) ? BreakApproval::needed : BreakApproval::not_needed;
  return rule;
}

}  // namespace

void add_surges(Random& random, Blueprint& b) {
  if (random.percent(55)) return;
  const std::size_t count = random.between<std::size_t>(1, 4);
  for (std::size_t i = 0; i < count; ++i) b.add(Surge{.name = "surge" + std::to_string(i)});
}

void fill_surges(Random& random, Blueprint& b) {
  for (Surge& surge : b.surges) {
    random_thresholds(random, b, surge);
    surge.dwell = random_seconds(random, 1, 6);
    random_swaps(random, b, surge);
    for (std::size_t group = 0; group < b.groups.size(); ++group) {
      if (!random.percent(15)) continue;
      surge.wrap_ups.push_back({GroupId{group}, random.between<std::uint8_t>(0, 100)});
    }
    if (random.percent(20)) surge.wrap_ups.push_back({.percent = 33});
  }
  for (Agent& agent : b.agents) {
    for (Membership& member : agent.memberships) {
      const bool is_reserve = !b.surges.empty() && random.percent(20);
      if (is_reserve) member.when = SurgeId{random.below(b.surges.size())};
    }
  }
}

void add_tickets(Random& random, Blueprint& b) {
  if (random.percent(50)) return;
  for (std::size_t i = 0; i < b.groups.size(); ++i) {
    SkillGroup& group = b.groups[i];
    if (random.percent(40)) group.tickets = random_ticket_rule(random, b, GroupId{i});
    if (random.percent(40)) group.callbacks = random_callback_rule(random, b, GroupId{i});
  }
}

void add_break_rules(Random& random, Blueprint& b) {
  if (random.percent(65)) return;
  const std::size_t count = random.between<std::size_t>(1, 3);
  for (std::size_t i = 0; i < count; ++i) b.add(random_break_rule(random, b, i));
}

// Ends of every kind; a ticket or a callback in a group if there is one.
Target random_end(Random& random, const Blueprint& b) {
  const GroupId group{random.below(b.groups.size())};
  const bool calls_back = b.groups[group.index()].callbacks.has_value();
  if (random.percent(30)) return leave_message(group);
  if (calls_back && random.percent(60)) return ask_callback(group);
  const std::vector<Target> ends = {leave_message(), ask_callback(), to_host(), reject()};
  return random.one_of(ends);
}

}  // namespace acd::twin
