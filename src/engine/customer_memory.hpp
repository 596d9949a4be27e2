// Who served which customer: a ring of contacts in the order in which they were remembered, and
// a table of customers who have some.
//
// A line of the table also says what the customer's newest three contacts were. So whoever came
// seldom is recognised by one look at one cache line; the ring is walked for the others, and for
// what is told of nobody else.
#pragma once

#include <algorithm>
#include <array>
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
};
static_assert(sizeof(ContactRecord) == 32);

/// What the table tells of a contact.
struct Glimpse {
  Instant at{};
  std::uint32_t agent = 0;  ///< slot
  GroupId group{};
  std::uint16_t is_familiar : 1 = 0;
  std::uint16_t own : 15 = 0;  ///< CustomerMemory's own
};
static_assert(sizeof(Glimpse) == 16);

/// A customer who has contacts.
struct alignas(64) Acquaintance {
  static constexpr std::uint32_t glimpses_max = 3;

  std::uint64_t customer = 0;                  ///< 0: nobody
  std::uint32_t newest = 0;                    ///< position
  std::uint32_t owner = 0;                     ///< as the newest contact says
  std::array<Glimpse, glimpses_max> latest{};  ///< newest first

  /// Contacts that have places, up to `counted_max`: that many, or more.
  [[nodiscard]] std::uint32_t count() const noexcept {
    return latest[0].own | std::uint32_t{latest[1].own} << 15;
  }
  /// Of `latest`.
  [[nodiscard]] std::uint32_t glimpses() const noexcept { return std::min(count(), glimpses_max); }
  [[nodiscard]] bool shows_all() const noexcept { return count() <= glimpses_max; }
};
static_assert(sizeof(Acquaintance) == 64);

/// A contact takes 32 bytes of its own and lines of the table of 64 bytes: two, as long as all is
/// below 1 GB, and fewer beyond, down to 8 for 7 contacts, so that some are free even if no
/// customer comes twice. Reserved and written when it is made; nothing is allocated later. Constant
/// time unless said otherwise; the table's in expectation.
class CustomerMemory {
 public:
  /// Of a contact, as long as it is there.
  using Position = std::uint32_t;
  static constexpr Position nowhere = 0xffffffff;

  /// Requires: at most contacts_limit_max. With 0 nothing can be appended.
  explicit CustomerMemory(std::uint32_t contacts_max)
      : contacts_{contacts_max}, table_{lines_for(contacts_max)} {
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

  /// Null of one who has no contacts. Valid until something changes. Requires: not 0.
  [[nodiscard]] const Acquaintance* find(std::uint64_t customer) const noexcept {
    const Acquaintance& line = table_[line_of(customer)];
    return line.customer == 0 ? nullptr : &line;
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
    __builtin_prefetch(&table_[home(customer)]);
    asm volatile("");  // GCC takes a function that only prefetches for pure, and drops its calls
  }

  /// A place more, behind the others; if all are used the first goes. `previous` of what is given
  /// does not count. Requires: is_kept(), a customer who is not 0.
  void append(const ContactRecord& contact) noexcept {
    assert(is_kept() && contact.customer != 0);
    if (is_full()) drop_first();
    Acquaintance& line = table_[line_of(contact.customer)];
    const std::uint32_t count = line.customer == 0 ? 0 : line.count();
    const Position position = around(first_ + size_);
    ContactRecord& place = contacts_[position];
    place = contact;
    place.previous = count == 0 ? nowhere : line.newest;
    line.customer = contact.customer;
    line.newest = position;
    line.owner = contact.owner;
    line.latest[2] = line.latest[1];
    line.latest[1] = line.latest[0];
    line.latest[0] = {.at = contact.at,
                      .agent = contact.agent,
                      .group = contact.group,
                      .is_familiar = contact.is_familiar};
    set_count(line, std::min(count + 1, counted_max));
    ++size_;
  }
  /// The oldest place goes. Requires: size() != 0.
  void drop_first() noexcept {
    assert(size_ != 0);
    const std::uint64_t customer = contacts_[first_].customer;
    if (customer != 0) {
      const std::size_t line = line_of(customer);
      if (table_[line].newest == first_) {
        erase(line);
      } else if (table_[line].count() != counted_max) {
        set_count(table_[line], table_[line].count() - 1);
      }
    }
    contacts_[first_] = {};
    first_ = around(first_ + 1);
    --size_;
    if (size_ <= far_ahead) return;
    const std::size_t line = home(contacts_[around(first_ + ahead)].customer);
    __builtin_prefetch(&table_[line]);
    __builtin_prefetch(&table_[next(line)]);  // to be looked at if the line is erased
    __builtin_prefetch(&contacts_[around(first_ + far_ahead)]);
  }
  /// Empties his places; how many. Linear in them. Requires: not 0.
  std::uint32_t forget(std::uint64_t customer) noexcept {
    const std::size_t line = line_of(customer);
    if (table_[line].customer == 0) return 0;
    Position position = table_[line].newest;
    erase(line);
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
      const Position position = around(first_ + i);
      ContactRecord& contact = contacts_[position];
      if (contact.owner != from || (!group.is_none() && contact.group != group)) continue;
      contact.owner = to;
      ++places;
      if (contact.customer == 0) continue;
      Acquaintance& line = table_[line_of(contact.customer)];
      if (line.newest == position) line.owner = to;
    }
    return places;
  }

