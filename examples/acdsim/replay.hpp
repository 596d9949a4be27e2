// Feeds a day of calls and shifts to a router and plays its customers and agents.
//
// The loop goes to whatever comes first: something planned (an arrival, a sign-in, an end of
// service, a lost patience ...) or the router's own next deadline. At equal instants the
// order is: router's deadlines, confirmations, ends of service, sign-outs, sign-ins, answers
// to offers, returns, abandonments, arrivals.
#pragma once

#include <cstddef>
#include <cstdint>
#include <queue>
#include <vector>

#include "acd/companion/journal.hpp"
#include "acd/engine/router.hpp"
#include "call_plan.hpp"
#include "call_record.hpp"
#include "forecast_trial.hpp"
#include "signed_in.hpp"

namespace acdsim {

struct ReplayCall {
  acd::Instant arrival{};
  std::uint64_t id = 0;
  acd::GroupId group{};
  acd::Priority priority = 0;
  std::uint64_t customer = 0;  ///< 0: unknown
  CallPlan plan{};
};

/// He signs in and is ready at the begin, drains at the end.
struct ReplayShift {
  std::size_t agent = 0;  ///< line in the blueprint
  acd::Instant begin{};
  acd::Instant end{};
};

/// What agents do where an offer rule asks them.
struct AgentBehaviour {
  acd::Duration answer_after{std::chrono::seconds{4}};
  std::uint64_t no_answer_percent = 0;
  /// An agent made not ready by missed offers is ready again after this.
  acd::Duration back_after{std::chrono::minutes{2}};
};

struct ReplayDay {
  std::vector<ReplayCall> calls{};
  std::vector<ReplayShift> shifts{};
  AgentBehaviour behaviour{};
  std::uint64_t seed = 1;
};

struct ReplayCounts {
  std::uint64_t commands = 0;
  std::uint64_t late_answers = 0;  ///< accepts that crossed a withdrawal
  std::uint64_t arrived = 0;       ///< calls of the log so far, the refused too
};

class Replay {
 public:
  /// `day` and `router` outlive the replay; `journal` may be null.
  Replay(const ReplayDay& day, acd::Router& router, acd::JournalWriter* journal);

  /// From now on; `trial` outlives the replay.
  void put_to_the_test(ForecastTrial& trial) { trial_ = &trial; }

  /// Does what comes next; false when nothing is left to happen.
  bool step();
  /// Ends whatever session is still live. To be called once, after the last step.
  void close();

  [[nodiscard]] const CallRecordFold& calls() const { return calls_; }
  [[nodiscard]] const SignedInFold& signed_in() const { return signed_in_; }
  [[nodiscard]] const ReplayCounts& counts() const { return counts_; }

 private:
  enum class Planned : std::uint8_t {  // in the order at equal instants
    confirm_withdrawn,
    complete,
    sign_out,
    sign_in,
    answer,
    be_ready,
    abandon,
    arrive,
  };
  struct Plan {
    acd::Instant at{};
    Planned what = Planned::arrive;
    std::uint64_t sequence = 0;
    std::size_t subject = 0;  // call or agent
    acd::OfferToken offer{};
    friend bool operator>(const Plan& a, const Plan& b) {
      if (a.at != b.at) return a.at > b.at;
      if (a.what != b.what) return a.what > b.what;
      return a.sequence > b.sequence;
    }
  };
  enum class Phase : std::uint8_t { ahead, waiting, serving, over };
  struct CallState {
    Phase phase = Phase::ahead;
    std::uint32_t offers = 0;
    acd::SessionHandle session{};
  };

  void plan(acd::Instant at, Planned what, std::size_t subject, acd::OfferToken offer = {});
  void perform(const Plan& plan);
  void arrive(std::size_t call, acd::Instant at);
  void abandon(std::size_t call, acd::Instant at);
  void sign_in(std::size_t agent, acd::Instant at);
  void be_ready(std::size_t agent, acd::Instant at);
  void drain(std::size_t agent, acd::Instant at);
  acd::Status give(const acd::Command& command, acd::Instant at);
  void must(const acd::Command& command, acd::Instant at);
  void react(const acd::Event& event);
  void consider(const acd::Event& offered);
  [[nodiscard]] std::size_t call_of(acd::SessionHandle session) const;

  const ReplayDay* day_;
  acd::Router* router_;
  acd::JournalWriter* journal_;
  ForecastTrial* trial_ = nullptr;  // null: none
  std::priority_queue<Plan, std::vector<Plan>, std::greater<>> planned_{};
  std::uint64_t planned_count_ = 0;
  std::vector<CallState> states_;
  std::vector<std::size_t> calls_of_slots_{};  // by session slot
  CallRecordFold calls_{};
  SignedInFold signed_in_{};
  ReplayCounts counts_{};
};

}  // namespace acdsim
