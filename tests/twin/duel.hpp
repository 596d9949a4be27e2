// The engine and its twin side by side: the same commands, and everything compared.
#pragma once

#include <string>
#include <vector>

#include "acd/engine/router.hpp"
#include "twin/event_fold.hpp"
#include "twin/twin_router.hpp"

namespace acd::twin {

/// Throws if the blueprint has a problem: the generator is wrong.
[[nodiscard]] CompiledPlan sound_plan(const Blueprint& blueprint, const Registry& registry);

class Duel {
 public:
  /// `blueprint` compiles with `registry`.
  Duel(const Blueprint& blueprint, const Registry& registry);

  /// Gives the command to both. In words what differs or broke; empty if all is well.
  [[nodiscard]] std::string step(const TimedCommand& timed);

  /// The step would have taken for ever: there is nothing to compare.
  [[nodiscard]] bool gave_up() const { return twin_.gave_up(); }

  [[nodiscard]] const TwinRouter& twin() const { return twin_; }
  [[nodiscard]] const Router& router() const { return router_; }
  [[nodiscard]] Status last_status() const { return status_; }
  [[nodiscard]] const std::vector<Event>& last_events() const { return events_; }

 private:
  [[nodiscard]] std::string compare(Status status, const std::vector<Event>& events) const;
  [[nodiscard]] std::string compare_views() const;
  [[nodiscard]] std::string compare_hold(SessionHandle session, const Hold& hold) const;
  [[nodiscard]] std::string compare_memory() const;
  [[nodiscard]] std::string fold_events();

  TwinRouter twin_;
  Router router_;
  EventFold fold_;
  Status status_ = Status::applied;  // the twin's answer to the last command
  std::vector<Event> events_{};      // the twin's since then
};

/// What is wrong with the stream, told by its shortest part that still shows it: the
/// commands one per line, then the problem. Empty if all is well.
[[nodiscard]] std::string shrunken_report(const Blueprint& blueprint, const Registry& registry,
                                          std::vector<TimedCommand> commands);

}  // namespace acd::twin
