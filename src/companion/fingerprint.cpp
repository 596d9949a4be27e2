// FNV-1a over every member of a blueprint, each list after its length. A structure is taken
// apart by a binding of all its members, so that a new one does not compile until it is here.
#include "acd/companion/fingerprint.hpp"

#include <chrono>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

namespace acd {
inline namespace v1 {
namespace {

class Digest {
 public:
  [[nodiscard]] std::uint64_t value() const { return value_; }

  template <class T>
  requires std::integral<T> || std::is_enum_v<T>
  void add(T number) {
    auto bits = static_cast<std::uint64_t>(number);
    for (int i = 0; i < 8; ++i, bits >>= 8) add_byte(bits & 0xff);
  }
  void add(std::string_view text) {
    add(text.size());
    for (const char c : text) add_byte(static_cast<unsigned char>(c));
  }
  template <class Rep, class Period>
  void add(std::chrono::duration<Rep, Period> duration) {
    add(duration.count());
  }
  template <class Clock, class Length>
  void add(std::chrono::time_point<Clock, Length> point) {
    add(point.time_since_epoch());
  }
  template <class Tag, class Rep>
  void add(Id<Tag, Rep> id) {
    add(id.value());
  }
  template <class T>
  void add(const std::optional<T>& optional) {
    add(optional.has_value());
    if (optional) add(*optional);
  }
  template <class T>
  void add(const std::vector<T>& list) {
    add(list.size());
    for (const T& item : list) add(item);
  }
  template <class Criterion>
  void add(const Ordering<Criterion>& order) {
    add(order.criteria().size());
    for (const Criterion& criterion : order.criteria()) add(criterion);
  }
  void add(const std::string& text) { add(std::string_view{text}); }
  template <class Leaf, std::size_t Capacity>
  void add(const Boolean<Leaf, Capacity>& expression) {
    add(expression.is_too_long());
    add(expression.nodes().size());
    for (const auto& [op, leaf] : expression.nodes()) {
      add(op);
      if (op == BooleanOp::leaf) add(leaf);
    }
  }
  void add(const SkillTest& test);
  void add(const DayRule& rule);
  void add(const Hours& hours);
  void add(const TimeRule& rule);
  void add(const PlanLayer& layer);
  void add(const TimePlan& plan);
  void add(const ZoneTransition& transition);
  void add(const ZoneRules& zone);
  void add(const AgentCriterion& criterion);
  void add(const SessionCriterion& criterion);
  void add(const WorkCriterion& criterion);
  void add(const WrapUpRule::ForChannel& wrap_up);
  void add(const WrapUpRule& wrap_up);
  void add(const Attribute& attribute);
  void add(const HostRank& host_rank);
  void add(const HostChoice& host_choice);
  void add(const ScoredAgent& scored);
  void add(const AffinityStrategy& strategy);
  void add(const OfferRule& rule);
  void add(const ChannelCapacity& capacity);
  void add(const CapacityRule& rule);
  void add(const NamedRequirement& named);
  void add(const Repeat& repeat);
  void add(const OverflowRule& rule);
  void add(const TicketRule& rule);
  void add(const CallbackRule& rule);
  void add(const SkillGroup& group);
  void add(const BreakRule& rule);
  void add(const CapacitySwap& swap);
  void add(const WrapUpScale& scale);
  void add(const Surge& surge);
  void add(const Membership& membership);
  void add(const SkillLevel& skill);
  void add(const Agent& agent);
  void add(const Target& target);
  void add(const EntrySlot& slot);
  void add(const Test& test);
  void add(const EntryRule& rule);
  void add(const Entry& entry);
  void add(const MenuNode& node);
  void add(const Bot& bot);
  void add(const Limits& limits);
  void add(const MemoryRule& memory);
  void add(const Blueprint& blueprint);
  template <class Named>
  requires std::same_as<Named, Channel> || std::same_as<Named, Skill> ||
      std::same_as<Named, Reason> || std::same_as<Named, Team>
  void add(const Named& named) {
    const auto& [name] = named;
    add(name);
  }

 private:
  template <class... Members>
  void add_all(const Members&... members) {
    (add(members), ...);
  }
  void add_byte(std::uint64_t byte) { value_ = (value_ ^ byte) * 0x100000001b3U; }

  std::uint64_t value_ = 0xcbf29ce484222325U;
};

void Digest::add(const SkillTest& test) {
  const auto& [skill, low, high] = test;
  add_all(skill, low, high);
}

void Digest::add(const DayRule& rule) {
  const auto& [kind, weekdays, month, day, nth, dates, first, last] = rule;
  add_all(kind, weekdays, month, day, +nth, dates, first, last);  // a number, no character
}

void Digest::add(const Hours& hours) {
  const auto& [start, end] = hours;
  add_all(start, end);
}

void Digest::add(const TimeRule& rule) {
  const auto& [kind, days, hours, from, to, plan] = rule;
  add_all(kind, days, hours, from, to, plan);
}

void Digest::add(const PlanLayer& layer) {
  const auto& [name, effect, when] = layer;
  add_all(name, effect, when);
}

void Digest::add(const TimePlan& plan) {
  const auto& [name, zone, reading, layers] = plan;
  add_all(name, zone, reading, layers);
}

void Digest::add(const ZoneTransition& transition) {
  const auto& [at, offset] = transition;
  add_all(at, offset);
}

void Digest::add(const ZoneRules& zone) {
  const auto& [name, first_offset, transitions] = zone;
  add_all(name, first_offset, transitions);
}

void Digest::add(const AgentCriterion& criterion) {
  const auto& [kind, skill, level, host_rank] = criterion;
  add_all(kind, skill, level, host_rank);
}

void Digest::add(const SessionCriterion& criterion) {
  const auto& [kind, cap, attribute, host_rank, step] = criterion;
  add_all(kind, cap, attribute, host_rank, step);
}

void Digest::add(const WorkCriterion& criterion) {
  const auto& [kind, cap, step] = criterion;
  add_all(kind, cap, step);
}

void Digest::add(const WrapUpRule::ForChannel& wrap_up) {
  const auto& [channel, duration] = wrap_up;
  add_all(channel, duration);
}

void Digest::add(const WrapUpRule& wrap_up) {
  const auto& [any_channel, channels] = wrap_up;
  add_all(any_channel, channels);
}

void Digest::add(const Attribute& attribute) {
  const auto& [name, type, symbols] = attribute;
  add_all(name, type, symbols);
}

void Digest::add(const HostRank& host_rank) {
  const auto& [name, version] = host_rank;
  add_all(name, version);
}

void Digest::add(const OfferRule& rule) {
  const auto& [name, mode, time_limit, fan_out, offers_max, retry_after, misses_max,
               withdrawal_lease] = rule;
  add_all(name, mode, time_limit, fan_out, offers_max, retry_after, misses_max, withdrawal_lease);
}

void Digest::add(const ChannelCapacity& capacity) {
  const auto& [channel, cost, sessions_max, interrupts] = capacity;
  add_all(channel, cost, sessions_max, interrupts);
}

void Digest::add(const CapacityRule& rule) {
  const auto& [name, units, channels] = rule;
  add_all(name, units, channels);
}

void Digest::add(const NamedRequirement& named) {
  const auto& [name, requirement] = named;
  add_all(name, requirement);
}

void Digest::add(const Repeat& repeat) {
  const auto& [every, times] = repeat;
  add_all(every, times);
}

void Digest::add(const OverflowRule& rule) {
  const auto& [name, stage, cause, when, repeat, raise_priority, relaxation, requirement, also_in,
               targets] = rule;
  add_all(name, stage, cause, when, repeat, raise_priority, relaxation, requirement, also_in,
          targets);
}

void Digest::add(const TicketRule& rule) {
  const auto& [due_in, reminders, escalate_to] = rule;
  add_all(due_in, reminders, escalate_to);
}

void Digest::add(const CallbackRule& rule) {
  const auto& [channel, attempts_max, retry_after, hours] = rule;
  add_all(channel, attempts_max, retry_after, hours);
}

void Digest::add(const HostChoice& host_choice) {
  const auto& [name, version] = host_choice;
  add_all(name, version);
}

void Digest::add(const ScoredAgent& scored) {
  const auto& [agent, score] = scored;
  add_all(agent.slot, agent.generation, score);
}

void Digest::add(const AffinityStrategy& strategy) {
  const auto& [kind, scope, hold_for, hold_place, host_choice, agents, window, hold, ring, when,
               backup] = strategy;
  add_all(kind, scope, hold_for, hold_place, host_choice, agents, window, hold, ring, when, backup);
}

void Digest::add(const SkillGroup& group) {
  const auto& [name, channels, weight, distribution, session_order, agent_order, requirement,
               offer_rule, wrap_up, max_length, max_wait, short_abandon, hours, at_closing,
               target_wait, service_window, forecast, tickets, callbacks, keeps_free, overflow,
               affinity, substitutes] = group;
  add_all(name, channels, weight, distribution, session_order, agent_order, requirement, offer_rule,
          wrap_up, max_length, max_wait, short_abandon, hours, at_closing, target_wait,
          service_window, forecast, tickets, callbacks, overflow, affinity, substitutes);
  if (keeps_free != 0) add(keeps_free);  // plans without it keep the fingerprint they had before
}

void Digest::add(const BreakRule& rule) {
  const auto& [name, group, reasons, ready_min, away_max, answer, approval] = rule;
  add_all(name, group, reasons, ready_min, away_max, answer, approval);
}

void Digest::add(const CapacitySwap& swap) {
  const auto& [from, to] = swap;
  add_all(from, to);
}

void Digest::add(const WrapUpScale& scale) {
  const auto& [group, percent] = scale;
  add_all(group, percent);
}

void Digest::add(const Surge& surge) {
  const auto& [name, enter, leave, dwell, capacities, wrap_ups] = surge;
  add_all(name, enter, leave, dwell, capacities, wrap_ups);
}

void Digest::add(const Membership& membership) {
  const auto& [group, level, preference, delay, share_percent, when] = membership;
  add_all(group, level, preference, delay, share_percent, when);
}

void Digest::add(const SkillLevel& skill_level) {
  const auto& [skill, level] = skill_level;
  add_all(skill, level);
}

void Digest::add(const Agent& agent) {
  const auto& [name, capacity, memberships, skills, wrap_up, pick_right, shift, shift_kind, team] =
      agent;
  add_all(name, capacity, memberships, skills, wrap_up, pick_right, shift, shift_kind, team);
}

void Digest::add(const Target& target) {
  const auto& [kind, group, bot, node] = target;
  add_all(kind, group, bot, node);
}

void Digest::add(const EntrySlot& slot) {
  const auto& [target, priority, requirement] = slot;
  add_all(target, priority, requirement);
}

void Digest::add(const Test& test) {
  const auto& [kind, channel, attribute, plan, group, requirement, surge, salt, low, high] = test;
  add_all(kind, channel, attribute, plan, group, requirement, surge, salt, low, high);
}

void Digest::add(const EntryRule& rule) {
  const auto& [name, when, hours, on_duty, off_duty] = rule;
  add_all(name, when, hours, on_duty, off_duty);
}

void Digest::add(const Entry& entry) {
  const auto& [name, rules] = entry;
  add_all(name, rules);
}

void Digest::add(const MenuNode& node) {
  const auto& [name, parent, key, hours, on_duty, off_duty] = node;
  add_all(name, parent, key, hours, on_duty, off_duty);
}

void Digest::add(const Bot& bot) {
  const auto& [name, sessions_max, hand_over_hours, off_duty] = bot;
  add_all(name, sessions_max, hand_over_hours, off_duty);
}

void Digest::add(const Limits& limits) {
  const auto& [sessions, requirements, classes, exclusions_per_session, hops, priority_max,
               level_max] = limits;
  add_all(sessions, requirements, classes, exclusions_per_session, hops, priority_max, level_max);
}

void Digest::add(const MemoryRule& memory) {
  const auto& [contacts, keep] = memory;
  add_all(contacts, keep);
}

void Digest::add(const Blueprint& blueprint) {
  const auto& [name, channels, skills, attributes, reasons, host_ranks, host_choices, teams,
               offer_rules, capacities, requirements, zones, time_plans, timetables_from,
               timetables_until, groups, agents, bots, menu_nodes, entries, break_rules, surges,
               work_order, limits, memory, seed] = blueprint;
  add_all(name, channels, skills, attributes, reasons, host_ranks, host_choices, teams, offer_rules,
          capacities, requirements, zones, time_plans, timetables_from, timetables_until, groups,
          agents, bots, menu_nodes, entries, break_rules, surges, work_order, limits, memory, seed);
}

}  // namespace

std::uint64_t fingerprint(const Blueprint& blueprint) {
  Digest digest;
  digest.add(blueprint);
  return digest.value();
}

}  // namespace v1
}  // namespace acd
