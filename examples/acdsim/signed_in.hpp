// When agents were signed in, whoever tells it: the router's events or the log.
#pragma once

#include <cstddef>
#include <vector>

#include "acd/engine/event.hpp"
#include "acd/vocabulary/time.hpp"

namespace acdsim {

struct SignedIn {
  std::size_t agent = 0;  ///< line in the blueprint
  acd::Instant begin{};
  acd::Instant end = acd::never;  ///< never: still signed in
};

/// Folds the router's events into one stretch per stay, draining included.
class SignedInFold {
 public:
  void add(const acd::Event& event) {
    if (event.kind != acd::EventKind::agent_state) return;
    const std::size_t agent = event.agent.slot;
    if (agent >= open_.size()) open_.resize(agent + 1, none);
    if (event.state == acd::AgentState::signed_out) {
      if (open_[agent] != none) stretches_[open_[agent]].end = event.at;
      open_[agent] = none;
    } else if (open_[agent] == none) {
      open_[agent] = stretches_.size();
      stretches_.push_back({.agent = agent, .begin = event.at});
    }
  }
  [[nodiscard]] const std::vector<SignedIn>& stretches() const { return stretches_; }

 private:
  static constexpr auto none = static_cast<std::size_t>(-1);
  std::vector<SignedIn> stretches_{};
  std::vector<std::size_t> open_{};  // by agent: his stretch
};

}  // namespace acdsim
