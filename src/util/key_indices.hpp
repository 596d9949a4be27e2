// Things in key order, best first: the ready agents of each class, its waiting sessions.
//
// A family of indices over the same elements, which are numbers; an element is in at most
// one index at a time, and the caller knows whether it is and in which. Two shapes behind
// one door:
//
//   bands  keys whose leading bits (six at most) are a small rank and whose rest mostly
//          arrives in rising order: one circular sorted list per rank, closed by a sentinel.
//          Appending and erasing are constant time; an element that takes an old place
//          walks from both ends.
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

class KeyIndices {
 public:
  using Element = std::uint32_t;
  static constexpr unsigned band_bits_max = 6;

  explicit KeyIndices(std::size_t elements) : links_(elements), highs_(elements), lows_(elements) {}

  /// One more index; `band_bits` above `band_bits_max` asks for a heap.
  void add_index(unsigned band_bits);
  /// What `append` wants to know of an index that is a single list; nil if it is not.
  [[nodiscard]] Element only_sentinel(std::size_t index) const {
    return shapes_[index].band_bits == 0 ? shapes_[index].first : nil;
  }

  /// Cheap; false tells nothing of a single list.
  [[nodiscard]] bool is_known_empty(std::size_t index) const { return occupied_[index] == 0; }
  /// The first element in key order; nil if there is none.
  [[nodiscard]] Element top(std::size_t index) const;
  [[nodiscard]] Key key(Element element) const { return {highs_[element], lows_[element]}; }
  void insert(std::size_t index, Element element, const Key& key);
  void erase(std::size_t index, Element element);
  /// `insert`, of elements into a single list each (`sentinel_of(element)` tells which), with
  /// one key above all others there; `key` is its high half, the low one is 0.
  template <class SentinelOf>
  void append(Element first, Element end, const SentinelOf& sentinel_of, std::uint64_t key);
  /// `erase`, of elements from a single list each.
  void unlink(Element first, Element end);

  /// The first element in key order for which `suits` holds; nil if none does.
  template <class Suits>
  [[nodiscard]] Element first_where(std::size_t index, const Suits& suits) const;
  /// Every element; in key order within a band of a list, in no order in a heap.
  template <class Visit>
  void for_each(std::size_t index, const Visit& visit) const;

 private:
  struct Link {
    Element previous = 0;  // heap: position
    Element next = 0;
  };
  struct Shape {
    std::uint32_t first = 0;  // sentinel, or number of the heap
    std::uint32_t band_bits = 0;
    [[nodiscard]] bool is_heap() const { return band_bits > band_bits_max; }
  };

  [[nodiscard]] static std::uint64_t bit_of(const Shape& shape, Element sentinel) {
    return std::uint64_t{1} << (sentinel - shape.first);
  }
  [[nodiscard]] static Element sentinel_of(const Shape& shape, const Key& key) {
    if (shape.band_bits == 0) return shape.first;
    return shape.first + static_cast<Element>(key.high >> (64 - shape.band_bits));
  }
  [[nodiscard]] static Element first_sentinel(const Shape& shape, std::uint64_t occupied) {
    return shape.first + static_cast<Element>(std::countr_zero(occupied));
  }
  [[nodiscard]] auto position() {
    return [this](Element element) -> std::uint32_t& { return links_[element].previous; };
  }
  void link_inside(Element sentinel, Element element);
  static void unlink(Link* links, Link link) {
    links[link.previous].next = link.next;
    links[link.next].previous = link.previous;
  }

  std::vector<Link> links_;  // by element, then the sentinels
  // The halves of the keys lie apart: ready numbers alone fill only the high ones.
  std::vector<std::uint64_t> highs_;  // by element, then the sentinels' least key
  std::vector<std::uint64_t> lows_;
  // By index: a bit per list that has elements; heap: bit 0; single list: always 1.
  std::vector<std::uint64_t> occupied_;
  std::vector<Shape> shapes_;  // by index
  std::vector<AddressableHeap<Key>> heaps_;
};

