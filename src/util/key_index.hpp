// Things in key order, best first: the ready agents of a class, its waiting sessions.
//
// Elements are numbers; their keys and links lie in an array shared by all indices of a
// family, since an element is in at most one. Two shapes behind one door:
//
//   bands  keys whose leading bits (six at most) are a small rank and whose rest mostly
//          arrives in rising order: one circular sorted list per rank, closed by a sentinel
//          in the same array. Appending and erasing are constant time; an element that
//          takes an old place walks from both ends.
//   heap   any keys: a 4-ary heap with erase by name.
#pragma once

#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "util/addressable_heap.hpp"
#include "util/key.hpp"

namespace acd::util {

inline constexpr std::uint32_t nil = 0xffffffff;

struct KeyNode {
  static constexpr std::uint32_t outside = 0xfffffffe;
  Key key;
  std::uint32_t previous = outside;  // list: link; heap: position
  std::uint32_t next = nil;
  [[nodiscard]] bool is_inside() const { return previous != outside; }
};

/// The elements of a family of indices, then the sentinels of their lists.
using KeyNodes = std::vector<KeyNode>;

class KeyIndex {
 public:
  static constexpr unsigned band_bits_max = 6;

  /// `band_bits` above `band_bits_max` asks for a heap. Appends its sentinels to `nodes`.
  KeyIndex(KeyNodes& nodes, unsigned band_bits);

  [[nodiscard]] bool empty() const { return occupied_ == 0; }
  /// Requires: not empty.
  [[nodiscard]] std::uint32_t top(const KeyNodes& nodes) const {
    if (is_heap_) return heap_.top().name;
    return nodes[first_sentinel_ + static_cast<std::uint32_t>(std::countr_zero(occupied_))].next;
  }
  void insert(KeyNodes& nodes, std::uint32_t element, const Key& key);
  void erase(KeyNodes& nodes, std::uint32_t element);
  /// The first element in key order for which `suits` holds; nil if none does.
  template <class Suits>
  [[nodiscard]] std::uint32_t first_where(const KeyNodes& nodes, const Suits& suits) const;
  /// Every element; in key order within a band of a list, in no order in a heap.
  template <class Visit>
  void for_each(const KeyNodes& nodes, const Visit& visit) const;

 private:
  [[nodiscard]] std::uint32_t sentinel_of(const Key& key) const {
    // Two shifts, since one by 64 is not defined.
    return first_sentinel_ + static_cast<std::uint32_t>(key.high >> 1 >> (63 - band_bits_));
  }
  [[nodiscard]] std::uint64_t bit_of(std::uint32_t sentinel) const {
    return std::uint64_t{1} << (sentinel - first_sentinel_);
  }
  static void insert_inside(KeyNodes& nodes, std::uint32_t sentinel, std::uint32_t element);
  [[nodiscard]] static auto position(KeyNodes& nodes) {
    return [&nodes](std::uint32_t element) -> std::uint32_t& { return nodes[element].previous; };
  }

  std::uint64_t occupied_ = 0;  // one bit per list that has elements; a heap: bit 0
  std::uint32_t first_sentinel_;
  std::uint8_t band_bits_;
  bool is_heap_;
  AddressableHeap<Key> heap_;
};

inline void KeyIndex::insert(KeyNodes& nodes, std::uint32_t element, const Key& key) {
  KeyNode& node = nodes[element];
  assert(!node.is_inside());
  node.key = key;
  if (is_heap_) {
    occupied_ = 1;
    return heap_.insert({key, element}, position(nodes));
  }
  const std::uint32_t sentinel = sentinel_of(key);
  const std::uint32_t last = nodes[sentinel].previous;
  if (last != sentinel && key < nodes[last].key) return insert_inside(nodes, sentinel, element);
  occupied_ |= bit_of(sentinel);
  node.previous = last;
  node.next = sentinel;
  nodes[last].next = element;
  nodes[sentinel].previous = element;
}

inline void KeyIndex::erase(KeyNodes& nodes, std::uint32_t element) {
  KeyNode& node = nodes[element];
  assert(node.is_inside());
  const std::uint32_t previous = node.previous;
  node.previous = KeyNode::outside;
  if (is_heap_) {
    heap_.erase_at(previous, position(nodes));
    if (heap_.empty()) occupied_ = 0;
    return;
  }
  nodes[previous].next = node.next;
  nodes[node.next].previous = previous;
  if (previous == node.next) occupied_ &= ~bit_of(previous);  // only the sentinel is left
}

template <class Suits>
std::uint32_t KeyIndex::first_where(const KeyNodes& nodes, const Suits& suits) const {
  if (is_heap_) {
    std::uint32_t best = nil;
    for (const auto& entry : heap_.entries()) {
      if (best != nil && !(entry.key < nodes[best].key)) continue;
      if (suits(entry.name)) best = entry.name;
    }
    return best;
  }
  for (std::uint64_t left = occupied_; left != 0; left &= left - 1) {
    const auto sentinel = first_sentinel_ + static_cast<std::uint32_t>(std::countr_zero(left));
    for (std::uint32_t i = nodes[sentinel].next; i != sentinel; i = nodes[i].next) {
      if (suits(i)) return i;
    }
  }
  return nil;
}

template <class Visit>
void KeyIndex::for_each(const KeyNodes& nodes, const Visit& visit) const {
  for (const auto& entry : heap_.entries()) visit(entry.name);
  if (is_heap_) return;
  for (std::uint64_t left = occupied_; left != 0; left &= left - 1) {
    const auto sentinel = first_sentinel_ + static_cast<std::uint32_t>(std::countr_zero(left));
    for (std::uint32_t i = nodes[sentinel].next; i != sentinel; i = nodes[i].next) visit(i);
  }
}

}  // namespace acd::util
