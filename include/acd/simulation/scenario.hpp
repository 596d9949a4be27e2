// A day (or a week) of a contact centre before it is lived: the blueprint, who calls, how long
// they take and how long they wait, who works when, and what breaks.
//
// The blueprint says how the router decides; a scenario adds what happens to it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "acd/config/blueprint.hpp"
#include "acd/config/problem.hpp"
#include "acd/engine/command.hpp"
#include "acd/engine/event.hpp"
#include "acd/simulation/statistics.hpp"
#include "acd/simulation/time_distribution.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

/// Arrivals come at a constant rate from `from` to the next piece's `from`, or the end.
struct RatePiece {
  Instant from{};
  double per_hour = 0;
  friend bool operator==(const RatePiece&, const RatePiece&) = default;
};

/// One who calls, as a log recorded it; what it does not tell is as the demand says.
struct RecordedArrival {
  Instant at{};
  std::uint64_t customer = 0;
  GroupId group{};  ///< none: the demand's
  std::optional<Priority> priority{};
  std::optional<Duration> service{};
  std::optional<Duration> patience{};
  /// Without a patience: so long he waited and was still there, so his patience is drawn from those
  /// that are longer. Above zero it asks for a demand's patience that is a survival, exponential or
  /// endless.
  Duration waited{0};
  friend bool operator==(const RecordedArrival&, const RecordedArrival&) = default;
};

/// Who gave up calls again.
struct Redial {
  double probability = 0;  ///< 0 to 1
  TimeDistribution after{};
  std::uint8_t times_max = 255;
  friend bool operator==(const Redial&, const Redial&) = default;
};

/// What he who is asked in a menu presses.
struct KeyWeight {
  std::int64_t key = 0;
  double weight = 1;  ///< beside the others that the node has; a key not listed has none
  friend bool operator==(const KeyWeight&, const KeyWeight&) = default;
};

/// How long he is with a bot, or in an outside pool, and whether he comes back from it.
struct BotHabit {
  BotId bot{};  ///< none: with any
  TimeDistribution stay = {.mean = std::chrono::minutes{1}};
  double solved = 0;  ///< share of those who are done then; the others are handed over
  friend bool operator==(const BotHabit&, const BotHabit&) = default;
};

/// One whose session ended so comes again, as another kind: the message becomes a ticket.
struct FollowUp {
  Cause after_end = Cause::message;
  std::uint32_t demand = 0;  ///< line
  double probability = 1;    ///< 0 to 1
  TimeDistribution after{};
  friend bool operator==(const FollowUp&, const FollowUp&) = default;
};

/// What an agent takes longer or shorter for than `Demand::service` says.
struct ServiceOf {
  std::uint32_t agent = 0;  ///< line of the blueprint
  TimeDistribution service{};
  friend bool operator==(const ServiceOf&, const ServiceOf&) = default;
};

/// One kind of customers. They arrive as a Poisson process of the given rates, times how busy the
/// day is; or as recorded; or both.
struct Demand {
  std::string name{};
  Command arrive{};  ///< as they come: group or entry, channel, priority, requirement, attributes
  std::vector<RatePiece> rates{};  ///< in order
  double busyness_cv = 0;          ///< of a gamma factor of mean 1 that a whole replication shares
  std::vector<RecordedArrival> recorded{};  ///< in order
  TimeDistribution service{};
  std::vector<ServiceOf> service_of{};
  /// Where a wrap-up rule gives an agent time, he takes this long of it; all of it if not given.
  std::optional<TimeDistribution> wrap_up{};
  TimeDistribution patience = infinite_patience();
  double balking = 0;  ///< share of those who hang up at once if they are not served at once
  std::optional<Redial> redial{};
  std::uint32_t customers = 0;    ///< numbered from 1, drawn uniformly; 0: nobody is known
  std::vector<KeyWeight> keys{};  ///< none: each key of a menu is as likely
  TimeDistribution key_after = {.mean = std::chrono::seconds{10}};
  std::vector<BotHabit> bots{};  ///< the first that fits; none fits: a minute, handed over
  std::vector<FollowUp> follow_ups{};
  friend bool operator==(const Demand&, const Demand&) = default;
};

/// An agent signs in and is ready at the begin; drains at the end.
struct Stretch {
  std::uint32_t agent = 0;  ///< line of the blueprint
  Instant begin{};
  Instant end{};
  friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// What agents do where an offer rule asks them.
struct AgentHabits {
  TimeDistribution answer_after = {.mean = std::chrono::seconds{4}};
  double no_answer = 0;                           ///< share of offers
  Duration back_after = std::chrono::minutes{2};  ///< ready again after missed offers
  double absence = 0;  ///< share of agents who do not come, each by a draw of his own
  friend bool operator==(const AgentHabits&, const AgentHabits&) = default;
};

/// A command that the day brings: a site's agents lost, plans switched, a surge held.
struct Happening {
  Instant at{};
  Command command{};
  friend bool operator==(const Happening&, const Happening&) = default;
};

/// What becomes of the sessions that lost agents serve.
enum class LostCalls : std::uint8_t {
  requeued,  ///< they wait again
  cut,       ///< their customers are cut off
};

/// A site goes dark: all agents of the team are lost at once, and are back at the end.
struct Outage {
  TeamId team{};
  Instant begin{};
  Instant end{};
  LostCalls calls = LostCalls::requeued;
  friend bool operator==(const Outage&, const Outage&) = default;
};

/// What the host's messages of ends (complete, cancel, accept, end_wrap_up) suffer on their way.
struct HostFaults {
  double lost = 0;      ///< share that the router never hears
  double repeated = 0;  ///< share that it hears twice
  /// So often the host confirms whom it has on the line, and reconciles; zero: never.
  Duration reconcile_every{0};
  friend bool operator==(const HostFaults&, const HostFaults&) = default;
};

struct ACD_EXPORT Scenario {
  Blueprint blueprint{};
  Instant begin{};
  Instant end{};  ///< no arrivals from here on; what waits or is served goes on to its end
  /// Statistics count what arrives from here on; begin if not given.
  std::optional<Instant> count_from{};
  Duration interval = std::chrono::minutes{30};  ///< of the tables
  Attribution attribution = Attribution::arrival;
  /// For Statistics::within; no decision and no fingerprint depends on them.
  std::vector<Duration> thresholds{std::chrono::seconds{10}, std::chrono::seconds{20},
                                   std::chrono::seconds{30}, std::chrono::minutes{1},
                                   std::chrono::minutes{2},  std::chrono::minutes{5}};
  std::vector<Demand> demands{};
  std::vector<Stretch> staff{};
  AgentHabits habits{};
  std::vector<Happening> happenings{};  ///< in order
  std::vector<Outage> outages{};
  HostFaults faults{};
  friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// Every problem, with the path to its place; empty if it can be simulated. The blueprint is
/// checked by CompiledPlan::compile. Linear in its size.
[[nodiscard]] ACD_EXPORT std::vector<Problem> check(const Scenario& scenario);

/// Equal for equal scenarios on every platform, as `fingerprint` of a blueprint. Linear in it.
[[nodiscard]] ACD_EXPORT std::uint64_t fingerprint(const Scenario& scenario);

}  // namespace v1
}  // namespace acd
