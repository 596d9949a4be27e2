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
    list_[size_++] = number;
  }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  /// Grows while it is walked, if what is done notes more.
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint32_t operator[](std::size_t place) const { return list_[place]; }
  /// Forgets all; each may be noted again.
  void clear() {
    while (size_ != 0) noted_[list_[--size_]] = 0;
  }

 private:
  std::vector<std::uint32_t> list_;
  std::vector<std::uint8_t> noted_;
  std::size_t size_ = 0;
};

}  // namespace acd::util
