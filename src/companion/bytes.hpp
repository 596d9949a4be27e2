// Little-endian numbers in bytes: one writer, one reader, the same call for both ways.
#pragma once

#include <array>
#include <cassert>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>

namespace acd {
inline namespace v1 {

/// Small differences of either sign as small unsigned numbers.
[[nodiscard]] constexpr std::uint64_t zigzag(std::uint64_t number) {
  return number << 1 ^ (number >> 63 != 0 ? ~std::uint64_t{0} : 0);
}
[[nodiscard]] constexpr std::uint64_t unzigzag(std::uint64_t number) {
  return number >> 1 ^ (0 - (number & 1));
}

/// Writes into a place of its own; the caller knows that it is large enough.
template <std::size_t Capacity>
class ByteWriter {
 public:
  void byte(std::uint8_t value) {
    assert(size_ < Capacity);
    bytes_[size_++] = static_cast<std::byte>(value);
  }
  template <std::unsigned_integral Number>
  void fixed(Number value) {
    for (std::size_t i = 0; i < sizeof(Number); ++i) {
      byte(static_cast<std::uint8_t>(value >> 8 * i & 0xff));
    }
  }
  /// Seven bits a byte, lowest first, the high bit set on all but the last.
  void varint(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) byte(static_cast<std::uint8_t>(value | 0x80));
    byte(static_cast<std::uint8_t>(value));
  }
  [[nodiscard]] std::span<const std::byte> bytes() const { return {bytes_.data(), size_}; }

 private:
  std::array<std::byte, Capacity> bytes_{};
  std::size_t size_ = 0;
};

/// Once it has failed it stays failed and every further number is 0.
class ByteReader {
 public:
  explicit ByteReader(std::span<const std::byte> bytes) : bytes_{bytes} {}

  std::uint8_t byte() {
    if (bytes_.empty()) return fail();
    const auto value = static_cast<std::uint8_t>(bytes_.front());
    bytes_ = bytes_.subspan(1);
    return value;
  }
  template <std::unsigned_integral Number>
  Number fixed() {
    Number value = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i) {
      value = static_cast<Number>(value | Number{byte()} << 8 * i);
    }
    return value;
  }
  /// Fails on more bytes than needed and on more than `bound`.
  std::uint64_t varint(std::uint64_t bound = ~std::uint64_t{0}) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint64_t next = byte();
      value |= (next & 0x7f) << shift;
      if (next >= 0x80) continue;
      const bool is_longer_than_needed = next == 0 && shift != 0;
      const bool is_over_64_bits = shift == 63 && next > 1;
      return is_longer_than_needed || is_over_64_bits || value > bound ? fail() : value;
    }
    return fail();
  }
  std::uint8_t fail() {
    has_failed_ = true;
    bytes_ = {};
    return 0;
  }
  [[nodiscard]] bool has_failed() const { return has_failed_; }
  [[nodiscard]] std::span<const std::byte> rest() const { return bytes_; }

 private:
  std::span<const std::byte> bytes_{};
  bool has_failed_ = false;
};

}  // namespace v1
}  // namespace acd
