// The bare loop against the router: the same trace, turn by turn, in one process.
#pragma once

#include <cstdint>

#include "sides.hpp"
#include "trace.hpp"

namespace acd::bench {

class Duel {
 public:
  explicit Duel(const Workload& workload)
      : trace_{record(workload)}, bare_{trace_}, router_{trace_} {}

  struct Round {
    double bare_ns = 0;  ///< per life, processor time
    double router_ns = 0;
  };
  /// One turn of each, bare loop first.
  Round play_round();
  /// True as long as both took every decision of the recorded run, and nothing was refused.
  [[nodiscard]] bool agreed() const { return agreed_; }
  [[nodiscard]] const Trace& trace() const { return trace_; }

 private:
  Trace trace_;
  BareSide bare_;
  RouterSide router_;
  bool agreed_ = true;
};

/// One side alone, once: for a profiler that counts inside `play_measured`. True if it took
/// every decision of the recorded run.
bool play_bare_alone(const Trace& trace);
bool play_router_alone(const Trace& trace);

}  // namespace acd::bench
