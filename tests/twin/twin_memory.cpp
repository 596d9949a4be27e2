// Memory of customers: a queue of contacts, and what can be read from it by looking at all.
#include <algorithm>
#include <map>

#include "twin/twin_router.hpp"

namespace acd::twin {

bool TwinFacts::keeps_owners(GroupId group) const {
  return keeps_memory() && std::ranges::any_of(strategies_of(group),
                                               [](const auto& by) { return asks_owner(by.kind); });
}

bool TwinFacts::is_there(const Contact& contact, Instant at) const {
  const Duration keep = blueprint_.memory.keep;
  return contact.customer != 0 && (keep == Duration{0} || at - contact.at <= keep);
}

// Remembered last of those that are there; nullptr: none is.
const Contact* TwinFacts::latest_contact(Instant at, const ContactTest& suits) const {
  const Contact* latest = nullptr;
  for (const Contact& contact : contacts_) {
    if (is_there(contact, at) && suits(contact)) latest = &contact;
  }
  return latest;
}

AgentHandle TwinFacts::owner_of(std::uint64_t customer, GroupId group, Instant at,
                                Duration window) const {
  const Contact* latest = latest_contact(at, [&](const Contact& contact) {
    return contact.customer == customer && contact.group == group;
  });
  if (!latest) return {};
  const bool is_recent = window == Duration{0} || at - latest->at <= window;
  return is_recent ? latest->owner : AgentHandle::none();
}

AgentHandle TwinFacts::last_agent_of(const ContactTest& suits, Instant at) const {
  const Contact* latest = latest_contact(at, suits);
  return latest ? latest->agent : AgentHandle::none();
}

// Of several who have as many, the one who was there last.
AgentHandle TwinFacts::most_frequent_of(const ContactTest& suits, Instant at) const {
  std::map<AgentHandle, std::uint64_t> counts;
  for (const Contact& contact : contacts_) {
    if (is_there(contact, at) && suits(contact)) ++counts[contact.agent];
  }
  AgentHandle most{};
  for (const Contact& contact : contacts_) {
    if (!is_there(contact, at) || !suits(contact)) continue;
    if (most.is_none() || counts[contact.agent] >= counts[most]) most = contact.agent;
  }
  return most;
}

CustomerView TwinFacts::customer(std::uint64_t customer, GroupId group) const {
  if (customer == 0) return {};
  const auto is_his = [&](const Contact& contact) { return contact.customer == customer; };
  const auto is_familiar = [&](const Contact& contact) {
    return is_his(contact) && contact.is_familiar;
  };
  const auto count = std::ranges::count_if(contacts_, [&](const Contact& contact) {
    return is_there(contact, watermark_) && is_his(contact);
  });
  return {.owner = owner_of(customer, group, watermark_, Duration{0}),
          .last_agent = last_agent_of(is_familiar, watermark_),
          .most_frequent = most_frequent_of(is_familiar, watermark_),
          .contacts = static_cast<std::uint32_t>(count)};
}

void TwinRouter::tell_owner(std::uint64_t customer, GroupId group, AgentHandle owner) {
  emit(Event{.kind = EventKind::owner_changed,
             .group = group,
             .agent = owner,
             .value = static_cast<std::int64_t>(customer)});
}

// The agent served the customer.
void TwinRouter::remember_contact(std::uint64_t customer, Instant at, GroupId group,
                                  AgentHandle agent) {
  if (!keeps_memory() || customer == 0) return;
  Contact contact{.customer = customer, .at = at, .group = group, .agent = agent};
  contact.is_familiar = true;
  if (keeps_owners(group)) {
    contact.owner = owner_of(customer, group, now_, Duration{0});
    if (contact.owner.is_none()) {
      contact.owner = agent;
      tell_owner(customer, group, agent);
    }
    const Substitutes substitutes = blueprint_.groups[group.index()].substitutes;
    contact.is_familiar = contact.owner == agent || substitutes == Substitutes::become_familiar;
  }
  take_place(contact);
}

// Places that are of no use go first, two at most.
void TwinRouter::take_place(const Contact& contact) {
  for (int i = 0; i < 2; ++i) {
    if (!contacts_.empty() && !is_there(contacts_.front(), now_)) contacts_.pop_front();
  }
  if (contacts_.size() >= blueprint_.memory.contacts) contacts_.pop_front();
  contacts_.push_back(contact);
}

Status TwinRouter::check_customer(const Command& c) const {
  if (!keeps_memory()) return Status::no_memory;
  return c.customer == 0 ? Status::unknown_customer : Status::applied;
}

Status TwinRouter::check_group(GroupId group) const {
  return group.index() < blueprint_.groups.size() ? Status::applied : Status::unknown_group;
}

Status TwinRouter::remember(const Command& c) {
  if (const Status status = check_customer(c); status != Status::applied) return status;
  if (const Status status = check_agent(c.agent); status != Status::applied) return status;
  if (const Status status = check_group(c.group); status != Status::applied) return status;
  const Instant at = c.start == never ? now_ : c.start;
  if (at < earliest || at > now_) return Status::time_out_of_range;
  const Contact* latest =
      latest_contact(now_, [&](const Contact& contact) { return contact.customer == c.customer; });
  const bool is_in_order = !latest || latest->at <= at;
  const bool would_be_there = is_there(Contact{.customer = c.customer, .at = at}, now_);
  if (!is_in_order || !would_be_there) return Status::time_out_of_range;
  remember_contact(c.customer, at, c.group, c.agent);
  return Status::applied;
}

Status TwinRouter::set_owner(const Command& c) {
  if (const Status status = check_customer(c); status != Status::applied) return status;
  if (!c.agent.is_none() && check_agent(c.agent) != Status::applied) return Status::unknown_agent;
  if (const Status status = check_group(c.group); status != Status::applied) return status;
  if (!keeps_owners(c.group)) return Status::no_memory;
  const AgentHandle owner = c.agent.is_none() ? AgentHandle::none() : c.agent;
  if (owner_of(c.customer, c.group, now_, Duration{0}) == owner) return Status::unchanged;
  tell_owner(c.customer, c.group, owner);
  take_place({.customer = c.customer, .at = now_, .group = c.group, .owner = owner});
  return Status::applied;
}

Status TwinRouter::move_owners(const Command& c) {
  if (!keeps_memory()) return Status::no_memory;
  if (const Status status = check_agent(c.agent); status != Status::applied) return status;
  const AgentHandle to = c.successor.is_none() ? AgentHandle::none() : c.successor;
  if (!to.is_none() && check_agent(to) != Status::applied) return Status::unknown_agent;
  if (!c.group.is_none() && check_group(c.group) != Status::applied) return Status::unknown_group;
  std::int64_t moved = 0;
  for (Contact& contact : contacts_) {
    const bool is_meant = c.group.is_none() || contact.group == c.group;
    if (contact.owner != c.agent || !is_meant || to == c.agent) continue;
    contact.owner = to;
    ++moved;
  }
  if (moved == 0) return Status::unchanged;
  emit(Event{.kind = EventKind::owners_moved, .agent = to, .value = moved});
  return Status::applied;
}

Status TwinRouter::forget_customer(const Command& c) {
  if (const Status status = check_customer(c); status != Status::applied) return status;
  std::uint64_t places = 0;
  for (Contact& contact : contacts_) {
    if (contact.customer != c.customer) continue;
    contact = Contact{};
    ++places;
  }
  if (places == 0) return Status::unknown_customer;
  emit(Event{.kind = EventKind::forgotten, .value = static_cast<std::int64_t>(c.customer)});
  return Status::applied;
}

}  // namespace acd::twin
