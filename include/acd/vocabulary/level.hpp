// Small ranks: how good an agent is, how urgent a session is, how much he likes a group.
#pragma once

#include <cstdint>

namespace acd {
inline namespace v1 {

/// Proficiency; higher is better; 0 is the least, `Limits::level_max` the most.
using Level = std::uint8_t;

/// Urgency; higher is more urgent; 0 to `Limits::priority_max`.
using Priority = std::uint8_t;

/// An agent's wish for one of his groups; a lower rank is served first.
using Preference = std::uint8_t;

}  // namespace v1
}  // namespace acd
