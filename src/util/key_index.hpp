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

/// Puts an element that is not the last of the list into its place.
void link_inside(KeyNodes& nodes, std::uint32_t sentinel, std::uint32_t element);

class KeyIndex {
 public:
  static constexpr unsigned band_bits_max = 6;

  /// `band_bits` above `band_bits_max` asks for a heap. Appends its sentinels to `nodes`.
  KeyIndex(KeyNodes& nodes, unsigned band_bits);

  /// The first element in key order; nil if there is none.
  [[nodiscard]] std::uint32_t top(const KeyNodes& nodes) const {
    if (is_single()) return first_of(nodes, first_sentinel_);
    if (occupied_ == 0) return nil;
    if (is_heap()) return heap_.top().name;
    return nodes[first_sentinel_ + static_cast<std::uint32_t>(std::countr_zero(occupied_))].next;
  }
  /// The sentinel of the only list; nil if the shape has no list or several.
  [[nodiscard]] std::uint32_t only_sentinel() const { return is_single() ? first_sentinel_ : nil; }
  /// Cheap; false tells nothing of a single list.
  [[nodiscard]] bool is_known_empty() const { return occupied_ == 0; }
  void insert(KeyNodes& nodes, std::uint32_t element, const Key& key);
  void erase(KeyNodes& nodes, std::uint32_t element);
  /// The first element in key order for which `suits` holds; nil if none does.
  template <class Suits>
  [[nodiscard]] std::uint32_t first_where(const KeyNodes& nodes, const Suits& suits) const;
  /// Every element; in key order within a band of a list, in no order in a heap.
  template <class Visit>
  void for_each(const KeyNodes& nodes, const Visit& visit) const;

 private:
  [[nodiscard]] bool is_single() const { return band_bits_ == 0; }
  [[nodiscard]] bool is_heap() const { return band_bits_ > band_bits_max; }
  [[nodiscard]] std::uint32_t sentinel_of(const Key& key) const {
    return is_single()
               ? first_sentinel_
               : first_sentinel_ + static_cast<std::uint32_t>(key.high >> (64 - band_bits_));
  }
  [[nodiscard]] std::uint64_t bit_of(std::uint32_t sentinel) const {
    return std::uint64_t{1} << (sentinel - first_sentinel_);
  }
  [[nodiscard]] static std::uint32_t first_of(const KeyNodes& nodes, std::uint32_t sentinel) {
    const std::uint32_t first = nodes[sentinel].next;
    return first == sentinel ? nil : first;
  }
  void insert_heap(KeyNodes& nodes, std::uint32_t element);
  void erase_heap(KeyNodes& nodes, std::uint32_t element);

  std::uint64_t occupied_;  // one bit per list that has elements; single: 1; heap: bit 0
  std::uint32_t first_sentinel_;
  std::uint32_t band_bits_;
  AddressableHeap<Key> heap_;
};

/// Puts an element into the sorted list of a sentinel (whose key is the least of all).
inline void link_sorted(KeyNodes& nodes, std::uint32_t sentinel, std::uint32_t element) {
  KeyNode& node = nodes[element];
  const std::uint32_t last = nodes[sentinel].previous;
  if (node.key < nodes[last].key) return link_inside(nodes, sentinel, element);
  node.previous = last;
  node.next = sentinel;
  nodes[last].next = element;
  nodes[sentinel].previous = element;
}

/// Takes an element out of its list; true if only the sentinel is left.
inline bool unlink(KeyNodes& nodes, std::uint32_t element) {
  const std::uint32_t previous = nodes[element].previous;
  const std::uint32_t next = nodes[element].next;
  nodes[element].previous = KeyNode::outside;
  nodes[previous].next = next;
  nodes[next].previous = previous;
  return previous == next;
}

inline void KeyIndex::insert(KeyNodes& nodes, std::uint32_t element, const Key& key) {
  assert(!nodes[element].is_inside());
  nodes[element].key = key;
  if (is_heap()) return insert_heap(nodes, element);
  const std::uint32_t sentinel = sentinel_of(key);
  occupied_ |= bit_of(sentinel);
  link_sorted(nodes, sentinel, element);
}

inline void KeyIndex::erase(KeyNodes& nodes, std::uint32_t element) {
  assert(nodes[element].is_inside());
  if (is_heap()) return erase_heap(nodes, element);
  const std::uint32_t previous = nodes[element].previous;
  if (unlink(nodes, element) && !is_single()) occupied_ &= ~bit_of(previous);
}

template <class Suits>
std::uint32_t KeyIndex::first_where(const KeyNodes& nodes, const Suits& suits) const {
  if (is_heap()) {
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
  if (is_heap()) return;
  for (std::uint64_t left = occupied_; left != 0; left &= left - 1) {
    const auto sentinel = first_sentinel_ + static_cast<std::uint32_t>(std::countr_zero(left));
    for (std::uint32_t i = nodes[sentinel].next; i != sentinel; i = nodes[i].next) visit(i);
  }
}

}  // namespace acd::util
