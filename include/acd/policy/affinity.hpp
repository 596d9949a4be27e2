// Which agent a customer should meet again: first to decide wins.
//
// A group's affinity is a sequence of strategies. Each names agents, or nobody; the first that
// names somebody who can take the session now, or who is worth a hold, decides. Where none
// does, the group's own order decides at once: affinity never leaves a session worse off than
// without it, once its hold has passed.
//
//   group.affinity = Affinity{owner().held(30s)}
//                      .then(last_agent().within(days{90}).held(15s))
//                      .then(most_frequent().within(days{365}));
//
// A hold counts from the instant at which the session began to wait, in whatever group, and
// against that session alone: others go on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "acd/policy/condition.hpp"
#include "acd/policy/ordering.hpp"
#include "acd/vocabulary/id.hpp"
#include "acd/vocabulary/short_list.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

/// An agent, and how well he suits: higher first.
struct ScoredAgent {
  AgentHandle agent{};
  std::uint8_t score = 0;
  friend bool operator==(const ScoredAgent&, const ScoredAgent&) = default;
};
/// Of one session, or of one strategy.
inline constexpr std::size_t scored_agents_max = 8;
using ScoredAgents = ShortList<ScoredAgent, scored_agents_max>;

/// Whom a strategy names. The first four read the router's memory of customers
/// (acd/config/memory_rule.hpp) and name nobody if the customer is unknown.
enum class AffinityKind : std::uint8_t {
  owner,          ///< who served the customer first in this group (first-contact owner)
  owner_team,     ///< the agents of the owner's team
  last_agent,     ///< who served the customer last
  most_frequent,  ///< who served the customer most often; of several, the later one
  given,          ///< the host's list, of the command that brought the session
  listed,         ///< the strategy's own list
  host_choice,    ///< host code, by name
};
inline constexpr AffinityKind last_affinity_kind = AffinityKind::host_choice;

/// Where last_agent and most_frequent look.
enum class AffinityScope : std::uint8_t { own_group, any_group };
inline constexpr AffinityScope last_affinity_scope = AffinityScope::any_group;

/// For whom a hold waits.
enum class HoldFor : std::uint8_t {
  working,    ///< an agent who is ready and busy: serving, offered, wrapping up
  signed_in,  ///< ... or not ready: on a break
};
inline constexpr HoldFor last_hold_for = HoldFor::signed_in;

/// When an agent for whom sessions are held takes the next one.
enum class HoldPlace : std::uint8_t {
  in_order,  ///< a held session competes by the group's order, as all others do
  at_head,   ///< he takes it before all that is not held at the head
};
inline constexpr HoldPlace last_hold_place = HoldPlace::at_head;

/// Plain value; which operands count depends on `kind`.
struct AffinityStrategy {
  AffinityKind kind = AffinityKind::last_agent;
  AffinityScope scope = AffinityScope::any_group;  ///< last_agent, most_frequent
  HoldFor hold_for = HoldFor::working;
  HoldPlace hold_place = HoldPlace::in_order;
  HostChoiceId host_choice{};         ///< host_choice
  std::vector<ScoredAgent> agents{};  ///< listed: 1 to 8, nobody twice
  /// What the first four read is at most so old; zero: as old as memory goes.
  Duration window{0};
  /// The session waits for whom it names, from its `queued_at` at most so long; zero: not at all.
  Duration hold{0};
  /// given, listed: agents of the next lower score join after each such stretch of the hold;
  /// zero: all at once.
  Duration ring{0};
  /// Asked of the session for each agent named; TestKind::load is his.
  Condition when{};
  /// Not none: strict. If those named cannot take the session, and the hold is over or nobody
  /// is worth one, it goes to this group, where it has no affinity.
  GroupId backup{};

  friend bool operator==(const AffinityStrategy&, const AffinityStrategy&) = default;

  [[nodiscard]] AffinityStrategy within(Duration window_is) const {
    AffinityStrategy result = *this;
    result.window = window_is;
    return result;
  }
  [[nodiscard]] AffinityStrategy held(Duration hold_is,
                                      HoldPlace place = HoldPlace::in_order) const {
    AffinityStrategy result = *this;
    result.hold = hold_is;
    result.hold_place = place;
    return result;
  }
  [[nodiscard]] AffinityStrategy only_if(Condition condition) const {
    AffinityStrategy result = *this;
    result.when = std::move(condition);
    return result;
  }
  [[nodiscard]] AffinityStrategy or_else(GroupId group) const {
    AffinityStrategy result = *this;
    result.backup = group;
    return result;
  }
};

/// `Affinity{}` is `no_preference`, identity of `then`.
using Affinity = Ordering<AffinityStrategy>;
[[nodiscard]] inline Affinity no_preference() { return {}; }
/// Strategies of one group.
inline constexpr std::size_t affinity_strategies_max = 8;

[[nodiscard]] inline AffinityStrategy owner() { return {.kind = AffinityKind::owner}; }
[[nodiscard]] inline AffinityStrategy owner_team() { return {.kind = AffinityKind::owner_team}; }
[[nodiscard]] inline AffinityStrategy last_agent(AffinityScope scope = AffinityScope::any_group) {
  return {.kind = AffinityKind::last_agent, .scope = scope};
}
[[nodiscard]] inline AffinityStrategy most_frequent(
    AffinityScope scope = AffinityScope::any_group) {
  return {.kind = AffinityKind::most_frequent, .scope = scope};
}
[[nodiscard]] inline AffinityStrategy given() { return {.kind = AffinityKind::given}; }
[[nodiscard]] inline AffinityStrategy listed(std::vector<ScoredAgent> agents) {
  return {.kind = AffinityKind::listed, .agents = std::move(agents)};
}
[[nodiscard]] inline AffinityStrategy chosen_by_host(HostChoiceId id) {
  return {.kind = AffinityKind::host_choice, .host_choice = id};
}

/// It reads the memory of customers.
[[nodiscard]] constexpr bool asks_memory(AffinityKind kind) {
  return kind <= AffinityKind::most_frequent;
}
/// A group with such a strategy keeps owners.
[[nodiscard]] constexpr bool asks_owner(AffinityKind kind) {
  return kind <= AffinityKind::owner_team;
}

}  // namespace v1
}  // namespace acd
