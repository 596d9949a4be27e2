// A short sequence in place, without an allocation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace acd {
inline namespace v1 {

/// A few values in place; what lies beyond the size is never read.
template <class Value, std::size_t Capacity>
class ShortList {
 public:
  ShortList() {}  // NOLINT: the values beyond the size stay unset on purpose
  ShortList(std::initializer_list<Value> values) {
    for (const Value& value : values) push_back(value);
  }
  static constexpr std::size_t capacity = Capacity;
  /// False, and nothing changed, when the list is full.
  bool push_back(const Value& value) {
    if (size_ == Capacity) return false;
    values_[size_++] = value;
    return true;
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] const Value* begin() const { return storage(); }
  [[nodiscard]] const Value* end() const { return storage() + size_; }
  friend bool operator==(const ShortList& a, const ShortList& b) {
    if (a.size_ != b.size_) return false;
    for (std::size_t i = 0; i < a.size_; ++i) {
      if (!(a.begin()[i] == b.begin()[i])) return false;
    }
    return true;
  }

 private:
  [[nodiscard]] const Value* storage() const { return values_; }
  std::uint8_t size_ = 0;
  union {
    Value values_[Capacity];
  };
};

}  // namespace v1
}  // namespace acd
