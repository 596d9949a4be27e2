// What the router's events add up to, while a replication goes on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "acd/engine/event.hpp"
#include "acd/simulation/scenario.hpp"
#include "acd/simulation/statistics.hpp"

namespace acd::simulation {

/// One who calls, from his arrival to his session's end.
struct Visit {
  std::uint64_t draws = 0;     ///< seed of all that is drawn for him
  std::uint64_t customer = 0;  ///< 0: unknown
  Instant arrived{};
  Instant waits_since{};                      ///< in the group where he waits
  Instant assigned = never;                   ///< the first time
  GroupId group{};                            ///< where he waits, or was assigned
  GroupId overflowed_from = GroupId::none();  ///< by a rule, and is not anywhere else yet
  Cause overflow = Cause::none;
  std::uint32_t generation = 0;  ///< of his session: 0 if the visit is over
  std::uint32_t demand = 0;
  std::uint32_t agent = 0;
  std::uint16_t interval = 0;
  std::uint8_t attempts = 1;
  bool waits = false;  ///< in a group, without being served
  bool is_counted = false;
  bool is_patient = false;   ///< he does not give up: nobody is on the line
  bool is_known = false;     ///< he was served before,
  bool meets_again = false;  ///< ... by this agent
  bool has_due = false;
  bool fell_due = false;
};

class Tally {
 public:
  explicit Tally(const Scenario& scenario);

  /// For another replication.
  void clear();

  void offered(Visit& visit, GroupId group);
  void blocked(Visit& visit);
  /// He waits in the group from now on.
  void waits(Visit& visit, GroupId group, Instant at);
  void waits_no_more(Visit& visit, Instant at);
  void assigned(Visit& visit, GroupId group, std::uint32_t agent, Instant at);
  /// His service is over: it began at `since`.
  void served(const Visit& visit, Instant since, Instant at);
  void ended(Visit& visit, Cause cause, Instant at);
  /// It has not ended, and never will.
  void left_waiting(const Visit& visit);
  void fell_due(Visit& visit) { visit.fell_due = true; }
  /// Of the group where he is; a flow once he waits elsewhere or is assigned there.
  void overflowed(Visit& visit, GroupId from, Cause cause);
  void agent_state(std::uint32_t agent, AgentState state, Instant at);
  void begins_work(std::uint32_t agent, Instant at);
  void ends_work(std::uint32_t agent, Instant at);
  void wraps_up(std::uint32_t agent, Instant since, Instant at);

  /// All up to this instant, once.
  [[nodiscard]] Statistics finish(Instant at);

  [[nodiscard]] bool is_counted(Instant at) const { return at >= count_from_ && at < end_; }

 private:
  struct Watched {
    AgentState state = AgentState::signed_out;
    std::uint32_t works = 0;
    Instant signed_in_since{};
    Instant ready_since{};
    Instant busy_since{};
  };
  struct Line {
    std::int64_t waiting = 0;
    Instant since{};
  };
  /// The one that was asked for last costs no division.
  [[nodiscard]] std::uint16_t interval_of(Instant at);
  /// Of the stretch, what lies in counted time.
  [[nodiscard]] std::int64_t counted_us(Instant from, Instant to) const;
  /// Adds it to the intervals that it touches.
  std::int64_t count_staff(std::int64_t StaffTimes::*member, Instant from, Instant to);
  void pass_queue_time(GroupId group, Instant at);
  void stop_idling(std::uint32_t agent, Instant at);
  void stop_working(std::uint32_t agent, Instant at);
  void sign_out(std::uint32_t agent, Instant at);
  /// He waits in the group from now on, or is served there.
  void follow(Visit& visit, GroupId group);
  void recognise(Visit& visit, std::uint32_t agent);
  void count_within(const Visit& visit, Duration wait, std::uint64_t WithinCounts::*member);
  template <class Add>
  void add(const Visit& visit, Instant at, const Add& add);

  const Scenario* scenario_;
  Instant count_from_;
  Instant end_;
  std::size_t intervals_;
  std::uint16_t interval_ = 0;
  Instant interval_begin_ = never;
  Instant interval_end_ = never;
  Statistics sums_{};
  std::vector<Watched> agents_{};
  std::vector<Line> lines_{};
  absl::flat_hash_map<std::uint64_t, std::uint32_t> served_last_{};  ///< by customer: the agent
};

}  // namespace acd::simulation
