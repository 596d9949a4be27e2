// By inverting the cumulated rate: each exponential number is used up piece by piece.
#include "simulation/arrival_source.hpp"

#include <cmath>

#include "simulation/variates.hpp"

namespace acd::simulation {
namespace {

constexpr double us_per_hour = 3.6e9;

double us_of(Instant instant) { return static_cast<double>(instant.time_since_epoch().count()); }

}  // namespace

ArrivalSource::ArrivalSource(const Scenario& scenario, const Demand& demand, std::uint64_t seed,
                             std::uint64_t replication, std::uint64_t line)
    : scenario_{&scenario},
      demand_{&demand},
      random_{stream(seed, replication, DrawPurpose::interarrival, line)} {
  if (demand.busyness_cv > 0) {
    Random busy = stream(seed, replication, DrawPurpose::busyness, line);
    const double shape = 1 / (demand.busyness_cv * demand.busyness_cv);
    factor_ = gamma_variate(busy, shape) / shape;
  }
  if (!demand.rates.empty()) at_us_ = us_of(demand.rates.front().from);
  draw();
  find_next();
}

const RecordedArrival* ArrivalSource::recorded() const {
  const bool is_recorded = recorded_ < demand_->recorded.size() &&
                           demand_->recorded[recorded_].at == next_ && next_ <= drawn_;
  return is_recorded ? &demand_->recorded[recorded_] : nullptr;
}

void ArrivalSource::pass() {
  if (recorded() != nullptr) {
    ++recorded_;
  } else {
    draw();
  }
  find_next();
}

void ArrivalSource::draw() {
  double left = exponential_variate(random_);
  const double end_us = us_of(scenario_->end);
  while (piece_ < demand_->rates.size()) {
    const bool is_last = piece_ + 1 == demand_->rates.size();
    const double until_us =
        is_last ? end_us : std::fmin(us_of(demand_->rates[piece_ + 1].from), end_us);
    const double per_us = demand_->rates[piece_].per_hour * factor_ / us_per_hour;
    const double room = (until_us - at_us_) * per_us;
    if (left < room) {
      at_us_ += left / per_us;
      drawn_ = Instant{Duration{static_cast<std::int64_t>(std::floor(at_us_))}};
      return;
    }
    if (room > 0) left -= room;
    at_us_ = std::fmax(at_us_, until_us);
    ++piece_;
  }
  drawn_ = never;
}

void ArrivalSource::find_next() {
  next_ = drawn_;
  if (recorded_ >= demand_->recorded.size()) return;
  const Instant at = demand_->recorded[recorded_].at;
  if (at <= next_ && at < scenario_->end) next_ = at;
}

}  // namespace acd::simulation
