// The floor's blueprint, its past, and its host.
#include "affinity_floor.hpp"

#include <algorithm>
#include <chrono>

#include "plan.hpp"

namespace acd::bench {
namespace {

constexpr std::uint32_t alive = AffinityFloor::agents * 95 / 100;
constexpr Duration gap = std::chrono::milliseconds{1};  // between two lives

Affinity affinity_of(Acquaintance acquaintance) {
  switch (acquaintance) {
    case Acquaintance::none: return no_preference();
    case Acquaintance::given: return Affinity{given()}.then(last_agent()).then(most_frequent());
    case Acquaintance::memory:
    case Acquaintance::expected: return Affinity{owner()}.then(most_frequent()).then(last_agent());
  }
  return no_preference();
}

Blueprint blueprint_of(Acquaintance acquaintance, std::uint32_t contacts) {
  Blueprint blueprint;
  blueprint.limits.sessions = alive + 1;
  blueprint.add(Channel{.name = "voice"});
  for (std::uint32_t i = 0; i < AffinityFloor::groups; ++i) {
    blueprint.add(SkillGroup{.name = numbered('g', i), .affinity = affinity_of(acquaintance)});
  }
  Random random{2};
  for (std::uint32_t i = 0; i < AffinityFloor::agents; ++i) {
    Agent agent{.name = numbered('a', i)};
    while (agent.memberships.size() < 4) {
      const GroupId group{random.below(AffinityFloor::groups)};
      const bool is_member = std::any_of(agent.memberships.begin(), agent.memberships.end(),
                                         [&](const Membership& m) { return m.group == group; });
      if (!is_member) agent.memberships.push_back({.group = group});
    }
    blueprint.add(agent);
  }
  switch (acquaintance) {
    case Acquaintance::none: break;
    case Acquaintance::given: blueprint.memory.contacts = 1; break;  // kept, but nobody is known
    case Acquaintance::memory:
    case Acquaintance::expected: blueprint.memory.contacts = contacts; break;
  }
  return blueprint;
}

/// Of those that a customer's number alone decides.
std::uint32_t drawn(std::uint32_t customer, std::size_t bound) {
  return Random{customer}.below(static_cast<std::uint32_t>(bound));
}

}  // namespace

AffinityFloor::AffinityFloor(Acquaintance acquaintance, std::uint32_t contacts)
    : acquaintance_{acquaintance},
      router_{compiled(blueprint_of(acquaintance, contacts))},
      members_(groups),
      served_(alive + 1) {
  arrival_.kind = CommandKind::arrive;
  for (std::uint32_t i = 0; i < agents; ++i) {
    for (const Membership& membership : router_.blueprint().agents[i].memberships) {
      members_[membership.group.index()].push_back(router_.agent(i));
    }
  }
  if (acquaintance >= Acquaintance::memory) remember_the_past(contacts);
  for (std::uint32_t i = 0; i < agents; ++i) {
    give({.kind = CommandKind::sign_in, .agent = router_.agent(i)});
    give({.kind = CommandKind::ready, .agent = router_.agent(i)});
  }
  for (std::uint32_t i = 0; i < alive; ++i) arrive();
}

/// Customers came at random, and were served by anybody of their group.
void AffinityFloor::remember_the_past(std::uint32_t contacts) {
  Random past{3};
  for (std::uint32_t i = 0; i < contacts; ++i) {
    const std::uint32_t customer = past.below(customers);
    const std::vector<AgentHandle>& members = members_[customer % groups];
    give({.kind = CommandKind::remember,
          .group = GroupId{customer % groups},
          .agent = members[past.below(static_cast<std::uint32_t>(members.size()))],
          .customer = std::uint64_t{customer} + 1});
  }
}

std::uint32_t AffinityFloor::next_customer() {
  const std::uint32_t customer = coming_;
  coming_ = customers_.below(customers);
  if (acquaintance_ == Acquaintance::expected) router_.expect(std::uint64_t{coming_} + 1);
  return customer;
}

AgentHandle AffinityFloor::account_manager(std::uint32_t customer) const {
  const std::vector<AgentHandle>& members = members_[customer % groups];
  return members[drawn(customer, members.size())];
}

void AffinityFloor::arrive() {
  const std::uint32_t customer = next_customer();
  arrival_.group = GroupId{customer % groups};
  // Every floor looks him up, so that the difference is not the host's.
  const AgentHandle manager = account_manager(customer);
  arrival_.reference = manager.slot;
  switch (acquaintance_) {
    case Acquaintance::none: break;
    case Acquaintance::given: arrival_.preferred = {{manager, 1}}; break;
    case Acquaintance::memory:
    case Acquaintance::expected: arrival_.customer = std::uint64_t{customer} + 1; break;
  }
  give(arrival_);
}

void AffinityFloor::give(const Command& command) { done(router_.apply(command, now_)); }

void AffinityFloor::done(Status status) {
  refusals_ += status == Status::applied ? 0U : 1U;
  for (const Event& event : router_.drain_events()) {
    if (event.kind != EventKind::assigned) continue;
    served_[end_] = event.session;
    end_ = end_ + 1 == served_.size() ? 0 : end_ + 1;
    ++assigned_;
    preferred_ += event.cause == Cause::preferred ? 1U : 0U;
  }
}

void AffinityFloor::play_measured(std::uint32_t lives) {
  for (std::uint32_t i = 0; i < lives; ++i) {
    now_ += gap;
    arrive();
    const SessionHandle oldest = served_[first_];
    first_ = first_ + 1 == served_.size() ? 0 : first_ + 1;
    done(router_.complete(oldest, now_));
  }
}

}  // namespace acd::bench
