// Everything the tables show of one side: the replay, or the log.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "acd/config/blueprint.hpp"
#include "call_record.hpp"
#include "interval_grid.hpp"
#include "reunion.hpp"
#include "signed_in.hpp"
#include "tally.hpp"

namespace acdsim {

/// One side's story.
struct Story {
  std::vector<CallRecord> calls{};
  std::vector<SignedIn> signed_in{};
};

/// Calls belong to the interval in which they arrived; working and signed-in time to the
/// interval in which it passes.
struct Figures {
  Tally tally{};
  acd::Duration working{0};    ///< agents' talk and wrap-up
  acd::Duration signed_in{0};  ///< of the agents who may serve these calls
  /// Working over signed-in time: of all agents, or, of a group, the part of its members'
  /// time that its own calls took. None if nobody was signed in.
  [[nodiscard]] std::optional<double> occupancy() const;
};

/// Of those who were served after some waiting: callers of the highest priority against the
/// others, half hour by half hour, so that a busy hour weighs the same on both sides.
struct UrgentWaits {
  acd::Priority priority = 0;
  std::size_t count = 0;  ///< urgent callers in half hours that have callers of both kinds
  double urgent_s = 0;    ///< their mean wait
  double others_s = 0;    ///< mean wait of the others, weighted by the urgent of each half hour
};

struct Summary {
  Figures total{};
  std::vector<Figures> queues{};  ///< by group
  std::map<acd::Priority, Tally> priorities{};
  std::vector<Figures> intervals{};  ///< by interval of the grid
  std::array<std::size_t, static_cast<std::size_t>(last_outcome) + 1> outcomes{};
  ReunionSummary reunions{};
  std::optional<UrgentWaits> urgent{};  ///< none if only one priority occurs
};

[[nodiscard]] Summary summarise(const Story& story, const acd::Blueprint& blueprint,
                                const IntervalGrid& grid, acd::Duration answer_limit);

}  // namespace acdsim