inline KeyIndices::Element KeyIndices::top(std::size_t index) const {
  const Shape shape = shapes_[index];
  Element sentinel = shape.first;
  if (shape.band_bits != 0) {
    const std::uint64_t occupied = occupied_[index];
    if (occupied == 0) return nil;
    if (shape.is_heap()) return heaps_[shape.first].top().name;
    sentinel = first_sentinel(shape, occupied);
  }
  const Element first = links_[sentinel].next;
  return first == sentinel ? nil : first;
}

template <class SentinelOf>
void KeyIndices::append(Element first, Element end, const SentinelOf& sentinel_of,
                        std::uint64_t key) {
  Link* const links = links_.data();
  std::uint64_t* const highs = highs_.data();
  for (std::size_t at = first; at != end; ++at) {
    const auto element = static_cast<Element>(at);
    const Element sentinel = sentinel_of(at);
    const Element last = links[sentinel].previous;
    assert(highs[last] <= key);
    highs[at] = key;
    links[at].previous = last;
    links[at].next = sentinel;
    links[last].next = element;
    links[sentinel].previous = element;
  }
}

inline void KeyIndices::unlink(Element first, Element end) {
  Link* const links = links_.data();
  for (const Link* at = links + first; at != links + end; ++at) unlink(links, *at);
}

inline void KeyIndices::insert(std::size_t index, Element element, const Key& key) {
  const Shape shape = shapes_[index];
  highs_[element] = key.high;
  lows_[element] = key.low;
  if (shape.is_heap()) {
    occupied_[index] = 1;
    return heaps_[shape.first].insert({key, element}, position());
  }
  const Element sentinel = sentinel_of(shape, key);
  occupied_[index] |= bit_of(shape, sentinel);
  const Element last = links_[sentinel].previous;
  if (key < this->key(last)) [[unlikely]]
    return link_inside(sentinel, element);
  links_[element] = {last, sentinel};
  links_[last].next = element;
  links_[sentinel].previous = element;
}

inline void KeyIndices::erase(std::size_t index, Element element) {
  const Shape shape = shapes_[index];
  const Link link = links_[element];
  if (shape.is_heap()) {
    heaps_[shape.first].erase_at(link.previous, position());
    if (heaps_[shape.first].empty()) occupied_[index] = 0;
    return;
  }
  unlink(links_.data(), link);
  const bool is_last = link.previous == link.next;
  if (is_last && shape.band_bits != 0) occupied_[index] &= ~bit_of(shape, link.next);
}

template <class Suits>
KeyIndices::Element KeyIndices::first_where(std::size_t index, const Suits& suits) const {
  const Shape shape = shapes_[index];
  if (shape.is_heap()) {
    Element best = nil;
    for (const auto& entry : heaps_[shape.first].entries()) {
      if (best != nil && !(entry.key < key(best))) continue;
      if (suits(entry.name)) best = entry.name;
    }
    return best;
  }
  for (std::uint64_t left = occupied_[index]; left != 0; left &= left - 1) {
    const Element sentinel = first_sentinel(shape, left);
    for (Element i = links_[sentinel].next; i != sentinel; i = links_[i].next) {
      if (suits(i)) return i;
    }
  }
  return nil;
}

template <class Visit>
void KeyIndices::for_each(std::size_t index, const Visit& visit) const {
  const Shape shape = shapes_[index];
  if (shape.is_heap()) {
    for (const auto& entry : heaps_[shape.first].entries()) visit(entry.name);
    return;
  }
  for (std::uint64_t left = occupied_[index]; left != 0; left &= left - 1) {
    const Element sentinel = first_sentinel(shape, left);
    for (Element i = links_[sentinel].next; i != sentinel; i = links_[i].next) visit(i);
  }
}

}  // namespace acd::util
