// Sound by construction: a rule does something, and only what its stage allows.
#include "law/random_overflow.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <string>

#include "law/random_condition.hpp"
#include "law/random_entry.hpp"

namespace acd {
inline namespace v1 {
namespace {

using namespace std::chrono_literals;

bool coin() { return *rc::gen::arbitrary<bool>(); }
std::size_t below(std::size_t end) { return *rc::gen::inRange<std::size_t>(0, end); }
Duration seconds_upto(int most) { return std::chrono::seconds{*rc::gen::inRange(1, most + 1)}; }

class RandomOverflow {
 public:
  explicit RandomOverflow(Blueprint& blueprint) : b_{blueprint} {}

  void add() {
    if (coin()) b_.limits.hops = static_cast<std::uint8_t>(below(16));
    add_surges();
    for (SkillGroup& group : b_.groups) add_group_rules(group);
    for (std::size_t i = 0; i < b_.groups.size(); ++i) add_rules(GroupId{i});
    for (Agent& agent : b_.agents) {
      for (Membership& membership : agent.memberships) {
        if (coin() && !b_.surges.empty()) membership.when = SurgeId{below(b_.surges.size())};
      }
    }
    add_break_rules();
  }

 private:
  void add_surges() {
    const std::size_t count = below(4);
    for (std::size_t i = 0; i < count; ++i) b_.add(Surge{.name = "surge " + std::to_string(i)});
    for (Surge& surge : b_.surges) {
      if (coin()) surge.enter = random_whole_condition(bounds_of(b_));
      if (coin()) surge.leave = !surge.enter;
      if (coin()) surge.dwell = seconds_upto(900);
      if (coin() && b_.capacities.size() > 1) {
        surge.capacities.push_back({CapacityRuleId{0}, CapacityRuleId{1}});
      }
      if (coin()) surge.wrap_ups.push_back({.percent = static_cast<std::uint8_t>(below(101))});
      if (coin() && !b_.groups.empty()) surge.wrap_ups.push_back({GroupId{0}, 50});
    }
  }

  void add_group_rules(SkillGroup& group) {
    if (coin()) group.target_wait = seconds_upto(120);
    if (coin()) group.service_window = seconds_upto(3600) + 12s;
    if (coin()) group.forecast = Forecast::counted;
    if (coin()) {
      group.tickets = TicketRule{.due_in = 10h};
      if (coin()) group.tickets->reminders = {9h, 30min, 1s};
    }
    if (coin()) {
      const ChannelId channel = group.channels.empty() ? ChannelId{0} : group.channels.back();
      group.callbacks = CallbackRule{.channel = channel, .hours = random_hours(b_)};
      if (coin()) group.callbacks->attempts_max = static_cast<std::uint8_t>(1 + below(255));
      if (coin()) group.callbacks->retry_after = seconds_upto(3600);
    }
  }

  void add_rules(GroupId id) {
    SkillGroup& group = b_.groups[id.index()];
    if (group.tickets && coin()) group.tickets->escalate_to = other_group(id);
    for (std::size_t i = below(4); i > 0; --i) {
      group.overflow.push_back(coin() ? arriving_rule(id) : waiting_rule(id));
      OverflowRule& rule = group.overflow.back();
      rule.name = "rule " + std::to_string(i);
      rule.cause = static_cast<OverflowCause>(below(8));
      add_relaxation(rule);
    }
  }

  OverflowRule arriving_rule(GroupId id) {
    OverflowRule rule{.stage = OverflowStage::arriving, .when = condition()};
    do {
      rule.targets.push_back(target(id));
    } while (coin());
    return rule;
  }

  OverflowRule waiting_rule(GroupId id) {
    OverflowRule rule{.when = condition(), .raise_priority = 1};
    if (coin()) {
      rule.targets.push_back(target(id));
    } else if (const GroupId other = other_group(id); !other.is_none()) {
      const bool pushes = b_.groups[other.index()].distribution == Distribution::push;
      if (pushes) rule.also_in.push_back(other);
    }
    if (coin()) {
      const auto times = static_cast<std::uint8_t>(1 + below(100));
      rule.repeat = Repeat{.every = seconds_upto(600), .times = times};
    }
    return rule;
  }

  void add_relaxation(OverflowRule& rule) {
    if (coin()) rule.relaxation = Relaxation::dropped;
    if (coin() && !b_.requirements.empty()) {
      rule.relaxation = Relaxation::replaced;
      rule.requirement = RequirementId{below(b_.requirements.size())};
    }
  }

  Condition condition() {
    ConditionBounds bounds = bounds_of(b_);
    bounds.asks_session = bounds.has_own_group = true;
    Condition when = random_condition(bounds);
    return when.is_too_long() ? Condition::anything() : when;
  }

  GroupId other_group(GroupId id) {
    if (b_.groups.size() < 2) return {};
    return GroupId{(id.index() + 1 + below(b_.groups.size() - 1)) % b_.groups.size()};
  }

  Target target(GroupId id) {
    const GroupId other = other_group(id);
    const bool has_other = !other.is_none();
    switch (below(8)) {
      case 0:
      case 1:
        if (has_other) return to_group(other);
        break;
      case 2:
        if (!b_.bots.empty()) return to_bot(BotId{below(b_.bots.size())});
        break;
      case 3:
        if (has_other) return leave_message(other);
        break;
      case 4:
        if (has_other && b_.groups[other.index()].callbacks) return ask_callback(other);
        break;
      case 5: return leave_message();
      case 6: return ask_callback();
      case 7: return to_host();
    }
    return reject();
  }

  void add_break_rules() {
    for (std::size_t i = below(3); i > 0; --i) {
      BreakRule rule{.name = "breaks " + std::to_string(i)};
      if (coin() && !b_.groups.empty()) rule.group = GroupId{below(b_.groups.size())};
      if (coin() && !b_.reasons.empty()) rule.reasons = {ReasonId{below(b_.reasons.size())}};
      if (coin()) rule.ready_min = static_cast<std::uint32_t>(below(5));
      if (coin()) rule.away_max = static_cast<std::uint32_t>(below(5));
      if (coin()) rule.answer = BreakAnswer::hold;
      if (coin()) rule.approval = BreakApproval::needed;
      b_.add(rule);
    }
  }

  Blueprint& b_;
};

}  // namespace

void add_random_overflow(Blueprint& blueprint) { RandomOverflow{blueprint}.add(); }

}  // namespace v1
}  // namespace acd
