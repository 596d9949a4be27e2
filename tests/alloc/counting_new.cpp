// Replaces the global operator new and delete by counting ones.
#include "counting_new.hpp"

#include <cstdlib>
#include <new>

namespace {

std::size_t calls = 0;
std::size_t bytes = 0;

void* counted(void* memory, std::size_t size) {
  ++calls;
  bytes += size;
  if (memory == nullptr) std::abort();
  return memory;
}

void* aligned(std::size_t size, std::align_val_t alignment) {
  const auto to = static_cast<std::size_t>(alignment);
  return counted(std::aligned_alloc(to, (size + to - 1) / to * to), size);
}

}  // namespace

namespace acd::test {

std::size_t allocations() { return calls; }
std::size_t bytes_allocated() { return bytes; }

}  // namespace acd::test

void* operator new(std::size_t size) { return counted(std::malloc(size == 0 ? 1 : size), size); }
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new(std::size_t size, std::align_val_t to) { return aligned(size, to); }
void* operator new[](std::size_t size, std::align_val_t to) { return aligned(size, to); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
