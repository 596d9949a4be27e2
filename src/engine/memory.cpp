// What the router remembers of customers, and the commands that teach it.
#include <array>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

bool EngineFacts::lies_within(Duration span, Instant at) const {
  return span == Duration{0} || now_ - at <= span;
}

// Null of one who is not.
const Acquaintance* EngineFacts::acquaintance(std::uint64_t customer) const {
  return customer != 0 && memory_.is_kept() ? memory_.find(customer) : nullptr;
}

// The newest first, as long as they are there and `visit` says true: those that his line shows,
// then the others.
template <class Visit>
void EngineFacts::for_each_contact(const Acquaintance& known, const Visit& visit) const {
  const Duration keep = plan_.blueprint.memory.keep;
  for (std::uint32_t i = 0; i < known.glimpses(); ++i) {
    if (!lies_within(keep, known.latest[i].at) || !visit(known.latest[i])) return;
  }
  if (known.shows_all()) return;
  CustomerMemory::Position position = known.newest;
  for (std::uint32_t i = 0; i < Acquaintance::glimpses_max; ++i) {
    position = memory_.previous(position);
  }
  for (; position != CustomerMemory::nowhere; position = memory_.previous(position)) {
    const ContactRecord& contact = memory_.at(position);
    const Glimpse seen{.at = contact.at,
                       .agent = contact.agent,
                       .group = contact.group,
                       .is_familiar = contact.is_familiar};
    if (!lies_within(keep, seen.at) || !visit(seen)) return;
  }
}

// Of the customer in the group: nil if nobody is, or if the latest contact there is too old.
EngineState::Slot EngineFacts::owner_in_window(const Acquaintance* known, GroupId group,
                                               Duration window) const {
  if (known == nullptr) return nil;
  const Glimpse& newest = known->latest[0];
  if (newest.group != group) [[unlikely]]
    return earlier_owner(*known, group, window);
  const bool is_there = lies_within(plan_.blueprint.memory.keep, newest.at);
  return is_there && lies_within(window, newest.at) ? known->owner : nil;
}

// The customer was in another group since.
[[gnu::noinline]] EngineState::Slot EngineFacts::earlier_owner(const Acquaintance& known,
                                                               GroupId group,
                                                               Duration window) const {
  std::uint32_t newer = 0;
  Instant at = never;
  for_each_contact(known, [&](const Glimpse& seen) {
    if (seen.group == group) at = seen.at;
    newer += at == never ? 1U : 0U;
    return at == never;
  });
  if (at == never || !lies_within(window, at)) return nil;
  CustomerMemory::Position position = known.newest;
  for (; newer != 0; --newer) position = memory_.previous(position);
  return memory_.at(position).owner;
}

// `visit(agent)` for each familiar contact that the strategy looks at, until it says false.
template <class Visit>
void EngineFacts::for_each_familiar(const Acquaintance& known, GroupId group,
                                    const StrategyTables& strategy, const Visit& visit) const {
  for_each_contact(known, [&](const Glimpse& seen) {
    if (!lies_within(strategy.window, seen.at)) return false;
    const bool is_looked_at = strategy.scope == AffinityScope::any_group || seen.group == group;
    return seen.is_familiar == 0 || !is_looked_at || visit(seen.agent);
  });
}

EngineState::Slot EngineFacts::last_agent(const Acquaintance* known, GroupId group,
                                          const StrategyTables& strategy) const {
  Slot last = nil;
  if (known == nullptr) return last;
  for_each_familiar(*known, group, strategy, [&](Slot agent) {
    last = agent;
    return false;
  });
  return last;
}

// Of several the one who has the latest contact.
EngineState::Slot EngineFacts::most_frequent(const Acquaintance* known, GroupId group,
                                             const StrategyTables& strategy) const {
  if (known == nullptr) return nil;
  if (!known->shows_all()) [[unlikely]]
    return most_frequent_of_many(*known, group, strategy);
  std::array<Slot, Acquaintance::glimpses_max> agents{nil, nil, nil};
  std::size_t count = 0;
  for_each_familiar(*known, group, strategy, [&](Slot agent) {
    agents[count++] = agent;
    return true;
  });
  // Three at most: only two later ones by one agent outweigh the latest.
  return agents[1] == agents[2] && agents[1] != nil ? agents[1] : agents[0];
}

[[gnu::noinline]] EngineState::Slot EngineFacts::most_frequent_of_many(
    const Acquaintance& known, GroupId group, const StrategyTables& strategy) const {
  for_each_familiar(known, group, strategy, [&](Slot agent) {
    ++contacts_of_[agent];
    return true;
  });
  Slot best = nil;
  std::uint32_t most = 0;
  for_each_familiar(known, group, strategy, [&](Slot agent) {
    if (contacts_of_[agent] > most) {
      best = agent;
      most = contacts_of_[agent];
    }
    contacts_of_[agent] = 0;
    return true;
  });
  return best;
}

// The agent serves it, and its customer is known.
[[gnu::noinline]] void Router::Engine::remember_service(const SessionRecord& session, Slot agent) {
  remember(session.customer, now_, agent, session.group);
}

