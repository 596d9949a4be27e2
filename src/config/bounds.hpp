// Fixed bounds of a blueprint; those that a plan may choose are its Limits.
#pragma once

#include <cstddef>
#include <cstdint>

namespace acd {
inline namespace v1 {

inline constexpr std::size_t channels_max = 32;
inline constexpr std::size_t attributes_max = 32;
inline constexpr std::size_t entry_rules_max = 255;
inline constexpr std::size_t surges_max = 64;
inline constexpr std::size_t agents_max = std::size_t{1} << 24;
inline constexpr std::uint32_t sessions_limit_max = std::uint32_t{1} << 24;
inline constexpr std::uint32_t classes_limit_max = std::uint32_t{1} << 24;
inline constexpr int rank_limit_max = 63;  // of priority_max and level_max
inline constexpr int hops_limit_max = 15;

}  // namespace v1
}  // namespace acd
