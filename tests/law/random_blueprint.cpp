// Random blueprints, sound by construction: ids in range, lists without repetition.
#include "law/random_blueprint.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <vector>

#include "law/random_affinity.hpp"
#include "law/random_entry.hpp"
#include "law/random_overflow.hpp"
#include "law/random_policy.hpp"
#include "law/random_time_plan.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr std::array<const char*, 10> awkward{"sales",   "tier 2",       "and",  "普通话",
                                              "a.b[0]",  "it's \"new\"", "c\\d", "tab\there",
                                              "x\x7F\n", "1999-08-01"};

int upto(int most) { return *rc::gen::inRange(0, most + 1); }
bool coin() { return *rc::gen::arbitrary<bool>(); }

template <class Integer>
Integer between(Integer low, Integer high) {
  return static_cast<Integer>(
      *rc::gen::inRange<std::int64_t>(std::int64_t{low}, std::int64_t{high} + 1));
}

/// A few different names, each with its number where the list of awkward ones ends.
std::vector<std::string> random_names(int least, int most) {
  std::vector<std::string> names;
  const int count = between(least, most);
  for (int i = 0; i < count; ++i) {
    std::string name = awkward[static_cast<std::size_t>(upto(awkward.size() - 1))];
    if (std::ranges::find(names, name) != names.end()) name += std::to_string(i);
    names.push_back(name);
  }
  return names;
}

/// Some of the ids 0 to count - 1, each at most once, in any order.
template <class LineId>
std::vector<LineId> random_lines(std::size_t count) {
  std::vector<LineId> ids;
  for (std::size_t i = 0; i < count; ++i) {
    if (coin()) ids.insert(coin() ? ids.begin() : ids.end(), LineId{i});
  }
  return ids;
}

class RandomBlueprint {
 public:
  SoundBlueprint make() {
    b_.name = coin() ? "" : awkward[3];
    b_.seed = *rc::gen::arbitrary<std::uint64_t>();
    make_limits();
    for (auto& name : random_names(1, 4)) b_.add(Channel{name});
    for (auto& name : random_names(0, 4)) b_.add(Skill{name});
    for (auto& name : random_names(0, 3)) b_.add(random_attribute(name));
    for (auto& name : random_names(0, 3)) b_.add(Reason{name});
    make_host_ranks();
    for (auto& name : random_names(0, 3)) b_.add(random_offer_rule(name));
    for (auto& name : random_names(0, 3)) b_.add(random_capacity(name));
    for (auto& name : random_names(0, 3)) {
      b_.add(NamedRequirement{name, random_requirement_over(bounds())});
    }
    make_time_plans();
    for (auto& name : random_names(0, 4)) b_.add(random_group(name));
    for (auto& name : random_names(0, 4)) b_.add(random_agent(name));
    add_random_entries(b_);
    add_random_overflow(b_);
    add_random_affinity(b_, registry_);
    if (coin()) b_.work_order = random_work_order(bounds());
    return {std::move(b_), std::move(registry_)};
  }

 private:
  void make_limits() {
    if (coin()) return;
    b_.limits = {.sessions = between<std::uint32_t>(1, 1U << 24),
                 .requirements = between<std::uint16_t>(3, 65535),
                 .classes = between<std::uint32_t>(1, 1U << 24),
                 .exclusions_per_session = between<std::uint8_t>(4, 64),
                 .priority_max = between<Priority>(0, 63),
                 .level_max = between<Level>(0, 63)};
  }

  /// The first half ranks agents, the others rank sessions.
  void make_host_ranks() {
    for (auto& name : random_names(0, 4)) b_.add(HostRank{name, between<std::uint32_t>(0, 9)});
    agent_ranks_ = b_.host_ranks.size() / 2;
    for (std::size_t i = 0; i < b_.host_ranks.size(); ++i) {
      const auto& [name, version] = b_.host_ranks[i];
      if (i < agent_ranks_) {
        registry_.bind_agent_rank(name, version, 8, [](const AgentFacts&) { return 0; });
      } else {
        registry_.bind_session_rank(name, version, 8, [](const SessionFacts&) { return 0; });
      }
    }
  }

  /// A plan refers to earlier ones only: no cycle.
  void make_time_plans() {
    for (auto& name : random_names(0, 2)) {
      b_.add(random_zone());
      b_.zones.back().name = name;
    }
    const auto start = random_date().time_since_epoch();
    b_.timetables_from = Instant{start} + (coin() ? Duration{upto(86'400'000)} : Duration{0});
    b_.timetables_until = b_.timetables_from + std::chrono::days{1 + upto(200)};
    if (b_.zones.empty()) return;
    const std::vector<std::string> names = random_names(0, 4);
    for (std::size_t i = 0; i < names.size(); ++i) b_.add(random_time_plan(names[i]));
  }

  TimePlan random_time_plan(const std::string& name) {
    TimePlan plan{.name = name, .zone = random_line<ZoneId>(0, b_.zones.size())};
    if (coin()) plan.reading = LocalReading::end_points;
    for (int layers = upto(3); layers > 0; --layers) {
      plan.layers.push_back(random_layer(b_.time_plans.size()));
    }
    return plan;
  }

