// The product-limit estimate, and draws from it by inversion.
#include "kaplan_meier.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace acdsim {
namespace {

using Kind = PatienceObservation::Kind;

bool earlier(const PatienceObservation& a, const PatienceObservation& b) { return a.time < b.time; }

}  // namespace

KaplanMeier KaplanMeier::estimate(std::vector<PatienceObservation> observations) {
  std::sort(observations.begin(), observations.end(), earlier);
  KaplanMeier result;
  double survival = 1;
  for (std::size_t i = 0; i < observations.size();) {
    Step step{.time = observations[i].time, .at_risk = observations.size() - i};
    for (; i < observations.size() && observations[i].time == step.time; ++i) {
      if (observations[i].kind == Kind::abandoned) ++step.abandoned;
    }
    if (step.abandoned == 0) continue;
    survival *= 1 - static_cast<double>(step.abandoned) / static_cast<double>(step.at_risk);
    step.survival = survival;
    result.steps_.push_back(step);
    result.abandoned_ += step.abandoned;
  }
  return result;
}

double KaplanMeier::survival(acd::Duration time) const {
  const auto next =
      std::upper_bound(steps_.begin(), steps_.end(), time,
                       [](acd::Duration t, const Step& step) { return t < step.time; });
  if (next == steps_.begin()) return 1;
  const Step& last = *(next - 1);
  if (next != steps_.end() || last.survival == 0 || last.time.count() == 0) return last.survival;
  return std::pow(last.survival,
                  static_cast<double>(time.count()) / static_cast<double>(last.time.count()));
}

acd::Duration KaplanMeier::draw_beyond(acd::Duration waited, double uniform) const {
  if (steps_.empty()) return acd::longest;
  const double target = uniform * survival(waited);
  const auto found = std::partition_point(steps_.begin(), steps_.end(), [&](const Step& step) {
    return step.time <= waited || step.survival > target;
  });
  if (found != steps_.end()) return found->time;
  // All abandonments lie before: one that reached zero leaves nothing to draw from.
  constexpr acd::Duration least{std::chrono::seconds{1}};
  return std::max(tail_time(target), waited + least);
}

acd::Duration KaplanMeier::tail_time(double survival) const {
  const Step& last = steps_.back();
  if (last.survival == 0 || last.time.count() == 0) return last.time;
  const double ratio = std::log(survival) / std::log(last.survival);
  const double time = ratio * static_cast<double>(last.time.count());
  return time < static_cast<double>(acd::longest.count())
             ? acd::Duration{static_cast<std::int64_t>(time)}
             : acd::longest;
}

}  // namespace acdsim
