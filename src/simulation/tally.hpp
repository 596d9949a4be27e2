// What the router's events add up to, while a replication goes on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "acd/engine/event.hpp"
#include "acd/simulation/scenario.hpp"
#include "acd/simulation/statistics.hpp"

namespace acd::simulation {

/// One who calls, from his arrival to his session's end.
struct Visit {
  std::uint64_t draws = 0;  ///< seed of all that is drawn for him
  Instant arrived{};
  Instant waits_since{};         ///< in the group where he waits
  Instant assigned = never;      ///< the first time
  GroupId group{};               ///< where he waits, or was assigned
  std::uint32_t generation = 0;  ///< of his session: 0 if the visit is over
  std::uint32_t demand = 0;
  std::uint32_t agent = 0;
  std::uint16_t interval = 0;
  std::uint8_t attempts = 1;
  bool waits = false;  ///< in a group, without being served
  bool is_counted = false;
  bool is_patient = false;  ///< he does not give up: nobody is on the line
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
  void assigned(Visit& visit, std::uint32_t agent, Instant at);
  /// His service is over: it began at `since`.
  void served(const Visit& visit, Instant since, Instant at);
  void ended(Visit& visit, Cause cause, Instant at);
  /// It has not ended, and never will.
  void left_waiting(const Visit& visit);
  void moved(GroupId from, GroupId to);
  void agent_state(std::uint32_t agent, AgentState state, Instant at);
  void begins_work(std::uint32_t agent, Instant at);
  void ends_work(std::uint32_t agent, Instant at);
  void wraps_up(std::uint32_t agent, Instant since, Instant at);

  /// All up to this instant, once.
  [[nodiscard]] Statistics finish(Instant at);

  [[nodiscard]] std::uint16_t interval_of(Instant at) const;
  [[nodiscard]] bool is_counted(Instant at) const { return at >= count_from_ && at < end_; }

 private:
  struct Watched {
    AgentState state = AgentState::signed_out;
    std::uint32_t works = 0;
    Instant signed_in_since{};
    Instant ready_since{};
  };
  struct Line {
    std::int64_t waiting = 0;
    Instant since{};
  };
  /// Of the stretch, what lies in counted time.
  [[nodiscard]] std::int64_t counted_us(Instant from, Instant to) const;
  void pass_queue_time(GroupId group, Instant at);
  void stop_idling(std::uint32_t agent, Instant at);
  template <class Add>
  void add(const Visit& visit, const Add& add);

  const Scenario* scenario_;
  Instant count_from_;
  Instant end_;
  Statistics sums_{};
  std::vector<Watched> agents_{};
  std::vector<Line> lines_{};
};

}  // namespace acd::simulation
