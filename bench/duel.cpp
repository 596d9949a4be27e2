// Times both sides over the measured stretch of the trace.
#include "duel.hpp"

#include "cpu_time.hpp"

namespace acd::bench {
namespace {

template <class Side>
double timed_ns(Side& side, const Trace& trace) {
  side.reset();
  play(side, trace.warm_up());
  const double begin = cpu_seconds();
  play_measured(side, trace);
  const double seconds = cpu_seconds() - begin;
  play(side, trace.rest());
  return seconds * 1e9 / static_cast<double>(trace.measured_lives);
}

}  // namespace

Duel::Round Duel::play_round() {
  Round round;
  round.bare_ns = timed_ns(bare_, trace_);
  round.router_ns = timed_ns(router_, trace_);
  agreed_ = agreed_ && bare_.hash() == trace_.hash && router_.hash() == trace_.hash &&
            router_.refusals() == 0;
  return round;
}

bool play_bare_alone(const Trace& trace) {
  BareSide side{trace};
  timed_ns(side, trace);
  return side.hash() == trace.hash;
}

bool play_router_alone(const Trace& trace) {
  RouterSide side{trace};
  timed_ns(side, trace);
  return side.hash() == trace.hash && side.refusals() == 0;
}

}  // namespace acd::bench
