// Hands out slots and takes them back: the one freed last is used first, and when none is
// free, the next fresh one.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace acd::util {

class Slots {
 public:
  explicit Slots(std::uint32_t capacity) : free_(capacity) {}

  [[nodiscard]] std::uint32_t capacity() const { return static_cast<std::uint32_t>(free_.size()); }
  [[nodiscard]] bool is_full() const { return free_count_ == 0 && used_ == capacity(); }
  [[nodiscard]] std::uint32_t live() const { return used_ - free_count_; }
  /// Slots that were ever taken: 0 to used() - 1.
  [[nodiscard]] std::uint32_t used() const { return used_; }
  /// From the one to be used last to the one to be used next.
  [[nodiscard]] std::span<const std::uint32_t> free_slots() const {
    return std::span{free_}.first(free_count_);
  }

  /// Requires: not full.
  [[nodiscard]] std::uint32_t take() { return free_count_ == 0 ? used_++ : free_[--free_count_]; }
  void give_back(std::uint32_t slot) { free_[free_count_++] = slot; }

 private:
  std::vector<std::uint32_t> free_;  // the first free_count_ of it
  std::uint32_t free_count_ = 0;
  std::uint32_t used_ = 0;
};

}  // namespace acd::util
