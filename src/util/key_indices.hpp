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
#include "util/line_aligned.hpp"

namespace acd::util {

inline constexpr std::uint32_t nil = 0xffffffff;

/// Nothing is kept beside the links.
struct NoNote {};

/// `Note`: what the caller wants to find where an element's links are.
template <class Note = NoNote>
class KeyIndices {
  // Where a link lies, in units of 8 bytes: what an address is computed from in one step.
  using Spot = std::uint32_t;

 public:
  using Element = std::uint32_t;
  using List = std::uint32_t;
  static constexpr unsigned band_bits_max = 6;

  explicit KeyIndices(std::size_t elements) : links_(elements), keys_(elements) {}

  /// One more index; `band_bits` above `band_bits_max` asks for a heap.
  void add_index(unsigned band_bits);
  /// Where a single list begins; nil if it is none.
  [[nodiscard]] List list_of(std::size_t index) const {
    return is_single_list(index) ? shapes_[index].first : nil;
  }
  [[nodiscard]] bool is_empty(List list) const { return at(list).next == list; }
  /// Of the first element. Requires: there is one.
  [[nodiscard]] const Note& front(List list) const { return at(at(list).next); }
  /// What `append` and `unlink` ask for.
  [[nodiscard]] bool is_single_list(std::size_t index) const {
    return shapes_[index].band_bits == 0;
  }
  [[nodiscard]] Note& note(Element element) { return links_[element]; }
  [[nodiscard]] const Note& note(Element element) const { return links_[element]; }
  /// Beside a single list: what the caller wants to find where it begins.
  [[nodiscard]] Note& list_note(List list) { return at(list); }
  [[nodiscard]] const Note& list_note(List list) const { return at(list); }

  /// Elements one behind the other, as what works on all of them at once wants to have them.
  class Row {
   public:
    Row() = default;
    Row(Element first, Element end) : first_{spot_of(first)}, behind_{spot_of(end)} {}
    [[nodiscard]] Element first() const { return element_at(first_); }
    [[nodiscard]] Element end() const { return element_at(behind_); }
    [[nodiscard]] bool is_empty() const { return first_ == behind_; }

   private:
    friend KeyIndices;
    Spot first_ = 0;
    Spot behind_ = 0;
  };

  /// Cheap; false tells nothing of a single list.
  [[nodiscard]] bool is_known_empty(std::size_t index) const { return occupied_[index] == 0; }
  [[nodiscard]] bool has_any(std::size_t index) const {
    return is_single_list(index) ? !is_empty(shapes_[index].first) : occupied_[index] != 0;
  }
  /// The first element in key order; nil if there is none.
  [[nodiscard]] Element top(std::size_t index) const;
  /// With which it was inserted.
  [[nodiscard]] const Key& key(Element element) const { return keys_[element]; }
  void insert(std::size_t index, Element element, Key key) {
    insert(index, element, key, [this](Element other) { return this->key(other); });
  }
  /// Where elements of a list may have been appended: `key_of` knows their keys.
  template <class KeyOf>
  void insert(std::size_t index, Element element, Key key, const KeyOf& key_of);
  void erase(std::size_t index, Element element);
  /// `insert`, of elements into a single list each (`list_of(note)` tells which), with one key
  /// above all others there, which the caller keeps. Requires: one element at least.
  template <class ListOf>
  void append(const Row& row, const ListOf& list_of) {
    append_until(row, list_of, [](const Note&) { return false; });
  }
  /// ... unless `stops(note of its list)` holds for one of them: that one, and nothing is changed.
  /// Otherwise nil.
  template <class ListOf, class Stops>
  Element append_until(const Row& row, const ListOf& list_of, const Stops& stops);
  /// `erase`, of elements from a single list each. Requires: one at least.
  void unlink(const Row& row);

  /// The first element in key order for which `suits` holds; nil if none does.
  template <class Suits>
  [[nodiscard]] Element first_where(std::size_t index, const Suits& suits) const;
  /// Every element; in key order within a band of a list, in no order in a heap.
  template <class Visit>
  void for_each(std::size_t index, const Visit& visit) const;

 private:
  struct Link : Note {
    Spot previous = 0;  // heap: position
    Spot next = 0;
  };
  static constexpr std::size_t unit = 8;
  static constexpr Spot step = sizeof(Link) / unit;
  static_assert(sizeof(Link) % unit == 0);

