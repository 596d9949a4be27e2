// Hands out slots and takes them back: the one freed last is used first, and when none is
// free, the next fresh one. The generation of a slot tells its tenants apart.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace acd::util {

class Slots {
 public:
  explicit Slots(std::uint32_t capacity) : generations_(capacity), free_{} {
    free_.reserve(capacity);
  }
  [[nodiscard]] std::uint32_t capacity() const {
    return static_cast<std::uint32_t>(generations_.size());
  }
  [[nodiscard]] bool is_full() const { return free_.empty() && used_ == capacity(); }
  [[nodiscard]] std::uint32_t live() const {
    return used_ - static_cast<std::uint32_t>(free_.size());
  }
  /// Slots that were ever taken: 0 to used() - 1.
  [[nodiscard]] std::uint32_t used() const { return used_; }
  [[nodiscard]] std::uint32_t generation(std::uint32_t slot) const { return generations_[slot]; }
  /// From the one to be used last to the one to be used next.
  [[nodiscard]] std::span<const std::uint32_t> free_slots() const { return free_; }

  /// Requires: not full.
  [[nodiscard]] std::uint32_t take() {
    std::uint32_t slot = used_;
    if (free_.empty()) {
      ++used_;
    } else {
      slot = free_.back();
      free_.pop_back();
    }
    ++generations_[slot];
    return slot;
  }
  void give_back(std::uint32_t slot) { free_.push_back(slot); }

 private:
  std::vector<std::uint32_t> generations_;
  std::vector<std::uint32_t> free_;
  std::uint32_t used_ = 0;
};

}  // namespace acd::util
