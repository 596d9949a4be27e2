// An array of zeroes whose memory is reserved when it is made and used as it is written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <type_traits>

namespace acd::util {

/// Large ones are pages that the system fills with zeroes at the first write: making one takes no
/// longer for more elements. They begin at a cache line. Out of memory: the program ends.
template <class Value>
class ZeroedArray {
  static_assert(std::is_trivially_copyable_v<Value> && std::is_trivially_destructible_v<Value>);

 public:
  explicit ZeroedArray(std::size_t size)
      : memory_{std::calloc(size * sizeof(Value) + line, 1)}, size_{size} {
    if (memory_ == nullptr) std::abort();
    void* begin = memory_.get();
    std::size_t space = size * sizeof(Value) + line;
    values_ = static_cast<Value*>(std::align(line, size * sizeof(Value), begin, space));
  }

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] Value& operator[](std::size_t index) noexcept { return values_[index]; }
  [[nodiscard]] const Value& operator[](std::size_t index) const noexcept { return values_[index]; }

 private:
  static constexpr std::size_t line = 64;
  struct Free {
    void operator()(void* memory) const noexcept { std::free(memory); }
  };

  std::unique_ptr<void, Free> memory_;
  Value* values_ = nullptr;
  std::size_t size_;
};

}  // namespace acd::util
