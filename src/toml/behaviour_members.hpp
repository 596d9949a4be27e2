// Reads what customers do in menus, with bots and afterwards, and what fails on a day.
#pragma once

#include <vector>

#include "acd/simulation/scenario.hpp"
#include "toml/values.hpp"

namespace acd {
inline namespace v1 {

/// {"1" = "60%", "2" = 3}: by the keys of a menu.
struct KeyWeights {
  std::vector<KeyWeight> weights{};
};

void read_value(const Source& source, KeyWeights& target);
void read_value(const Source& source, BotHabit& target);
/// The demand by its name: one of Reading::demand_names.
void read_value(const Source& source, FollowUp& target);
/// `[[outage]]`
void read_value(const Source& source, Outage& target);
/// `[faults]`
void read_value(const Source& source, HostFaults& target);

}  // namespace v1
}  // namespace acd
