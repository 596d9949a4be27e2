// Puts every estimator to the test: what each would have told the callers who began to wait,
// and what became of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "acd/engine/router.hpp"
#include "wait_formulas.hpp"

namespace acdsim {

/// One who began to wait.
struct ForecastCase {
  enum class End : std::uint8_t {
    open,
    answered,
    gave_up,
    other,  ///< nobody knows how long it would have waited
  };
  Estimates said{};
  std::uint32_t place = 1;  ///< in line, 1 is next
  std::uint32_t ready = 0;  ///< agents, busy or not
  End end = End::open;
  acd::Duration wait{0};  ///< until its end
};

/// Asks the router, and folds its events for the other estimators. Groups must be counted
/// (`SkillGroup::forecast`), else the router has no answer.
class ForecastTrial {
 public:
  /// `router` outlives the trial.
  explicit ForecastTrial(const acd::Router& router);

  /// Just before a session arrives.
  void ask(acd::GroupId group, acd::Priority priority);
  /// Of all events, in order.
  void add(const acd::Event& event);
  /// Just after: it is a case if it waits and nobody is offered it.
  void note(acd::SessionHandle session);

  /// In the order of arrival.
  [[nodiscard]] const std::vector<ForecastCase>& cases() const { return cases_; }

 private:
  struct Session {
    acd::Instant arrived{};
    acd::Instant assigned = acd::never;
    std::optional<std::size_t> number{};  // of its case
  };

  void answer(const acd::Event& assigned);
  void end(const acd::Event& ended);
  void close(const Session& session, ForecastCase::End end, acd::Instant at);

  const acd::Router* router_;
  std::optional<acd::Duration> expected_{};
  std::vector<WaitFormulas> groups_;
  std::vector<Session> sessions_{};  // by slot
  std::vector<ForecastCase> cases_{};
};

}  // namespace acdsim