  [[nodiscard]] PolicyBounds bounds() const {
    const auto steps = std::max(1, int{b_.limits.priority_max});
    return {.skills = b_.skills.size(),
            .attributes = b_.attributes.size(),
            .agent_ranks = agent_ranks_,
            .session_ranks = b_.host_ranks.size() - agent_ranks_,
            .level_max = b_.limits.level_max,
            .step_max = longest / steps,
            .criteria_max = 1};  // one is never wider than a key
  }

  Duration duration() { return random_duration(Duration{0}, longest); }
  Duration above_zero() { return random_duration(Duration{1}, longest); }
  Level level() { return random_level(b_.limits.level_max); }

  Attribute random_attribute(const std::string& name) {
    const auto type = static_cast<AttributeType>(upto(2));
    if (type != AttributeType::symbol) return {name, type, {}};
    return {name, type, random_names(1, 3)};
  }

  OfferRule random_offer_rule(const std::string& name) {
    OfferRule rule{.name = name, .mode = static_cast<OfferMode>(upto(1))};
    if (coin()) rule.time_limit = above_zero();
    if (coin()) rule.fan_out = between<std::uint8_t>(1, 64);
    if (coin()) rule.offers_max = between<std::uint16_t>(1, 65535);
    if (coin()) rule.retry_after = above_zero();
    if (coin()) rule.misses_max = between<std::uint8_t>(1, 255);
    if (coin()) rule.withdrawal_lease = duration();
    return rule;
  }

  /// Lists every channel, so that no group is left without one.
  CapacityRule random_capacity(const std::string& name) {
    CapacityRule rule{.name = name, .units = between<std::uint16_t>(1, 255), .channels = {}};
    for (std::size_t i = 0; i < b_.channels.size(); ++i) {
      ChannelCapacity capacity{.channel = ChannelId{i}};
      if (coin()) capacity.cost = between<std::uint16_t>(1, rule.units);
      if (coin()) capacity.sessions_max = between<std::uint16_t>(1, 65535);
      if (coin()) capacity.interrupts = random_lines<ChannelId>(b_.channels.size());
      std::erase(capacity.interrupts, capacity.channel);
      rule.channels.insert(coin() ? rule.channels.begin() : rule.channels.end(), capacity);
    }
    return rule;
  }

  WrapUpRule random_wrap_up() {
    WrapUpRule rule;
    if (coin()) rule.any_channel = duration();
    for (const ChannelId channel : random_lines<ChannelId>(b_.channels.size())) {
      rule.channels.push_back({channel, duration()});
    }
    return rule;
  }

  SkillGroup random_group(const std::string& name) {
    SkillGroup group{.name = name};
    if (coin()) group.channels = random_lines<ChannelId>(b_.channels.size());
    if (coin()) group.weight = between<std::uint8_t>(1, 255);
    if (coin()) group.distribution = Distribution::pull;
    if (coin()) group.session_order = random_session_order(bounds());
    if (coin()) group.agent_order = random_agent_order(bounds());
    if (coin()) group.requirement = random_requirement_over(bounds());
    const auto rules = std::max<std::size_t>(1, b_.offer_rules.size());
    group.offer_rule = random_line<OfferRuleId>(0, rules);
    if (coin()) group.wrap_up = random_wrap_up();
    if (coin()) group.max_length = *rc::gen::arbitrary<std::uint32_t>();
    if (coin()) group.max_wait = above_zero();
    if (coin()) group.short_abandon = duration();
    group.hours = random_hours(b_);
    group.at_closing = static_cast<AtClosing>(upto(2));
    return group;
  }

  Agent random_agent(const std::string& name) {
    Agent agent{.name = name};
    agent.capacity = random_line<CapacityRuleId>(0, std::max<std::size_t>(1, b_.capacities.size()));
    for (const GroupId group : random_lines<GroupId>(b_.groups.size())) {
      agent.memberships.push_back({.group = group, .level = level()});
      Membership& last = agent.memberships.back();
      if (coin()) last.preference = *rc::gen::arbitrary<Preference>();
      if (coin()) last.delay = duration();
      if (coin()) last.share_percent = between<std::uint8_t>(0, 25);  // at most four groups
    }
    for (const SkillId skill : random_lines<SkillId>(b_.skills.size())) {
      agent.skills.push_back({skill, level()});
    }
    if (coin()) agent.wrap_up = random_wrap_up();
    if (coin()) agent.pick_right = PickRight::all_groups;
    agent.shift = random_hours(b_);
    if (coin()) agent.shift_kind = ShiftKind::flexible;
    return agent;
  }

  Blueprint b_{};
  Registry registry_{};
  std::size_t agent_ranks_ = 0;
};

}  // namespace

SoundBlueprint random_sound_blueprint() { return RandomBlueprint{}.make(); }

}  // namespace v1
}  // namespace acd