void Router::Engine::remember(std::uint64_t customer, Instant at, Slot agent, GroupId group) {
  const bool keeps_owners = plan_.affinity.of(group).keeps_owners;
  ContactRecord contact{
      .customer = customer, .at = at, .agent = agent, .group = group, .is_familiar = true};
  if (keeps_owners) {
    contact.owner = owner_in_window(acquaintance(customer), group, Duration{0});
    if (contact.owner == nil) {
      contact.owner = agent;
      announce_owner(customer, group, agent);
    }
    const bool counts =
        plan_.blueprint.groups[group.index()].substitutes == Substitutes::become_familiar;
    contact.is_familiar = contact.owner == agent || counts;
  }
  append_contact(contact);
}

// What is too old goes, in its time: two for each that comes.
void Router::Engine::append_contact(const ContactRecord& contact) {
  for (int i = 0; i < 2 && memory_.size() != 0; ++i) {
    const ContactRecord& first = memory_.first();
    if (first.customer != 0 && lies_within(plan_.blueprint.memory.keep, first.at)) break;
    memory_.drop_first();
  }
  memory_.append(contact);
}

void Router::Engine::announce_owner(std::uint64_t customer, GroupId group, Slot agent) {
  Event& event = emit(EventKind::owner_changed, Cause::none);
  event.value = static_cast<std::int64_t>(customer);
  event.group = group;
  if (agent != nil) event.agent = agent_handle(agent);
}

Status Router::Engine::dispatch_memory(const Command& c) {
  if (!memory_.is_kept()) return Status::no_memory;
  if (c.kind == CommandKind::move_owners) return move_owners(c);
  if (c.customer == 0) return Status::unknown_customer;
  if (c.kind == CommandKind::forget_customer) return forget_customer(c.customer);
  const bool names_agent = !c.agent.is_none() || c.kind == CommandKind::remember;
  if (names_agent && check_agent(c.agent) != Status::applied) return Status::unknown_agent;
  if (c.group.index() >= groups_.size()) return Status::unknown_group;
  return c.kind == CommandKind::remember ? remember(c) : set_owner(c);
}

Status Router::Engine::remember(const Command& c) {
  const Instant at = c.start == never ? now_ : c.start;
  if (at < earliest || at > now_) return Status::time_out_of_range;
  if (!lies_within(plan_.blueprint.memory.keep, at)) return Status::time_out_of_range;
  bool is_in_order = true;
  if (const Acquaintance* known = acquaintance(c.customer); known != nullptr) {
    for_each_contact(*known, [&](const Glimpse& before) {
      is_in_order = before.at <= at;
      return false;
    });
  }
  if (!is_in_order) return Status::time_out_of_range;
  remember(c.customer, at, c.agent.slot, c.group);
  return Status::applied;
}

Status Router::Engine::set_owner(const Command& c) {
  if (!plan_.affinity.of(c.group).keeps_owners) return Status::no_memory;
  const Slot owner = c.agent.is_none() ? nil : c.agent.slot;
  if (owner_in_window(acquaintance(c.customer), c.group, Duration{0}) == owner)
    return Status::unchanged;
  announce_owner(c.customer, c.group, owner);
  append_contact({.customer = c.customer, .at = now_, .owner = owner, .group = c.group});
  return Status::applied;
}

Status Router::Engine::move_owners(const Command& c) {
  if (check_agent(c.agent) != Status::applied) return Status::unknown_agent;
  if (!c.successor.is_none() && check_agent(c.successor) != Status::applied) {
    return Status::unknown_agent;
  }
  if (!c.group.is_none() && c.group.index() >= groups_.size()) return Status::unknown_group;
  const Slot to = c.successor.is_none() ? nil : c.successor.slot;
  const std::uint32_t places =
      to == c.agent.slot ? 0 : memory_.move_owners(c.agent.slot, to, c.group);
  if (places == 0) return Status::unchanged;
  Event& event = emit(EventKind::owners_moved, Cause::none);
  if (to != nil) event.agent = agent_handle(to);
  event.value = places;
  return Status::applied;
}

Status Router::Engine::forget_customer(std::uint64_t customer) {
  if (memory_.forget(customer) == 0) return Status::unknown_customer;
  emit(EventKind::forgotten, Cause::none).value = static_cast<std::int64_t>(customer);
  return Status::applied;
}

CustomerView EngineFacts::customer(std::uint64_t customer, GroupId group) const {
  CustomerView view;
  const auto handle = [](Slot slot) { return slot == nil ? AgentHandle{} : agent_handle(slot); };
  const StrategyTables anywhere;
  const Acquaintance* known = acquaintance(customer);
  view.owner = handle(owner_in_window(known, group, Duration{0}));
  view.last_agent = handle(last_agent(known, group, anywhere));
  view.most_frequent = handle(most_frequent(known, group, anywhere));
  if (known == nullptr) return view;
  for_each_contact(*known, [&](const Glimpse&) {
    ++view.contacts;
    return true;
  });
  return view;
}

std::optional<Contact> EngineFacts::contact(std::size_t place) const {
  if (place >= memory_.size()) return std::nullopt;
  const ContactRecord& kept = memory_.at_place(static_cast<std::uint32_t>(place));
  if (kept.customer == 0) return std::nullopt;
  const auto handle = [](Slot slot) { return slot == nil ? AgentHandle{} : agent_handle(slot); };
  return Contact{.customer = kept.customer,
                 .at = kept.at,
                 .group = kept.group,
                 .agent = handle(kept.agent),
                 .owner = handle(kept.owner),
                 .is_familiar = kept.is_familiar};
}

}  // namespace v1
}  // namespace acd
