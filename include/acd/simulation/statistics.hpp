// What a simulated stretch of time was like: sums that add up over replications.
//
// A session counts for the group in which it ended, in the interval that Attribution says. All
// times are in microseconds.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "acd/engine/event.hpp"
#include "acd/export.hpp"
#include "acd/vocabulary/id.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

/// Which interval owns a session, and all that is known of it.
enum class Attribution : std::uint8_t {
  arrival,  ///< in which it arrived
  end       ///< in which it ended; the last one for those that ended later, or never
};

/// How many waits were how long: exact below 64 microseconds, then 32 buckets for each doubling, so
/// a percentile is right to 1/32.
class ACD_EXPORT WaitHistogram {
 public:
  void add(Duration wait);
  void add(const WaitHistogram& other);
  /// The least time that at least this share of the waits does not exceed, rounded up to its
  /// bucket's end; zero if there are none. Linear in the buckets.
  [[nodiscard]] Duration percentile(double share) const;
  friend bool operator==(const WaitHistogram&, const WaitHistogram&) = default;

 private:
  static constexpr std::size_t buckets = 64 + 32 * 57;
  std::vector<std::uint32_t> counts_{};  // empty until the first
};

/// Waits of one kind of sessions: their number, and what their times add up to.
struct WaitSums {
  std::uint64_t count = 0;
  std::int64_t sum_us = 0;
  double sum_of_squares_s2 = 0;  ///< in seconds squared
  std::int64_t longest_us = 0;
  void add(Duration wait);
  void add(const WaitSums& other);
  friend bool operator==(const WaitSums&, const WaitSums&) = default;
};

/// What became of the sessions that arrived in an interval, or of a group, or of a demand.
struct ACD_EXPORT ServiceCounts {
  std::uint64_t offered = 0;  ///< arrivals, admitted or not
  std::uint64_t blocked = 0;  ///< not admitted, or ended closed, too_long, rejected, unrouted
  std::uint64_t served = 0;   ///< by an agent
  std::uint64_t served_at_once = 0;       ///< assigned at the instant of arrival
  std::uint64_t abandoned = 0;            ///< all, the short ones too
  std::uint64_t short_abandoned = 0;      ///< SkillGroup::short_abandon
  std::uint64_t abandoned_in_target = 0;  ///< within the group's target_wait
  std::uint64_t served_in_target = 0;
  std::uint64_t by_bot = 0;        ///< completed without an agent, by a bot or an outside pool
  std::uint64_t elsewhere = 0;     ///< to messages, callbacks, bots, hosts; timed out, refused
  std::uint64_t left_waiting = 0;  ///< when nothing more could happen: nobody ever took them
  std::uint64_t redials = 0;       ///< of those offered
  std::uint64_t known = 0;      ///< served, and the customer was served before in this replication
  std::uint64_t met_again = 0;  ///< ... by the agent who served him last
  std::uint64_t due = 0;        ///< with a due time
  std::uint64_t fell_due = 0;   ///< ... which came before their end
  WaitSums wait_served{};
  WaitSums wait_abandoned{};
  std::int64_t talk_us = 0;  ///< of services
  void add(const ServiceCounts& other);
  friend bool operator==(const ServiceCounts&, const ServiceCounts&) = default;
};

/// Of sessions, those whose wait was over within a time.
struct WithinCounts {
  std::uint64_t served = 0;
  std::uint64_t abandoned = 0;
  void add(const WithinCounts& other);
  friend bool operator==(const WithinCounts&, const WithinCounts&) = default;
};

/// Formulas in use; 1 where the denominator is 0. docs/guide/simulation.md has sources.
enum class ServiceLevel : std::uint8_t {
  of_offered,          ///< served in target / offered
  of_answered,         ///< served in target / served
  without_short,       ///< served in target / (offered - abandoned in target)
  abandoned_as_served  ///< (served + abandoned in target) / offered
};
/// What is counted, of what.
struct Ratio {
  double numerator = 0;
  double denominator = 0;
};
[[nodiscard]] ACD_EXPORT Ratio service_level_ratio(const ServiceCounts& counts,
                                                   ServiceLevel formula);
[[nodiscard]] ACD_EXPORT double service_level(const ServiceCounts& counts, ServiceLevel formula);

/// Of one agent.
struct AgentTimes {
  std::int64_t signed_in_us = 0;  ///< ready, serving, wrapping up, on a break
  std::int64_t ready_us = 0;      ///< and with nothing to do
  std::int64_t serving_us = 0;
  std::int64_t wrapping_up_us = 0;
  std::int64_t busy_us = 0;  ///< serving or wrapping up, whatever the number of sessions at once
  std::uint64_t served = 0;
  void add(const AgentTimes& other);
  friend bool operator==(const AgentTimes&, const AgentTimes&) = default;
};

/// Of all agents together, in one interval.
struct StaffTimes {
  std::int64_t signed_in_us = 0;
  std::int64_t ready_us = 0;
  std::int64_t busy_us = 0;
  void add(const StaffTimes& other);
  friend bool operator==(const StaffTimes&, const StaffTimes&) = default;
};

/// Sessions that a rule, a ticket's escalation or a backup took from one group to another.
struct Flow {
  GroupId from{};
  GroupId to{};
  Cause cause = Cause::none;  ///< the rule's; escalated, backup
  std::uint64_t count = 0;
  friend bool operator==(const Flow&, const Flow&) = default;
};

/// Of one replication, or of several added up.
struct ACD_EXPORT Statistics {
  std::uint64_t replications = 0;
  std::int64_t counted_us = 0;  ///< of time, from count_from to the scenario's end
  ServiceCounts total{};
  std::vector<ServiceCounts> by_group{};
  std::vector<ServiceCounts> by_demand{};
  std::vector<std::vector<ServiceCounts>> by_interval{};  ///< [group][interval]
  std::vector<StaffTimes> staff_by_interval{};
  std::vector<WaitHistogram> waits{};  ///< of served and abandoned, by group
  /// Of the same, [group][line of Scenario::thresholds].
  std::vector<std::vector<WithinCounts>> within{};
  std::vector<std::int64_t> queue_us{};  ///< by group: waiting sessions' time, in counted time
  std::vector<std::uint32_t> queue_longest{};  ///< by group: most who waited at once, in it
  std::vector<std::vector<std::uint64_t>> served_by{};  ///< [demand][agent]
  std::vector<AgentTimes> agents{};
  std::vector<Flow> flows{};  ///< sorted by from, to, cause

  /// Both are of the same scenario.
  void add(const Statistics& other);
  friend bool operator==(const Statistics&, const Statistics&) = default;
};

}  // namespace v1
}  // namespace acd
