// The whole routing plan as one value: a file under version control, checked once,
// compiled once. Ids are indices into the vectors here.
//
//   Blueprint b;
//   const ChannelId voice = b.add(Channel{"voice"});
//   const GroupId sales = b.add(SkillGroup{.name = "sales"});
//   b.add(Agent{.name = "ann", .memberships = {{.group = sales}}});
//   CompiledPlan::Result made = CompiledPlan::compile(b);   // or every problem at once
//
// A blueprint without a capacity rule gets one of its own: one session at a time, of any
// channel. One without an offer rule gets auto-answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "acd/config/agent.hpp"
#include "acd/config/attribute.hpp"
#include "acd/config/break_rule.hpp"
#include "acd/config/channel.hpp"
#include "acd/config/entry.hpp"
#include "acd/config/limits.hpp"
#include "acd/config/memory_rule.hpp"
#include "acd/config/offer_rule.hpp"
#include "acd/config/skill_group.hpp"
#include "acd/config/surge.hpp"
#include "acd/export.hpp"
#include "acd/policy/requirement.hpp"
#include "acd/policy/work_order.hpp"
#include "acd/time_plan/time_plan.hpp"
#include "acd/time_plan/zone.hpp"
#include "acd/vocabulary/id.hpp"

namespace acd {
inline namespace v1 {

struct Skill {
  std::string name{};
  friend bool operator==(const Skill&, const Skill&) = default;
};

/// A reason for being not ready: lunch, training ...
struct Reason {
  std::string name{};
  friend bool operator==(const Reason&, const Reason&) = default;
};

struct NamedRequirement {
  std::string name{};
  Requirement requirement{};
  friend bool operator==(const NamedRequirement&, const NamedRequirement&) = default;
};

/// Host code by name: the registry must bind exactly this name and version.
struct HostRank {
  std::string name{};
  std::uint32_t version = 1;
  friend bool operator==(const HostRank&, const HostRank&) = default;
};

/// Host code that names an agent for a session: bound by name, as HostRank.
struct HostChoice {
  std::string name{};
  std::uint32_t version = 1;
  friend bool operator==(const HostChoice&, const HostChoice&) = default;
};

/// Agents who stand in for each other (AffinityKind::owner_team).
struct Team {
  std::string name{};
  friend bool operator==(const Team&, const Team&) = default;
};

struct ACD_EXPORT Blueprint {
  std::string name{};
  std::vector<Channel> channels{};  ///< 1 to 32
  std::vector<Skill> skills{};
  std::vector<Attribute> attributes{};  ///< up to 32
  std::vector<Reason> reasons{};
  std::vector<HostRank> host_ranks{};
  std::vector<HostChoice> host_choices{};
  std::vector<Team> teams{};
  std::vector<OfferRule> offer_rules{};
  std::vector<CapacityRule> capacities{};
  std::vector<NamedRequirement> requirements{};  ///< RequirementId i names line i
  std::vector<ZoneRules> zones{};                ///< what the host knows of them
  std::vector<TimePlan> time_plans{};
  /// The window for which time plans are compiled; a command extends it. Needed if there are
  /// time plans.
  Instant timetables_from = earliest;
  Instant timetables_until = earliest;
  std::vector<SkillGroup> groups{};
  std::vector<Agent> agents{};  ///< agent handles are given in this order
  std::vector<Bot> bots{};
  std::vector<MenuNode> menu_nodes{};
  std::vector<Entry> entries{};
  std::vector<BreakRule> break_rules{};
  std::vector<Surge> surges{};  ///< up to 64
  WorkOrder work_order = WorkOrder{heaviest_group()}.then(most_urgent_first()).then(oldest_first());
  Limits limits{};
  MemoryRule memory{};     ///< of customers
  std::uint64_t seed = 1;  ///< of AgentCriterionKind::weighted_random

  friend bool operator==(const Blueprint&, const Blueprint&) = default;

  // Append a line and say its id.
  ChannelId add(Channel channel);
  SkillId add(Skill skill);
  AttributeId add(Attribute attribute);
  ReasonId add(Reason reason);
  HostRankId add(HostRank host_rank);
  HostChoiceId add(HostChoice host_choice);
  TeamId add(Team team);
  OfferRuleId add(OfferRule offer_rule);
  CapacityRuleId add(CapacityRule capacity);
  RequirementId add(NamedRequirement requirement);
  ZoneId add(ZoneRules zone);
  TimePlanId add(TimePlan plan);
  GroupId add(SkillGroup group);
  void add(Agent agent);
  BotId add(Bot bot);
  MenuNodeId add(MenuNode node);
  EntryId add(Entry entry);
  SurgeId add(Surge surge);
  void add(BreakRule rule);
};

}  // namespace v1
}  // namespace acd