  struct Shape {
    std::uint32_t first = 0;  // sentinel, or number of the heap
    std::uint32_t band_bits = 0;
    [[nodiscard]] bool is_heap() const { return band_bits > band_bits_max; }
  };

  [[nodiscard]] static Spot spot_of(Element element) { return element * step; }
  [[nodiscard]] static Element element_at(Spot spot) { return spot / step; }
  [[nodiscard]] static Link& at(Link* links, std::size_t spot) {
    return *reinterpret_cast<Link*>(reinterpret_cast<char*>(links) + spot * unit);
  }
  [[nodiscard]] Link& at(Spot spot) { return at(links_.data(), spot); }
  [[nodiscard]] const Link& at(Spot spot) const {
    return *reinterpret_cast<const Link*>(reinterpret_cast<const char*>(links_.data()) +
                                          std::size_t{spot} * unit);
  }

  [[nodiscard]] static std::uint64_t bit_of(const Shape& shape, Spot sentinel) {
    return std::uint64_t{1} << (sentinel - shape.first) / step;
  }
  [[nodiscard]] static Spot sentinel_of(const Shape& shape, const Key& key) {
    if (shape.band_bits == 0) return shape.first;
    return shape.first + spot_of(static_cast<Element>(key.high >> (64 - shape.band_bits)));
  }
  [[nodiscard]] static Spot first_sentinel(const Shape& shape, std::uint64_t occupied) {
    return shape.first + spot_of(static_cast<Element>(std::countr_zero(occupied)));
  }
  [[nodiscard]] auto position() {
    return [this](Element element) -> std::uint32_t& { return links_[element].previous; };
  }
  void link_between(Spot before, Spot spot, Spot after) {
    at(spot).previous = before;
    at(spot).next = after;
    at(before).next = spot;
    at(after).previous = spot;
  }
  template <class KeyOf>
  void link_inside(Spot sentinel, Element element, Key key, const KeyOf& key_of);
  void insert_into_heap(std::size_t index, Element element, Key key);
  void erase_from_heap(std::size_t index, Spot position);
  static void unlink(Link* links, Spot previous, Spot next) {
    at(links, previous).next = next;
    at(links, next).previous = previous;
  }

