// Whether customers meet the agent who served them last, and what that does to them and others.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "acd/vocabulary/time.hpp"
#include "call_record.hpp"
#include "tally.hpp"

namespace acdsim {

struct ReunionSummary {
  Tally identified{};            ///< calls whose customer is known
  Tally others{};                ///< calls whose customer is not
  std::size_t served_again = 0;  ///< identified, of a customer who was served before
  std::size_t same_agent = 0;    ///< ... by the agent who served that customer last
  /// Of those served again; none if nobody was.
  [[nodiscard]] std::optional<double> same_agent_share() const;
};

/// In the order in which the calls were answered. A served call whose agent is not recorded
/// counts neither as served again nor as served before.
[[nodiscard]] ReunionSummary summarise_reunions(const std::vector<CallRecord>& calls,
                                                acd::Duration answer_limit);

}  // namespace acdsim
