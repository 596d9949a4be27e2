// A blueprint compiled: what the engine reads instead of vectors, names and policies.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "acd/config/blueprint.hpp"
#include "acd/config/registry.hpp"
#include "acd/time_plan/timetable.hpp"
#include "config/affinity_tables.hpp"
#include "config/bounds.hpp"
#include "config/key_plan.hpp"
#include "config/overflow_tables.hpp"

namespace acd {
inline namespace v1 {

inline constexpr std::uint32_t unlimited = std::numeric_limits<std::uint32_t>::max();

struct GroupTables {
  config::AgentKeyPlan agent_keys;
  config::SessionKeyPlan session_keys;
  bool is_push = true;
  std::uint32_t channels = 0;  ///< bit per channel served
  ChannelId first_channel;
  OfferRule offer;               ///< its fan_out is 1 when the mode is assign
  std::uint16_t offers_max = 0;  ///< 0: without bound
  std::uint32_t max_length = unlimited;
  Duration max_wait{0};          ///< 0: none
  bool ends_at_closing = false;  ///< those who wait
  std::uint16_t keeps_free = 0;
  std::vector<Duration> delays;        ///< distinct, of its memberships, rising
  bool has_delays = false;             ///< any above zero
  std::vector<std::uint32_t> members;  ///< indices of memberships, in blueprint order
};

struct MembershipTables {
  std::uint32_t agent = 0;
  GroupId group;
  std::uint16_t ring = 0;  ///< index of its delay among the group's
  SurgeId when{};          ///< in force only while it is on
};

struct ChannelTables {
  std::uint16_t cost = 0;          ///< 0: not listed
  std::uint16_t sessions_max = 0;  ///< 0: not listed
  std::uint32_t interrupts = 0;    ///< bit per channel
};

struct CapacityTables {
  std::uint16_t units = 1;
  bool interrupts = false;              ///< any channel any other
  bool is_exclusive = true;             ///< whatever he does leaves no room for more
  std::uint32_t listed = 0;             ///< bit per channel
  std::vector<ChannelTables> channels;  ///< one per channel of the blueprint
};

struct AgentTables {
  std::uint32_t first_membership = 0;
  std::uint32_t memberships = 0;
  bool has_wrap_up = false;  ///< a rule of his own
};

/// A node of a menu as its parent's key finds it.
struct MenuChild {
  MenuNodeId parent;
  std::int64_t key = 0;
  MenuNodeId node;
  friend auto operator<=>(const MenuChild&, const MenuChild&) = default;
};

struct PlanTables {
  explicit PlanTables(const Blueprint& complete, const Registry& registry);
  PlanTables(const PlanTables&) = delete;  // some of the tables look into the blueprint
  PlanTables& operator=(const PlanTables&) = delete;

  Blueprint blueprint;
  OverflowTables overflow;
  AffinityTables affinity;
  std::vector<Registry::Binding> bindings;  ///< by HostRankId
  config::WorkPlan work;
  std::size_t channels = 0;  ///< of the blueprint
  std::vector<GroupTables> groups;
  std::vector<CapacityTables> capacities;
  std::vector<AgentTables> agents;
  std::vector<MembershipTables> memberships;  ///< by agent, in his order
  std::vector<Duration> wrap_ups;             ///< [group][channel]
  std::vector<std::uint8_t> skill_levels;     ///< [agent][skill]: level + 1, 0 without
  std::vector<Timetable> timetables;          ///< by TimePlanId
  std::vector<MenuChild> menu_children;       ///< sorted
  std::uint32_t rings_max = 1;                ///< distinct delays of a group, at most
  std::uint32_t offers_max = 0;               ///< charges that all agents can hold together

  [[nodiscard]] std::span<const std::uint8_t> skills_of(std::uint32_t agent) const {
    const std::size_t width = blueprint.skills.size();
    return {skill_levels.data() + agent * width, width};
  }
  [[nodiscard]] bool has_menu_children(MenuNodeId node) const;
  /// None if the node has none with this key. Logarithmic.
  [[nodiscard]] MenuNodeId menu_child(MenuNodeId node, std::int64_t key) const;
  [[nodiscard]] bool meets(std::uint32_t agent, const Requirement& requirement) const;
  /// Wrap-up after a session of the group and channel, of an agent without a rule of his own.
  [[nodiscard]] Duration wrap_up(GroupId group, ChannelId channel) const {
    return wrap_ups[group.index() * channels + channel.index()];
  }
  /// On any channel.
  [[nodiscard]] bool has_wrap_up(GroupId group) const;
  /// The same of one who has a rule, which may be silent on the channel.
  [[nodiscard]] Duration own_wrap_up(std::uint32_t agent, GroupId group, ChannelId channel) const;
};

}  // namespace v1
}  // namespace acd
