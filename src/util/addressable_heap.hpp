// A 4-ary min-heap whose elements can be erased by name.
//
// Keys travel in the entries; the position of each name is kept by the caller, who says
// where: `position(name)` is a reference to it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace acd::util {

template <class Key>
class AddressableHeap {
 public:
  struct Entry {
    Key key;
    std::uint32_t name = 0;
  };

  void reserve(std::size_t entries) { entries_.reserve(entries); }
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  /// Requires: not empty.
  [[nodiscard]] const Entry& top() const { return entries_.front(); }
  /// In no particular order.
  [[nodiscard]] std::span<const Entry> entries() const { return entries_; }

  template <class Position>
  void insert(const Entry& entry, const Position& position) {
    entries_.push_back(entry);
    sift_up(entries_.size() - 1, entry, position);
  }

  template <class Position>
  void erase_at(std::size_t hole, const Position& position) {
    const Entry last = entries_.back();
    entries_.pop_back();
    if (hole == entries_.size()) return;
    if (hole > 0 && last.key < entries_[parent(hole)].key) {
      sift_up(hole, last, position);
    } else {
      sift_down(hole, last, position);
    }
  }

 private:
  static constexpr std::size_t arity = 4;
  static std::size_t parent(std::size_t hole) { return (hole - 1) / arity; }

  template <class Position>
  void place(std::size_t hole, const Entry& entry, const Position& position) {
    entries_[hole] = entry;
    position(entry.name) = static_cast<std::uint32_t>(hole);
  }
  template <class Position>
  void sift_up(std::size_t hole, const Entry& entry, const Position& position) {
    while (hole > 0 && entry.key < entries_[parent(hole)].key) {
      place(hole, entries_[parent(hole)], position);
      hole = parent(hole);
    }
    place(hole, entry, position);
  }
  template <class Position>
  void sift_down(std::size_t hole, const Entry& entry, const Position& position) {
    for (;;) {
      const std::size_t first = hole * arity + 1;
      if (first >= entries_.size()) break;
      const std::size_t best = best_child(first);
      if (!(entries_[best].key < entry.key)) break;
      place(hole, entries_[best], position);
      hole = best;
    }
    place(hole, entry, position);
  }
  [[nodiscard]] std::size_t best_child(std::size_t first) const {
    const std::size_t end = first + arity < entries_.size() ? first + arity : entries_.size();
    std::size_t best = first;
    for (std::size_t child = first + 1; child < end; ++child) {
      if (entries_[child].key < entries_[best].key) best = child;
    }
    return best;
  }

  std::vector<Entry> entries_;
};

}  // namespace acd::util
