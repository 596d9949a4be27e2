// A sorting key of 128 bits: what every ordering compiles to. Smaller comes first.
#pragma once

#include <compare>
#include <cstdint>

namespace acd::util {

struct Key {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  friend constexpr bool operator==(const Key&, const Key&) = default;
  friend constexpr auto operator<=>(const Key&, const Key&) = default;
};

/// Packs ranks, most significant first, to the left end of a key.
class KeyPacker {
 public:
  constexpr void append(std::uint64_t rank, unsigned bits) {
    packed_ = packed_ << bits | rank;
    used_ += bits;
  }
  [[nodiscard]] constexpr Key key() const {
    if (used_ == 0) return {};
    const Wide left = packed_ << (128 - used_);
    return {static_cast<std::uint64_t>(left >> 64), static_cast<std::uint64_t>(left)};
  }

 private:
  __extension__ using Wide = unsigned __int128;
  Wide packed_ = 0;
  unsigned used_ = 0;
};

}  // namespace acd::util
