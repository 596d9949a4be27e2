// Hands out slots and takes them back: the one freed last is used first, and when none is
// free, the next fresh one.
#pragma once

#include <cstdint>
#include <span>

#include "util/fixed_array.hpp"

namespace acd::util {

class Slots {
 public:
  explicit Slots(std::uint32_t capacity)
      : stack_{capacity}, top_{stack_.data() + capacity}, fresh_{top_} {
    for (std::uint32_t i = 0; i < capacity; ++i) stack_[i] = capacity - 1 - i;
  }
  [[nodiscard]] std::uint32_t capacity() const { return static_cast<std::uint32_t>(stack_.size()); }
  [[nodiscard]] bool is_full() const { return top_ == stack_.data(); }
  [[nodiscard]] std::uint32_t live() const { return capacity() - up_to(top_); }
  /// Slots that were ever taken: 0 to used() - 1.
  [[nodiscard]] std::uint32_t used() const { return capacity() - up_to(fresh_); }
  /// Those that were taken and given back, from the one to be used last.
  [[nodiscard]] std::span<const std::uint32_t> free_slots() const { return {fresh_, top_}; }

  /// Some were given back and not taken again.
  [[nodiscard]] bool has_returned() const { return top_ != fresh_; }
  /// Requires: some were returned.
  [[nodiscard]] std::uint32_t take_returned() { return *--top_; }
  /// Requires: not full.
  [[nodiscard]] std::uint32_t take() {
    --top_;
    if (top_ < fresh_) [[unlikely]]
      fresh_ = top_;
    return *top_;
  }
  void give_back(std::uint32_t slot) { *top_++ = slot; }

 private:
  [[nodiscard]] std::uint32_t up_to(const std::uint32_t* place) const {
    return static_cast<std::uint32_t>(place - stack_.data());
  }

  FixedArray<std::uint32_t> stack_;
  std::uint32_t* top_;    // the next to be taken is before it
  std::uint32_t* fresh_;  // never taken: those before it
};

}  // namespace acd::util