  std::vector<Link, LineAligned<Link>> links_;  // by element, then the sentinels
  std::vector<Key> keys_;                       // by element
  // By index: a bit per list that has elements; heap: bit 0; single list: always 1.
  std::vector<std::uint64_t> occupied_;
  std::vector<Shape> shapes_;  // by index
  std::vector<AddressableHeap<Key>> heaps_;
};

template <class Note>
void KeyIndices<Note>::add_index(unsigned band_bits) {
  Shape shape{.first = static_cast<std::uint32_t>(heaps_.size()), .band_bits = band_bits};
  occupied_.push_back(band_bits == 0 ? 1 : 0);
  if (shape.is_heap()) {
    heaps_.emplace_back();
  } else {
    const std::size_t first = links_.size();
    shape.first = spot_of(static_cast<Element>(first));
    links_.resize(first + (std::size_t{1} << band_bits));
    for (std::size_t i = first; i < links_.size(); ++i) {
      const Spot spot = spot_of(static_cast<Element>(i));
      link_between(spot, spot, spot);
    }
  }
  shapes_.push_back(shape);
}

template <class Note>
typename KeyIndices<Note>::Element KeyIndices<Note>::top(std::size_t index) const {
  const Shape shape = shapes_[index];
  Spot sentinel = shape.first;
  if (shape.band_bits != 0) {
    const std::uint64_t occupied = occupied_[index];
    if (occupied == 0) return nil;
    if (shape.is_heap()) return heaps_[shape.first].top().name;
    sentinel = first_sentinel(shape, occupied);
  }
  const Spot first = at(sentinel).next;
  return first == sentinel ? nil : element_at(first);
}

template <class Note>
template <class ListOf, class Stops>
typename KeyIndices<Note>::Element KeyIndices<Note>::append_until(const Row& row,
                                                                  const ListOf& list_of,
                                                                  const Stops& stops) {
  Link* const links = links_.data();
  const std::size_t behind = row.behind_;
  std::size_t spot = row.first_;
  do {
    Link& link = at(links, spot);
    const Spot list = list_of(link);
    link.next = list;
    Link& head = at(links, list);
    if (stops(head)) {
      for (std::size_t done = row.first_; done != spot; done += step) {
        unlink(links, at(links, done).previous, at(links, done).next);
      }
      return static_cast<Element>(spot / step);
    }
    const Spot last = head.previous;
    head.previous = static_cast<Spot>(spot);
    link.previous = last;
    at(links, last).next = static_cast<Spot>(spot);
    spot += step;
  } while (spot != behind);
  return nil;
}

template <class Note>
void KeyIndices<Note>::unlink(const Row& row) {
  Link* const links = links_.data();
  const std::size_t behind = row.behind_;
  std::size_t spot = row.first_;
  do {
    unlink(links, at(links, spot).previous, at(links, spot).next);
    spot += step;
  } while (spot != behind);
}

template <class Note>
template <class KeyOf>
void KeyIndices<Note>::insert(std::size_t index, Element element, Key key, const KeyOf& key_of) {
  const Shape shape = shapes_[index];
  keys_[element] = key;
  if (shape.is_heap()) [[unlikely]]
    return insert_into_heap(index, element, key);
  const Spot sentinel = sentinel_of(shape, key);
  occupied_[index] |= bit_of(shape, sentinel);
  const Spot last = at(sentinel).previous;
  if (last != sentinel && key < key_of(element_at(last))) [[unlikely]]
    return link_inside(sentinel, element, key, key_of);
  link_between(last, spot_of(element), sentinel);
}

// Puts an element that is not the last of the list into its place. Walks from both ends at
// once, so that a place near either is found soon.
template <class Note>
template <class KeyOf>
[[gnu::noinline]] void KeyIndices<Note>::link_inside(Spot sentinel, Element element, Key key,
                                                     const KeyOf& key_of) {
  Spot after = at(sentinel).previous;
  Spot from_head = at(sentinel).next;
  while (!(key < key_of(element_at(from_head)))) {
    from_head = at(from_head).next;
    const Spot before = at(after).previous;
    if (before == sentinel || key_of(element_at(before)) < key) {
      from_head = after;
      break;
    }
    after = before;
  }
  link_between(at(from_head).previous, spot_of(element), from_head);
}

template <class Note>
[[gnu::noinline]] void KeyIndices<Note>::insert_into_heap(std::size_t index, Element element,
                                                          Key key) {
  occupied_[index] = 1;
  heaps_[shapes_[index].first].insert({key, element}, position());
}

template <class Note>
[[gnu::noinline]] void KeyIndices<Note>::erase_from_heap(std::size_t index, Spot position_there) {
  AddressableHeap<Key>& heap = heaps_[shapes_[index].first];
  heap.erase_at(position_there, position());
  if (heap.empty()) occupied_[index] = 0;
}

template <class Note>
void KeyIndices<Note>::erase(std::size_t index, Element element) {
  const Shape shape = shapes_[index];
  const Spot previous = links_[element].previous;
  const Spot next = links_[element].next;
  if (shape.is_heap()) [[unlikely]]
    return erase_from_heap(index, previous);
  unlink(links_.data(), previous, next);
  const bool is_last = previous == next;
  if (is_last && shape.band_bits != 0) occupied_[index] &= ~bit_of(shape, next);
}

template <class Note>
template <class Suits>
typename KeyIndices<Note>::Element KeyIndices<Note>::first_where(std::size_t index,
                                                                 const Suits& suits) const {
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
    const Spot sentinel = first_sentinel(shape, left);
    for (Spot i = at(sentinel).next; i != sentinel; i = at(i).next) {
      if (suits(element_at(i))) return element_at(i);
    }
  }
  return nil;
}

template <class Note>
template <class Visit>
void KeyIndices<Note>::for_each(std::size_t index, const Visit& visit) const {
  const Shape shape = shapes_[index];
  if (shape.is_heap()) {
    for (const auto& entry : heaps_[shape.first].entries()) visit(entry.name);
    return;
  }
  for (std::uint64_t left = occupied_[index]; left != 0; left &= left - 1) {
    const Spot sentinel = first_sentinel(shape, left);
    for (Spot i = at(sentinel).next; i != sentinel; i = at(i).next) visit(element_at(i));
  }
}

}  // namespace acd::util
