// The state hash's mixer: the same on every compiler, byte order and word size.
#pragma once

#include <cstdint>

namespace acd::util {

/// Order matters: mix(a), mix(b) differs from mix(b), mix(a).
class HashMixer {
 public:
  void mix(std::uint64_t value) {
    hash_ = (hash_ ^ value) * 0x9e3779b97f4a7c15U;
    hash_ ^= hash_ >> 32;
  }
  [[nodiscard]] std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 0xcbf29ce484222325U;
};

}  // namespace acd::util
