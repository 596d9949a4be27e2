// A large array of zeroes, all of whose memory is there from the start.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <type_traits>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace acd::util {

/// Written when it is made, in large pages where the system has them: a random access then seldom
/// has to look up where its page is, and none waits for one. Linear in its size to make. Out of
/// memory: the program ends.
template <class Value>
class ZeroedArray {
  static_assert(std::is_trivially_copyable_v<Value> && std::is_trivially_destructible_v<Value>);

 public:
  explicit ZeroedArray(std::size_t size) : size_{size} {
    const std::size_t bytes = (size * sizeof(Value) + unit - 1) / unit * unit;
    const std::size_t alignment = bytes < large_page ? unit : large_page;
    const std::size_t rounded = (bytes + alignment - 1) / alignment * alignment;
    memory_.reset(std::aligned_alloc(alignment, rounded == 0 ? alignment : rounded));
    if (memory_ == nullptr) std::abort();
#ifdef __linux__
    // A wish: where it is not granted the pages are small ones.
    if (bytes >= large_page) static_cast<void>(madvise(memory_.get(), rounded, MADV_HUGEPAGE));
#endif
    std::memset(memory_.get(), 0, bytes);
  }

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] Value& operator[](std::size_t index) noexcept { return values()[index]; }
  [[nodiscard]] const Value& operator[](std::size_t index) const noexcept {
    return values()[index];
  }

 private:
  static constexpr std::size_t unit = 64;  // a cache line
  static constexpr std::size_t large_page = std::size_t{1} << 21;
  struct Free {
    void operator()(void* memory) const noexcept { std::free(memory); }
  };
  [[nodiscard]] Value* values() const noexcept { return static_cast<Value*>(memory_.get()); }

  std::unique_ptr<void, Free> memory_;
  std::size_t size_;
};

}  // namespace acd::util
