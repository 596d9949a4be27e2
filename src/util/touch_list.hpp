// Numbers noted once each, in order; room for all of them is made at the start.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace acd::util {

class TouchList {
 public:
  explicit TouchList(std::size_t numbers) : list_(numbers), noted_(numbers) {}

  void note(std::uint32_t number) {
    if (noted_[number] != 0) return;
    noted_[number] = 1;
    list_[place_of(size_++)] = number;
  }
  /// The first, which may be noted again from now on. Requires: not empty.
  std::uint32_t take_first() {
    const std::uint32_t number = list_[first_];
    first_ = place_of(1);
    --size_;
    noted_[number] = 0;
    return number;
  }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  /// Grows while it is walked, if what is done notes more.
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint32_t operator[](std::size_t place) const { return list_[place_of(place)]; }
  /// Forgets all; each may be noted again.
  void clear() {
    while (size_ != 0) noted_[list_[place_of(--size_)]] = 0;
    first_ = 0;
  }

 private:
  /// In the ring, so many behind the first.
  [[nodiscard]] std::size_t place_of(std::size_t behind) const {
    const std::size_t place = first_ + behind;
    return place < list_.size() ? place : place - list_.size();
  }

  std::vector<std::uint32_t> list_;
  std::vector<std::uint8_t> noted_;
  std::size_t first_ = 0;
  std::size_t size_ = 0;
};

}  // namespace acd::util
