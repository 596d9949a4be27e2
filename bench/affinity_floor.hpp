// Agents at work for customers who come again: a floor whose sessions may prefer somebody.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "acd/engine/router.hpp"
#include "random.hpp"

namespace acd::bench {

/// What the groups of a floor know of whom a customer should meet.
enum class Acquaintance : std::uint8_t {
  none,      ///< no affinity
  given,     ///< given > last_agent > most_frequent; the host names one agent, and no customer
  memory,    ///< owner > most_frequent > last_agent, by what the router remembers
  expected,  ///< the same, and the host says a life ahead who comes
};

/// 1000 agents in 4 of 100 groups each, of whom 95 % serve. Every customer has a group of his own.
/// The host keeps as many sessions alive as that takes: one arrives, then the one that was
/// assigned first completes. All floors see the same customers.
class AffinityFloor {
 public:
  static constexpr std::uint32_t agents = 1000;
  static constexpr std::uint32_t groups = 100;
  static constexpr std::uint32_t customers = 1'000'000;

  /// A memory, if there is one, has so many contacts, and is full from the start.
  AffinityFloor(Acquaintance acquaintance, std::uint32_t contacts);

  /// So many lives. Not inlined, so that a profiler can start and stop at it.
  [[gnu::noinline]] void play_measured(std::uint32_t lives);
  [[nodiscard]] std::uint64_t refusals() const { return refusals_; }
  /// Assigned sessions, and those of them that went to whom they preferred.
  [[nodiscard]] std::uint64_t assigned() const { return assigned_; }
  [[nodiscard]] std::uint64_t preferred() const { return preferred_; }

 private:
  void remember_the_past(std::uint32_t contacts);
  void give(const Command& command);
  void done(Status status);
  [[nodiscard]] std::uint32_t next_customer();
  [[nodiscard]] AgentHandle account_manager(std::uint32_t customer) const;
  void arrive();

  Acquaintance acquaintance_;
  Router router_;
  std::vector<std::vector<AgentHandle>> members_;  // by group
  std::vector<SessionHandle> served_;              // a ring, by order of assignment
  std::size_t first_ = 0;
  std::size_t end_ = 0;
  Instant now_ = earliest;
  Random customers_{1};
  std::uint32_t coming_ = customers_.below(customers);
  Command arrival_{};
  std::uint64_t assigned_ = 0;
  std::uint64_t preferred_ = 0;
  std::uint64_t refusals_ = 0;
};

}  // namespace acd::bench
