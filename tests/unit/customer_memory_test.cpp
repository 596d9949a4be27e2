// The memory of customers: what it keeps, what it drops, and that a naive queue of contacts
// answers the same, whatever was remembered, forgotten, moved and dropped.
#include "engine/customer_memory.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <deque>
#include <vector>

#include "support/catch.hpp"

namespace acd {
namespace {

using Contacts = std::vector<ContactRecord>;

ContactRecord contact(std::uint64_t customer, std::uint32_t agent, std::uint32_t owner = 0,
                      std::uint16_t group = 0) {
  static std::int64_t instant = 0;
  return {.customer = customer,
          .at = Instant{Duration{++instant}},
          .agent = agent,
          .owner = owner,
          .group = GroupId{group},
          .is_familiar = agent % 2 == 1};
}

/// Equal in what the memory was given.
bool is_same(const ContactRecord& a, const ContactRecord& b) {
  return a.customer == b.customer && a.at == b.at && a.agent == b.agent && a.owner == b.owner &&
         a.group == b.group && a.is_familiar == b.is_familiar;
}

/// Of the customer, the newest first.
Contacts of(const CustomerMemory& memory, std::uint64_t customer) {
  Contacts result;
  const Acquaintance* known = memory.find(customer);
  if (known == nullptr) return result;
  for (auto i = known->newest; i != CustomerMemory::nowhere; i = memory.previous(i)) {
    result.push_back(memory.at(i));
  }
  return result;
}

/// What the customer's line shows is what his contacts say.
bool shows(const CustomerMemory& memory, std::uint64_t customer, const Contacts& contacts) {
  const Acquaintance* known = memory.find(customer);
  if (known == nullptr) return contacts.empty();
  const bool counts = known->count() == contacts.size() && !contacts.empty() &&
                      known->shows_all() == (contacts.size() <= Acquaintance::glimpses_max);
  if (!counts || known->owner != contacts.front().owner) return false;
  for (std::uint32_t i = 0; i < known->glimpses(); ++i) {
    const Glimpse& seen = known->latest[i];
    const ContactRecord& contact = contacts[i];
    const bool agrees = seen.at == contact.at && seen.agent == contact.agent &&
                        seen.group == contact.group &&
                        (seen.is_familiar != 0) == contact.is_familiar;
    if (!agrees) return false;
  }
  return true;
}

std::vector<std::uint32_t> agents(const Contacts& contacts) {
  std::vector<std::uint32_t> result;
  for (const ContactRecord& contact : contacts) result.push_back(contact.agent);
  return result;
}

TEST_CASE("a customer's contacts are found from the newest to the oldest") {
  CustomerMemory memory{8};
  for (const std::uint32_t agent : {1U, 2U, 3U}) memory.append(contact(7, agent));
  memory.append(contact(8, 4));
  CHECK(agents(of(memory, 7)) == std::vector<std::uint32_t>{3, 2, 1});
  CHECK(agents(of(memory, 8)) == std::vector<std::uint32_t>{4});
  CHECK(memory.find(9) == nullptr);
  CHECK(memory.size() == 4);
}

TEST_CASE("a full memory forgets the contact that was remembered first") {
  CustomerMemory memory{3};
  for (const std::uint32_t agent : {1U, 2U, 3U}) memory.append(contact(agent, agent));
  CHECK(memory.is_full());
  memory.append(contact(2, 4));
  CHECK(memory.find(1) == nullptr);
  CHECK(agents(of(memory, 2)) == std::vector<std::uint32_t>{4, 2});
  memory.append(contact(5, 5));
  CHECK(agents(of(memory, 2)) == std::vector<std::uint32_t>{4});
  CHECK(memory.first().customer == 3);
}

TEST_CASE("of a memory of one contact each takes the place of the one before") {
  CustomerMemory memory{1};
  for (const std::uint32_t agent : {1U, 2U, 3U}) memory.append(contact(7, agent));
  CHECK(agents(of(memory, 7)) == std::vector<std::uint32_t>{3});
  memory.drop_first();
  CHECK(memory.find(7) == nullptr);
  CHECK(memory.size() == 0);
}

TEST_CASE("nothing of a customer stays when he is forgotten or his contacts are dropped") {
  CustomerMemory memory{4};
  memory.append(contact(7, 1, 1));
  memory.append(contact(8, 2, 2));
  memory.append(contact(7, 3, 1));
  CHECK(memory.forget(7) == 2);
  CHECK(memory.forget(7) == 0);
  CHECK(memory.size() == 3);
  CHECK(is_same(memory.at_place(2), ContactRecord{}));
  CHECK(memory.first().customer == 0);
  memory.drop_first();
  CHECK(memory.first().customer == 8);
}

TEST_CASE("owners move in one group or in all") {
  CustomerMemory memory{4};
  memory.append(contact(7, 1, 5, 0));
  memory.append(contact(7, 1, 5, 1));
  memory.append(contact(8, 1, 6, 1));
  CHECK(memory.move_owners(5, 6, GroupId{1}) == 1);
  CHECK(memory.move_owners(6, ContactRecord::nobody, GroupId::none()) == 2);
  CHECK(memory.at_place(0).owner == 5);
  CHECK(memory.at_place(2).owner == ContactRecord::nobody);
}

TEST_CASE("a memory without contacts is not kept, and knows nobody") {
  const CustomerMemory memory{0};
  CHECK_FALSE(memory.is_kept());
  CHECK(memory.find(7) == nullptr);
  CHECK(memory.size() == 0);
}

/// Customers whose hashes have the same upper half: their lines belong in the same place.
std::uint64_t colliding_customer(std::uint64_t i) {
  const auto unshift = [](std::uint64_t value, unsigned by) {
    std::uint64_t result = value;
    for (unsigned known = by; known < 64; known += by) result = value ^ (result >> by);
    return result;
  };
  const std::uint64_t hash = std::uint64_t{0xdecade} << 32 | i;
  return unshift(unshift(hash * 0x319642b2d24d8ec3U, 27) * 0x96de1b173f119089U, 30);
}

/// The same, as it is said.
class NaiveMemory {
 public:
  explicit NaiveMemory(std::size_t contacts_max) : contacts_max_{contacts_max} {}

