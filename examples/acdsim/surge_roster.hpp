// Who works on the surge day, when, and what each has learnt. Invented.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "plain_centre.hpp"
#include "surge_profile.hpp"

namespace acdsim {

struct SurgeAgent {
  std::string name{};
  std::size_t queue = 0;  ///< the one he serves in the centre as it was
  PlainAgent shift{};
  std::array<std::uint64_t, surge_queues.size()> calls{};  ///< taken so far, by queue
};

/// In the order of their names.
[[nodiscard]] std::vector<SurgeAgent> surge_roster();

}  // namespace acdsim
