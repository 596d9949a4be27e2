// Things in key order, best first: the ready agents of a class, its waiting sessions.
//
// Elements are numbers; their keys and links lie in an array shared by all indices of a
// family, since an element is in at most one. Two shapes behind one door:
//
//   bands  keys whose leading bits (six at most) are a small rank and whose rest mostly
//          arrives in rising order: one sorted list per rank. Appending is constant time;
//          an element that takes an old place walks from the nearer end.
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

class KeyIndex {
 public:
  struct Node {
    Key key;
    std::uint32_t previous = outside;  // list: link or nil; heap: position
    std::uint32_t next = nil;
    [[nodiscard]] bool is_inside() const { return previous != outside; }
  };
  using Nodes = std::vector<Node>;
  static constexpr std::uint32_t outside = 0xfffffffe;
  static constexpr unsigned band_bits_max = 6;

  /// `band_bits` above `band_bits_max` asks for a heap.
  explicit KeyIndex(unsigned band_bits)
      : is_heap_{band_bits > band_bits_max},
        shift_{64 - (is_heap_ ? 0 : band_bits)},
        more_bands_(is_heap_ || band_bits == 0 ? 0 : std::size_t{1} << band_bits) {}

  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::uint32_t size() const { return size_; }
  /// Requires: not empty.
  [[nodiscard]] std::uint32_t top() const {
    return is_heap_ ? heap_.top().name : band(first_band()).head;
  }
  void insert(Nodes& nodes, std::uint32_t element, const Key& key);
  void erase(Nodes& nodes, std::uint32_t element);
  /// The first element in key order for which `suits` holds; nil if none does.
  template <class Suits>
  [[nodiscard]] std::uint32_t first_where(const Nodes& nodes, const Suits& suits) const;
  /// Every element; in key order within a band of a list, in no order in a heap.
  template <class Visit>
  void for_each(const Nodes& nodes, const Visit& visit) const;

 private:
  struct Band {
    std::uint32_t head = nil;
    std::uint32_t tail = nil;
  };
  [[nodiscard]] bool is_single() const { return shift_ == 64; }
  [[nodiscard]] std::size_t band_of(const Key& key) const {
    return is_single() ? 0 : static_cast<std::size_t>(key.high >> shift_);
  }
  [[nodiscard]] std::size_t first_band() const {
    return static_cast<std::size_t>(std::countr_zero(occupied_));
  }
  [[nodiscard]] const Band& band(std::size_t rank) const {
    return is_single() ? only_band_ : more_bands_[rank];
  }
  [[nodiscard]] Band& band(std::size_t rank) {
    return is_single() ? only_band_ : more_bands_[rank];
  }
  void insert_inside(Nodes& nodes, Band& ends, std::uint32_t element);
  [[nodiscard]] static auto position(Nodes& nodes) {
    return [&nodes](std::uint32_t element) -> std::uint32_t& { return nodes[element].previous; };
  }

  bool is_heap_;
  unsigned shift_;
  std::uint32_t size_ = 0;
  std::uint64_t occupied_ = 0;  // one bit per band
  Band only_band_;
  std::vector<Band> more_bands_;
  AddressableHeap<Key> heap_;
};

inline void KeyIndex::insert(Nodes& nodes, std::uint32_t element, const Key& key) {
  Node& node = nodes[element];
  assert(!node.is_inside());
  node.key = key;
  ++size_;
  if (is_heap_) return heap_.insert({key, element}, position(nodes));
  const std::size_t rank = band_of(key);
  Band& ends = band(rank);
  if (ends.tail == nil) {
    node.previous = nil;
    node.next = nil;
    ends = {element, element};
    occupied_ |= std::uint64_t{1} << rank;
  } else if (nodes[ends.tail].key < key) {
    node.previous = ends.tail;
    node.next = nil;
    nodes[ends.tail].next = element;
    ends.tail = element;
  } else {
    insert_inside(nodes, ends, element);
  }
}

inline void KeyIndex::erase(Nodes& nodes, std::uint32_t element) {
  Node& node = nodes[element];
  assert(node.is_inside());
  --size_;
  if (is_heap_) {
    const std::size_t hole = node.previous;
    node.previous = outside;
    return heap_.erase_at(hole, position(nodes));
  }
  const std::size_t rank = band_of(node.key);
  Band& ends = band(rank);
  (node.previous == nil ? ends.head : nodes[node.previous].next) = node.next;
  (node.next == nil ? ends.tail : nodes[node.next].previous) = node.previous;
  if (ends.head == nil) occupied_ &= ~(std::uint64_t{1} << rank);
  node.previous = outside;
}

template <class Suits>
std::uint32_t KeyIndex::first_where(const Nodes& nodes, const Suits& suits) const {
  if (is_heap_) {
    std::uint32_t best = nil;
    for (const auto& entry : heap_.entries()) {
      if (best != nil && !(entry.key < nodes[best].key)) continue;
      if (suits(entry.name)) best = entry.name;
    }
    return best;
  }
  for (std::uint64_t left = occupied_; left != 0; left &= left - 1) {
    const auto rank = static_cast<std::size_t>(std::countr_zero(left));
    for (std::uint32_t element = band(rank).head; element != nil; element = nodes[element].next) {
      if (suits(element)) return element;
    }
  }
  return nil;
}

template <class Visit>
void KeyIndex::for_each(const Nodes& nodes, const Visit& visit) const {
  for (const auto& entry : heap_.entries()) visit(entry.name);
  for (std::uint64_t left = occupied_; left != 0; left &= left - 1) {
    const auto rank = static_cast<std::size_t>(std::countr_zero(left));
    for (std::uint32_t element = band(rank).head; element != nil; element = nodes[element].next) {
      visit(element);
    }
  }
}

}  // namespace acd::util