  [[nodiscard]] const std::deque<ContactRecord>& places() const { return places_; }
  void append(const ContactRecord& contact) {
    if (places_.size() == contacts_max_) places_.pop_front();
    places_.push_back(contact);
  }
  void drop_first() { places_.pop_front(); }
  std::uint32_t forget(std::uint64_t customer) {
    std::uint32_t places = 0;
    for (ContactRecord& place : places_) {
      if (place.customer != customer) continue;
      place = {};
      ++places;
    }
    return places;
  }
  std::uint32_t move_owners(std::uint32_t from, std::uint32_t to, GroupId group) {
    std::uint32_t places = 0;
    for (ContactRecord& place : places_) {
      if (place.owner != from || (!group.is_none() && place.group != group)) continue;
      place.owner = to;
      ++places;
    }
    return places;
  }
  [[nodiscard]] Contacts of(std::uint64_t customer) const {
    Contacts result;
    std::copy_if(places_.rbegin(), places_.rend(), std::back_inserter(result),
                 [&](const ContactRecord& place) { return place.customer == customer; });
    return result;
  }

 private:
  std::size_t contacts_max_;
  std::deque<ContactRecord> places_;
};

/// Both, given the same.
class Pair {
 public:
  Pair(std::uint32_t contacts_max, std::vector<std::uint64_t> customers)
      : memory_{contacts_max}, naive_{contacts_max}, customers_{std::move(customers)} {}

  void act() {
    const int dice = *rc::gen::inRange(0, 17);
    if (dice < 12) return append();
    if (dice < 14) return drop();
    if (dice < 16) return forget();
    move();
  }
  void compare() const {
    const auto same = [](const auto& a, const auto& b) {
      return std::equal(a.begin(), a.end(), b.begin(), b.end(), is_same);
    };
    Contacts places;
    for (std::uint32_t i = 0; i < memory_.size(); ++i) places.push_back(memory_.at_place(i));
    RC_ASSERT(same(places, naive_.places()));
    for (const std::uint64_t customer : customers_) {
      RC_ASSERT(same(of(memory_, customer), naive_.of(customer)));
      RC_ASSERT(shows(memory_, customer, naive_.of(customer)));
    }
  }

 private:
  [[nodiscard]] std::uint64_t anybody() const { return *rc::gen::elementOf(customers_); }
  void append() {
    const ContactRecord given =
        contact(anybody(), *rc::gen::inRange(0U, 4U), *rc::gen::inRange(0U, 3U),
                *rc::gen::inRange<std::uint16_t>(0, 2));
    memory_.append(given);
    naive_.append(given);
  }
  void drop() {
    if (memory_.size() == 0) return;
    memory_.drop_first();
    naive_.drop_first();
  }
  void forget() {
    const std::uint64_t customer = anybody();
    RC_ASSERT(memory_.forget(customer) == naive_.forget(customer));
  }
  void move() {
    const auto from = *rc::gen::inRange(0U, 3U);
    const auto to = *rc::gen::element(3U, 4U, ContactRecord::nobody);
    const GroupId group = *rc::gen::element(GroupId{0}, GroupId{1}, GroupId::none());
    RC_ASSERT(memory_.move_owners(from, to, group) == naive_.move_owners(from, to, group));
  }

  CustomerMemory memory_;
  NaiveMemory naive_;
  std::vector<std::uint64_t> customers_;
};

void check_against_naive(const std::vector<std::uint64_t>& customers) {
  Pair pair{*rc::gen::inRange(1U, 12U), customers};
  const int actions = *rc::gen::inRange(1, 100);
  for (int i = 0; i < actions; ++i) {
    pair.act();
    pair.compare();
  }
}

TEST_CASE("the memory answers as a naive queue of contacts does") {
  CHECK(rc::check([] { check_against_naive({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}); }));
}

TEST_CASE("customers whose hashes collide are told apart") {
  std::vector<std::uint64_t> customers{1, 2, 3};
  for (std::uint64_t i = 0; i < 6; ++i) customers.push_back(colliding_customer(i));
  CHECK(rc::check([&] { check_against_naive(customers); }));
}

}  // namespace
}  // namespace acd
