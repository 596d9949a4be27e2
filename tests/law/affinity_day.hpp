// A random day: customers who come again, in one or several groups, served by agents who serve
// everybody equally fast. It keeps books of its own of who is free and how long each session waits.
#pragma once

#include <cstdint>
#include <optional>
#include <queue>
#include <set>
#include <vector>

#include "acd/engine/router.hpp"
#include "acd/vocabulary/random.hpp"

namespace acd {
inline namespace v1 {

struct DayCaller {
  Instant arrival{};
  GroupId group{};
  Priority priority = 0;
  std::uint64_t customer = 0;  ///< 0: unknown
  ScoredAgents preferred{};
  Duration patience{0};
  Duration service{0};
};

/// An agent goes on a break, or comes back.
struct DayBreak {
  Instant at{};
  std::size_t agent = 0;
};

struct RandomDay {
  Blueprint blueprint{};  ///< every group with affinity, without holds
  std::vector<DayCaller> callers{};
  std::vector<DayBreak> breaks{};
};
enum class DayGroups : std::uint8_t { one, several };
/// The same for the same seed. Nobody takes a break in a day of one group.
[[nodiscard]] RandomDay random_day(std::uint64_t seed, DayGroups groups);

[[nodiscard]] Blueprint without_affinity(Blueprint blueprint);
/// Each strategy holds for a while drawn by the seed, up to a minute.
[[nodiscard]] Blueprint with_holds(Blueprint blueprint, std::uint64_t seed);
/// The longest hold of the group's strategies.
[[nodiscard]] Duration longest_hold(const SkillGroup& group);

struct DayOutcome {
  Duration wait{0};   ///< until he was assigned or gave up
  Duration spare{0};  ///< of that, while an agent was free who could have served him
  bool is_served = false;
  bool is_preferred = false;  ///< he was assigned to whom he preferred
  bool was_held = false;
  friend bool operator==(const DayOutcome&, const DayOutcome&) = default;
};
/// By caller. Asserts (RC_ASSERT) that no command is refused and no invariant broken.
[[nodiscard]] std::vector<DayOutcome> played(const RandomDay& day, const Blueprint& blueprint);

}  // namespace v1
}  // namespace acd
