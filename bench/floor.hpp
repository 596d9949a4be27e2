// A floor of agents at work for the smaller benchmarks: agents, groups, sessions in service.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "acd/engine/router.hpp"

namespace acd::bench {

struct FloorShape {
  std::uint32_t agents = 1000;
  std::uint32_t groups = 100;
  std::uint32_t memberships = 4;
  SkillGroup group{};  ///< of which all groups are copies
  OfferRule offer_rule{};
};

/// What one command did: the session that arrived, the latest offer made.
struct Outcome {
  SessionHandle session{};
  OfferToken offer{};
};

class Floor {
 public:
  explicit Floor(const FloorShape& shape);

  void everybody_ready();
  /// A session arrives in the group given by its number modulo the groups.
  Outcome arrive(std::uint64_t number);
  void complete(SessionHandle session) { done(router_.complete(session, now_)); }
  void cancel(SessionHandle session) { done(router_.cancel(session, now_)); }
  void accept(OfferToken offer) { done(router_.accept(offer, now_)); }
  /// The offer that follows, if there is one.
  Outcome decline(OfferToken offer) { return done(router_.decline(offer, now_)); }
  void pass(Duration duration) {
    now_ += duration;
    done(router_.advance(now_));
  }
  /// Commands that were refused: a benchmark that has any is wrong.
  [[nodiscard]] std::uint64_t refusals() const { return refusals_; }

 private:
  Outcome done(Status status);

  Router router_;
  std::uint32_t agents_;
  std::uint32_t groups_;
  Instant now_ = earliest;
  Command arrival_{};
  std::uint64_t refusals_ = 0;
};

}  // namespace acd::bench
