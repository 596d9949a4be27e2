// A router under a steady random load, by which nothing of the test itself is allocated.
#pragma once

#include <cstdint>
#include <vector>

#include "acd/engine/router.hpp"

namespace acd::test {

class BusyRouter {
 public:
  /// At most as many sessions are alive as the plan's limit.
  explicit BusyRouter(const CompiledPlan& plan);

  void everybody_ready();
  /// A session arrives, or leaves, or an offer is answered: whatever the load needs next.
  void step();
  /// As many sessions as the limit allows arrive, in random groups or in one.
  void fill();
  void fill(GroupId group);
  /// They leave again, waiting or served.
  void empty();
  [[nodiscard]] std::uint64_t ended() const { return ended_; }
  [[nodiscard]] std::uint64_t refusals() const { return refusals_; }
  /// Holds that began, and sessions that were offered or assigned to whom they preferred.
  [[nodiscard]] std::uint64_t held() const { return held_; }
  [[nodiscard]] std::uint64_t preferred() const { return preferred_; }
  [[nodiscard]] Router& router() { return router_; }

 private:
  void give(Status status);
  void pass(Duration duration);
  void arrive(GroupId group);
  void work_on(std::uint32_t slot);
  [[nodiscard]] GroupId random_group();
  std::uint32_t below(std::uint32_t bound);
  [[nodiscard]] std::uint32_t next(std::uint32_t slot) const {
    return slot + 1 == sessions_.size() ? 0 : slot + 1;
  }

  Router router_;
  Instant now_ = earliest;
  std::uint64_t random_ = 1;
  std::uint64_t ended_ = 0;
  std::uint64_t refusals_ = 0;
  std::uint64_t held_ = 0;
  std::uint64_t preferred_ = 0;
  std::uint32_t live_ = 0;
  Command command_{};
  std::vector<SessionHandle> sessions_;  // by slot; none if it is free
  std::vector<OfferToken> offers_;       // by session slot: the outstanding one
};

}  // namespace acd::test
