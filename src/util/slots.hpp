// Hands out slots and takes them back: the one freed last is used first, and when none is
// free, the next fresh one.
#pragma once

#include <cstdint>
#include <span>

#include "util/fixed_array.hpp"

namespace acd::util {

class Slots {
 public:
  explicit Slots(std::uint32_t capacity) : stack_{capacity}, size_{capacity}, fresh_{capacity} {
    for (std::uint32_t i = 0; i < capacity; ++i) stack_[i] = capacity - 1 - i;
  }
  [[nodiscard]] std::uint32_t capacity() const { return static_cast<std::uint32_t>(stack_.size()); }
  [[nodiscard]] bool is_full() const { return size_ == 0; }
  [[nodiscard]] std::uint32_t live() const { return capacity() - size_; }
  /// Slots that were ever taken: 0 to used() - 1.
  [[nodiscard]] std::uint32_t used() const { return capacity() - fresh_; }
  /// Those that were taken and given back, from the one to be used last.
  [[nodiscard]] std::span<const std::uint32_t> free_slots() const {
    return {stack_.data() + fresh_, size_ - fresh_};
  }

  /// Requires: not full.
  [[nodiscard]] std::uint32_t take() {
    const std::uint32_t slot = stack_[--size_];
    if (size_ < fresh_) [[unlikely]]
      fresh_ = size_;
    return slot;
  }
  void give_back(std::uint32_t slot) { stack_[size_++] = slot; }

 private:
  FixedArray<std::uint32_t> stack_;  // the next to be taken is its top, the fresh lie below
  std::uint32_t size_;
  std::uint32_t fresh_;  // of the stack: never taken
};

}  // namespace acd::util
