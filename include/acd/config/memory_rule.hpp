// What the router remembers of customers: who served them, and who is responsible for them.
#pragma once

#include <cstdint>

#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

/// Memory is written when the router is made: 160 bytes a contact as long as all is below 1 GB,
/// then fewer, down to 105, so that ten million contacts fit in 1 GiB. When it is full the contact
/// remembered first is forgotten.
struct MemoryRule {
  std::uint32_t contacts = 0;  ///< at most 2^27; 0: nobody is remembered
  Duration keep{0};            ///< older contacts are forgotten; zero: none is, for its age
  friend bool operator==(const MemoryRule&, const MemoryRule&) = default;
};
inline constexpr std::uint32_t contacts_limit_max = std::uint32_t{1} << 27;

}  // namespace v1
}  // namespace acd
