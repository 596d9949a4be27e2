// The world around a router: customers and agents who do what a scenario says, and what they hear.
#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "acd/companion/journal.hpp"
#include "acd/config/compiled_plan.hpp"
#include "acd/engine/router.hpp"
#include "acd/simulation/random.hpp"
#include "acd/simulation/scenario.hpp"
#include "acd/simulation/simulation.hpp"
#include "simulation/agenda.hpp"
#include "simulation/arrival_source.hpp"
#include "simulation/tally.hpp"

namespace acd {
inline namespace v1 {

class Simulation::World {
 public:
  World(const Scenario& scenario, const CompiledPlan& plan, Registry registry)
      : scenario_{&scenario}, plan_{&plan}, registry_{std::move(registry)}, tally_{scenario} {}

  [[nodiscard]] CompiledPlan plan_of(std::uint64_t seed, std::uint64_t replication) const;

  ReplicationResult run(std::uint64_t seed, std::uint64_t replication, JournalWriter* journal);

 private:
  using Plan = simulation::Plan;
  using Planned = simulation::Planned;
  using Visit = simulation::Visit;

  /// Somebody who will call again, or comes for what his last session left undone.
  struct Caller {
    std::uint64_t draws = 0;
    std::uint32_t demand = 0;
    std::uint8_t attempts = 1;
  };
  /// What a host knows of a session beside the visit.
  struct Line {
    const RecordedArrival* recorded = nullptr;  ///< if a log says how it goes
    Instant serving_since{};
    Instant serving_until{};
    bool is_routed = false;     ///< through an entry, or to a bot
    bool is_arriving = false;   ///< its arrival's events are still being heard
    bool has_patience = false;  ///< it ends some time, or never
    bool has_left = false;      ///< gave up; the router was not told
    bool is_gone = false;       ///< nobody is on it any more; the router was not told
  };
  struct Worker {
    Random habit{0};
    bool is_absent = false;
    bool is_at_work = false;  ///< by a stretch of the scenario
    bool is_dark = false;     ///< where he works there is an outage
  };

  static std::uint64_t packed(std::uint32_t slot, std::uint32_t generation) {
    return std::uint64_t{generation} << 32 | slot;
  }
  static std::uint64_t packed(SessionHandle session) {
    return packed(session.slot, session.generation);
  }
  static SessionHandle session_of(std::uint64_t packed) {
    return {static_cast<std::uint32_t>(packed), static_cast<std::uint32_t>(packed >> 32)};
  }
  static OfferToken offer_of(std::uint64_t packed) {
    return {static_cast<std::uint32_t>(packed), static_cast<std::uint32_t>(packed >> 32)};
  }
  /// Of one purpose, for one customer.
  static Random drawing(const Visit& visit, DrawPurpose purpose) {
    return Random{visit.draws ^ static_cast<std::uint64_t>(purpose) << 32};
  }

  // simulation.cpp: the loop
  void begin(std::uint64_t seed, std::uint64_t replication);
  void plan_day(std::uint64_t seed, std::uint64_t replication);
  bool step();
  void perform(const Plan& plan);
  Status give(const Command& command);
  Status tell(const Command& command);
  void note(const Command& command);
  void hear();
  void hear(const Event& event);
  void reconcile();
  void close();

  // world_customers.cpp
  void arrive(std::uint32_t demand);
  void call(std::uint32_t demand, std::uint64_t draws, std::uint8_t attempts,
            const RecordedArrival* recorded);
  static void record(Command& command, const Demand& demand, const RecordedArrival* recorded);
  [[nodiscard]] static Duration patience_of(const Demand& demand, const RecordedArrival* recorded,
                                            Random& drawn);
  void admit(SessionHandle session, const Visit& visit, const RecordedArrival* recorded);
  void call_again(const Visit& visit);
  void follow_up(const Visit& visit, Cause cause);
  void begin_patience(SessionHandle session, Visit& visit);
  void press_key(SessionHandle session);
  void leave_bot(SessionHandle session);
  void abandon(SessionHandle session);
  void complete(SessionHandle session);
  void finish_service(SessionHandle session);
  void hear_routed(const Event& event);
  void hear_queued(const Event& event);
  void hear_changed(const Event& event);
  void hear_overflowed(const Event& event);
  void hear_assigned(const Event& event);
  void hear_requeued(const Event& event);
  void hear_ended(const Event& event);
  [[nodiscard]] Visit* visit_of(SessionHandle session);
  [[nodiscard]] Duration service_of(const Visit& visit, std::uint32_t agent) const;
  [[nodiscard]] const BotHabit& habit_with(const Visit& visit, BotId bot) const;

  // world_agents.cpp
  void come(const Stretch& stretch);
  void go(const Stretch& stretch);
  void be_ready_again(std::uint32_t agent);
  void go_dark(const Outage& outage);
  void light_up(const Outage& outage);
  void lose(std::uint32_t agent, LostCalls calls);
  void hear_offered(const Event& event);
  void hear_state(const Event& event);
  void hear_wrap_up(const Event& event);
  void hear_wrap_up_end(const Event& event);
  [[nodiscard]] bool is_absent(std::uint64_t seed, std::uint64_t replication,
                               std::uint32_t agent) const;
  [[nodiscard]] bool has_shift_now(std::uint32_t agent) const;

  const Scenario* scenario_;
  const CompiledPlan* plan_;
  Registry registry_;
  std::unique_ptr<Router> router_{};
  JournalWriter* journal_ = nullptr;
  Instant now_{};
  simulation::Agenda agenda_{};
  simulation::Agenda comings_{};  ///< the next arrival of each demand: a heap of its own is small
  simulation::Tally tally_;
  std::vector<simulation::ArrivalSource> sources_{};
  std::vector<Command> arrivals_{};  ///< by demand; of the last who came
  std::vector<Random> visitors_{};   ///< by demand: seeds of those who come
  Random faults_{0};
  std::vector<Worker> workers_{};    ///< by agent
  std::vector<Visit> visits_{};      ///< by session slot
  std::vector<Line> lines_{};        ///< by session slot
  std::vector<Instant> wrap_ups_{};  ///< by offer slot: since when
  std::vector<Caller> callers_{};
  std::uint64_t commands_ = 0;
};

}  // namespace v1
}  // namespace acd
