// What both routers of a comparison must agree on: who got whom, in order.
#pragma once

#include <cstdint>

namespace acd::bench {

/// A hash of the assignments in their order. Both sides fold into it in the timed loop.
class Assignments {
 public:
  void fold(std::uint32_t session, std::uint32_t agent) {
    hash_ = (hash_ ^ (std::uint64_t{session} << 32 | agent)) * 0x100000001b3U;
  }
  [[nodiscard]] std::uint64_t hash() const { return hash_; }

 private:
  std::uint64_t hash_ = 0xcbf29ce484222325U;
};

}  // namespace acd::bench
