// As many elements as were asked for when it was made.
#pragma once

#include <cstddef>
#include <memory>

namespace acd::util {

template <class Value>
class FixedArray {
 public:
  /// All elements are value-initialised.
  explicit FixedArray(std::size_t size) : values_{std::make_unique<Value[]>(size)}, size_{size} {}

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] Value* data() { return values_.get(); }
  [[nodiscard]] const Value* data() const { return values_.get(); }
  [[nodiscard]] Value& operator[](std::size_t index) { return values_[index]; }
  [[nodiscard]] const Value& operator[](std::size_t index) const { return values_[index]; }

 private:
  std::unique_ptr<Value[]> values_;
  std::size_t size_;
};

}  // namespace acd::util
