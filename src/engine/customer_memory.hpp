// Who served which customer: a ring of contacts in the order in which they were remembered, and
// an index of customers to their newest one.
//
// A contact leads to the one of the same customer before it. The index is a table of open
// addresses in which only positions lie, and a tag of the customer's hash that says where the slot
// belongs, so that a search seldom looks at a contact that is not the customer's, and a deletion
// at none.
//
// Every customer's contacts lie in lines of their own, which are in no cache if there are many
// customers. So a slot also tells where the two contacts before the newest were: the three lines
// are fetched at once, not one after the other.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>

#include "acd/config/memory_rule.hpp"
#include "acd/vocabulary/id.hpp"
#include "acd/vocabulary/time.hpp"
#include "util/zeroed_array.hpp"

namespace acd {
inline namespace v1 {

struct ContactRecord {
  static constexpr std::uint32_t nobody = 0xffffffff;

  std::uint64_t customer = 0;  ///< 0: forgotten
  Instant at = earliest;
  std::uint32_t agent = nobody;     ///< slot
  std::uint32_t owner = nobody;     ///< slot
  std::uint32_t previous = nobody;  ///< CustomerMemory's own
  GroupId group{};
  bool is_familiar = false;
  bool is_newest = false;  ///< of its customer; CustomerMemory's own
};
static_assert(sizeof(ContactRecord) == 32);

/// 56 bytes a contact: 32 of its own, 24 of the index (16 a slot, three slots for two contacts, so
/// that at most two thirds are in use). Reserved when it is made, written as it fills; nothing is
/// allocated later. Constant time unless said otherwise; the index's in expectation.
class CustomerMemory {
 public:
  /// Of a contact, as long as it is there.
  using Position = std::uint32_t;
  static constexpr Position nowhere = 0xffffffff;

  /// Requires: at most contacts_limit_max. With 0 nothing can be appended.
  explicit CustomerMemory(std::uint32_t contacts_max)
      : contacts_{contacts_max}, slots_{std::size_t{contacts_max} / 2 * 3 + 2} {
    assert(contacts_max <= contacts_limit_max);
  }

  [[nodiscard]] bool is_kept() const noexcept { return contacts_.size() != 0; }
  /// Places, the empty ones too.
  [[nodiscard]] std::uint32_t size() const noexcept { return size_; }
  [[nodiscard]] bool is_full() const noexcept { return size_ == contacts_.size(); }
  /// By place, from the oldest. Requires: place < size().
  [[nodiscard]] const ContactRecord& at_place(std::uint32_t place) const noexcept {
    assert(place < size_);
    return contacts_[around(first_ + place)];
  }
  /// The oldest place. Requires: size() != 0.
  [[nodiscard]] const ContactRecord& first() const noexcept { return at_place(0); }

  /// Of the customer, or nowhere. Requires: not 0.
  [[nodiscard]] Position newest(std::uint64_t customer) const noexcept {
    assert(customer != 0);
    const Slot& slot = slots_[find(customer, tag_of(customer))];
    __builtin_prefetch(&contacts_[slot.second]);
    __builtin_prefetch(&contacts_[slot.third]);
    return slot.position_and_1 - 1;
  }
  /// Requires: it is there.
  [[nodiscard]] const ContactRecord& at(Position position) const noexcept {
    assert(age(position) < size_);
    return contacts_[position];
  }
  /// The contact of the same customer before this one, or nowhere. Requires: it is there.
  [[nodiscard]] Position previous(Position position) const noexcept {
    const Position result = at(position).previous;
    // Its place went to a later contact, or to none, unless it lies nearer to the first.
    return result != nowhere && age(result) < age(position) ? result : nowhere;
  }
  /// A hint that this customer will be asked for soon.
  void prefetch(std::uint64_t customer) const noexcept {
    __builtin_prefetch(&slots_[home(tag_of(customer))]);
  }

  /// A place more, behind the others; if all are used the first goes. `previous` and `is_newest`
  /// of what is given do not count. Requires: is_kept(), a customer who is not 0.
  void append(const ContactRecord& contact) noexcept {
    assert(is_kept() && contact.customer != 0);
    if (is_full()) drop_first();
    const std::uint32_t tag = tag_of(contact.customer);
    Slot& slot = slots_[find(contact.customer, tag)];
    const Position before = slot.position_and_1 - 1;
    const Position position = around(first_ + size_);
    if (before != nowhere) contacts_[before].is_newest = false;
    slot = before == nowhere ? Slot{position + 1, tag, position, position}
                             : Slot{position + 1, tag, before, slot.second};
    ContactRecord& place = contacts_[position];
    place = contact;
    place.previous = before;
    place.is_newest = true;
    ++size_;
  }
  /// The oldest place goes. Requires: size() != 0.
  void drop_first() noexcept {
    assert(size_ != 0);
    ContactRecord& place = contacts_[first_];
    if (place.is_newest) erase(place.customer);
    place = {};
    first_ = around(first_ + 1);
    --size_;
    if (size_ != 0) prefetch_next_drop();
  }
  /// Empties his places; how many. Linear in them. Requires: not 0.
  std::uint32_t forget(std::uint64_t customer) noexcept {
    Position position = newest(customer);
    if (position != nowhere) erase(customer);
    std::uint32_t places = 0;
    while (position != nowhere) {
      const Position next = previous(position);
      contacts_[position] = {};
      position = next;
      ++places;
    }
    return places;
  }
  /// `to` (nobody: none) owns what `from` owns: in the group, or in all if none is given; how many
  /// places. Linear in size(). Requires: `from` is somebody, and another.
  std::uint32_t move_owners(std::uint32_t from, std::uint32_t to, GroupId group) noexcept {
    assert(from != ContactRecord::nobody && from != to);
    std::uint32_t places = 0;
    for (std::uint32_t i = 0; i < size_; ++i) {
      ContactRecord& contact = contacts_[around(first_ + i)];
      if (contact.owner != from || (!group.is_none() && contact.group != group)) continue;
      contact.owner = to;
      ++places;
    }
    return places;
  }

 private:
  struct Slot {
    std::uint32_t position_and_1 = 0;  // 0: free
    std::uint32_t tag = 0;
    Position second = 0;  // where the contacts before the newest were: hints
    Position third = 0;
  };

  /// In the ring. Requires: below twice its size.
  [[nodiscard]] Position around(std::uint32_t position) const noexcept {
    return position < contacts_.size() ? position
                                       : position - static_cast<std::uint32_t>(contacts_.size());
  }
  /// Places from the first to this one, around the ring.
  [[nodiscard]] std::uint32_t age(Position position) const noexcept {
    return position >= first_ ? position - first_
                              : position + static_cast<std::uint32_t>(contacts_.size()) - first_;
  }

  /// The same on every platform: SplitMix64's finaliser, less its last shift (Steele, Lea, Flood
  /// 2014).
  [[nodiscard]] static std::uint32_t tag_of(std::uint64_t customer) noexcept {
    customer = (customer ^ (customer >> 30)) * 0xbf58476d1ce4e5b9U;
    customer = (customer ^ (customer >> 27)) * 0x94d049bb133111ebU;
    return static_cast<std::uint32_t>(customer >> 32);
  }
  [[nodiscard]] std::size_t home(std::uint32_t tag) const noexcept {
    return static_cast<std::size_t>(std::uint64_t{tag} * slots_.size() >> 32);
  }
  [[nodiscard]] std::size_t next(std::size_t slot) const noexcept {
    return slot + 1 < slots_.size() ? slot + 1 : 0;
  }
  /// Slots from `from` on to `to`, around the table.
  [[nodiscard]] std::size_t distance(std::size_t from, std::size_t to) const noexcept {
    return to >= from ? to - from : to + slots_.size() - from;
  }
  /// What is needed when the place that is first now goes, and the line of the one after it.
  void prefetch_next_drop() const noexcept {
    if (contacts_[first_].is_newest) prefetch(contacts_[first_].customer);
    __builtin_prefetch(&contacts_[around(around(first_ + 1) + 1)], 1);
  }
  /// His slot, or the free one where it would be: some slot always is.
  [[nodiscard]] std::size_t find(std::uint64_t customer, std::uint32_t tag) const noexcept {
    std::size_t slot = home(tag);
    for (; slots_[slot].position_and_1 != 0; slot = next(slot)) {
      if (slots_[slot].tag != tag) continue;
      if (contacts_[slots_[slot].position_and_1 - 1].customer == customer) break;
    }
    return slot;
  }
  /// Those behind it that belong further in front close the gap. Requires: he is there.
  void erase(std::uint64_t customer) noexcept {
    std::size_t gap = find(customer, tag_of(customer));
    assert(slots_[gap].position_and_1 != 0);
    for (std::size_t slot = next(gap); slots_[slot].position_and_1 != 0; slot = next(slot)) {
      if (distance(home(slots_[slot].tag), slot) < distance(gap, slot)) continue;
      slots_[gap] = slots_[slot];
      gap = slot;
    }
    slots_[gap] = {};
  }

  util::ZeroedArray<ContactRecord> contacts_;
  util::ZeroedArray<Slot> slots_;
  Position first_ = 0;
  std::uint32_t size_ = 0;
};

}  // namespace v1
}  // namespace acd
