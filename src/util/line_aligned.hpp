// An allocator whose arrays begin at a cache line: what is read together then shares one.
#pragma once

#include <cstddef>
#include <new>

namespace acd::util {

template <class Value>
struct LineAligned {
  using value_type = Value;
  static constexpr std::align_val_t line{64};

  LineAligned() = default;
  template <class Other>
  explicit LineAligned(const LineAligned<Other>& /*other*/) {}

  [[nodiscard]] Value* allocate(std::size_t count) {
    return static_cast<Value*>(::operator new(count * sizeof(Value), line));
  }
  void deallocate(Value* values, std::size_t /*count*/) { ::operator delete(values, line); }
  friend bool operator==(LineAligned, LineAligned) { return true; }
};

}  // namespace acd::util