 private:
  // Beyond it a count stays as it is: it says "more than are shown" all the same.
  static constexpr std::uint32_t counted_max = (std::uint32_t{1} << 30) - 1;
  // Before a place goes its customer's line is fetched, and before that the place.
  static constexpr std::uint32_t ahead = 4;
  static constexpr std::uint32_t far_ahead = 16;

  [[nodiscard]] static std::size_t lines_for(std::size_t contacts) noexcept {
    constexpr std::size_t generous = 1'000'000'000;
    const std::size_t own = contacts * sizeof(ContactRecord);
    const std::size_t left = own < generous ? (generous - own) / sizeof(Acquaintance) : 0;
    return std::clamp(left, contacts + contacts / 7, 2 * contacts) + 2;
  }
  static void set_count(Acquaintance& line, std::uint32_t count) noexcept {
    line.latest[0].own = count & 0x7fff;
    line.latest[1].own = count >> 15 & 0x7fff;
  }

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

  /// Where the customer's line belongs. The same on every platform: SplitMix64's finaliser, less
  /// its last shift (Steele, Lea, Flood 2014).
  [[nodiscard]] std::size_t home(std::uint64_t customer) const noexcept {
    customer = (customer ^ (customer >> 30)) * 0xbf58476d1ce4e5b9U;
    customer = (customer ^ (customer >> 27)) * 0x94d049bb133111ebU;
    return static_cast<std::size_t>((customer >> 32) * table_.size() >> 32);
  }
  [[nodiscard]] std::size_t next(std::size_t line) const noexcept {
    return line + 1 < table_.size() ? line + 1 : 0;
  }
  /// Lines from `from` on to `to`, around the table.
  [[nodiscard]] std::size_t distance(std::size_t from, std::size_t to) const noexcept {
    return to >= from ? to - from : to + table_.size() - from;
  }
  /// His line, or the free one where it would be: some line always is.
  [[nodiscard]] std::size_t line_of(std::uint64_t customer) const noexcept {
    std::size_t line = home(customer);
    while (table_[line].customer != 0 && table_[line].customer != customer) line = next(line);
    return line;
  }
  /// Those behind it that belong further in front close the gap.
  void erase(std::size_t gap) noexcept {
    assert(table_[gap].customer != 0);
    // Of a free line only that counts.
    for (std::size_t line = next(gap); table_[line].customer != 0; line = next(line)) {
      if (distance(home(table_[line].customer), line) < distance(gap, line)) continue;
      table_[gap] = table_[line];
      gap = line;
    }
    table_[gap].customer = 0;
  }

  util::ZeroedArray<ContactRecord> contacts_;
  util::ZeroedArray<Acquaintance> table_;
  Position first_ = 0;
  std::uint32_t size_ = 0;
};

}  // namespace v1
}  // namespace acd
