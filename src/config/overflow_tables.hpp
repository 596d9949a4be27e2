// What of overflow rules and surges the engine reads at a glance.
#pragma once

#include <cstdint>
#include <vector>

#include "acd/config/blueprint.hpp"

namespace acd {
inline namespace v1 {

struct GroupOverflow {
  bool has_arriving = false;
  bool has_waiting = false;
  bool is_counted = false;             ///< its expected wait and service level are known
  std::vector<Duration> thresholds{};  ///< of waiting here, rising, above zero
  /// Bit per waiting rule, by thresholds reached: whether it could act on one who waited so long.
  std::vector<std::uint32_t> candidates{};
  std::uint32_t first_threshold = 0;  ///< its number among those of all groups
};

/// A leaf whose change wakes the waiting sessions of a group.
struct WakingLeaf {
  GroupId group{};
  Test test{};
};

struct OverflowTables {
  explicit OverflowTables(const Blueprint& blueprint);

  /// What happened to a session on its way through groups counts for later decisions.
  bool keeps_stays = false;
  bool has_rounds = false;  ///< surges, break rules or waiting rules
  bool keeps_free = false;  ///< some group does
  bool has_reserves = false;
  std::size_t places_max = 1;  ///< groups in which one session can wait
  std::uint32_t thresholds = 0;
  std::vector<GroupOverflow> groups{};
  std::vector<WakingLeaf> waking{};  ///< by group, then rule, then leaf
};

}  // namespace v1
}  // namespace acd
