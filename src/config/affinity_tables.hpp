// What of affinity and of the memory of customers the engine reads at a glance.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "acd/config/blueprint.hpp"
#include "acd/config/registry.hpp"

namespace acd {
inline namespace v1 {

/// An agent of a list and his ring: so many different higher scores are in the list.
struct RingedAgent {
  std::uint32_t agent = 0;
  std::uint32_t ring = 0;
  friend bool operator==(const RingedAgent&, const RingedAgent&) = default;
};

/// A strategy as small as it gets: three or four of them are looked at for every arrival.
struct StrategyTables {
  AffinityKind kind = AffinityKind::last_agent;
  AffinityScope scope = AffinityScope::any_group;
  HoldFor hold_for = HoldFor::working;
  HoldPlace hold_place = HoldPlace::in_order;
  HostChoiceId host_choice{};
  bool has_condition = false;
  GroupId backup{};
  Duration window{0};
  Duration hold{0};
  Duration ring{0};
};

static_assert(sizeof(StrategyTables) == 32);

struct GroupAffinity {
  std::vector<StrategyTables> strategies{};
  /// By strategy: of the blueprint that was read.
  std::vector<const Condition*> conditions{};
  /// By strategy: its own list by falling score, equal ones as they are listed.
  std::vector<std::vector<RingedAgent>> lists{};
  bool keeps_owners = false;
  bool asks_conditions = false;

  /// Of one of the strategies here.
  [[nodiscard]] const Condition& condition_of(const StrategyTables& strategy) const {
    return *conditions[static_cast<std::size_t>(&strategy - strategies.data())];
  }
  [[nodiscard]] std::span<const RingedAgent> list_of(const StrategyTables& strategy) const {
    return lists[static_cast<std::size_t>(&strategy - strategies.data())];
  }
};

struct AffinityTables {
  /// The blueprint is kept where it is for as long as the tables are used.
  AffinityTables(const Blueprint& blueprint, const Registry& registry);

  bool has_affinity = false;  ///< of any group
  bool keeps_memory = false;
  bool has_backups = false;
  std::vector<AgentChoice> choices{};  ///< by HostChoiceId

  [[nodiscard]] const GroupAffinity& of(GroupId group) const {
    return chains_[chain_of_[group.index()]];
  }
  /// Rising; of a team that is none, nobody.
  [[nodiscard]] std::span<const std::uint32_t> members_of(TeamId team) const {
    if (team.is_none()) return {};
    const std::uint32_t first = team_begins_[team.index()];
    return {team_members_.data() + first, team_begins_[team.index() + 1] - first};
  }

 private:
  void read_groups(const Blueprint& blueprint);
  void gather_teams(const Blueprint& blueprint);

  // Groups whose affinity is the same share one: what every arrival looks at stays near.
  std::vector<GroupAffinity> chains_{};
  std::vector<std::uint16_t> chain_of_{};     ///< by group
  std::vector<std::uint32_t> team_begins_{};  ///< one more than there are teams
  std::vector<std::uint32_t> team_members_{};
};

}  // namespace v1
}  // namespace acd
