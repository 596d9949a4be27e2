// Drawing times.
#include "acd/simulation/time_distribution.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "simulation/numbers.hpp"
#include "simulation/variates.hpp"

namespace acd {
inline namespace v1 {
namespace {

using simulation::exp_of;
using simulation::log_of;

double count_of(Duration time) { return static_cast<double>(time.count()); }

Duration rounded(double microseconds) {
  const double most = count_of(longest);
  if (microseconds >= most) return longest;
  return Duration{static_cast<std::int64_t>(std::floor(std::max(microseconds, 0.0) + 0.5))};
}

double lognormal_us(const TimeDistribution& distribution, Random& random) {
  const double variance = log_of(1 + distribution.cv * distribution.cv);
  const double z = simulation::normal_variate(random);
  return count_of(distribution.mean) * exp_of(z * std::sqrt(variance) - variance / 2);
}

double gamma_us(const TimeDistribution& distribution, Random& random) {
  const double square = distribution.cv * distribution.cv;
  return count_of(distribution.mean) * square * simulation::gamma_variate(random, 1 / square);
}

double hyperexponential_us(const TimeDistribution& distribution, Random& random) {
  double left = random.uniform();
  const TimePart* chosen = &distribution.parts.back();
  for (const TimePart& part : distribution.parts) {
    left -= part.share;
    if (left >= 0) continue;
    chosen = &part;
    break;
  }
  return count_of(chosen->time) * simulation::exponential_variate(random);
}

// The first step at which no more than this share lasts on; beyond the last one the curve goes on
// as an exponential through its last value (Brown, Hollander and Korwar 1974).
Duration survived(const TimeDistribution& distribution, double share) {
  const std::vector<TimePart>& steps = distribution.parts;
  const auto step =
      std::ranges::partition_point(steps, [&](const TimePart& at) { return at.share >= share; });
  if (step != steps.end()) return step->time;
  const TimePart& last = steps.back();
  if (last.share >= 1) return longest;
  return rounded(count_of(last.time) * log_of(share) / log_of(last.share));
}

/// Share of those that last longer.
double lasting(const TimeDistribution& distribution, Duration time) {
  const std::vector<TimePart>& steps = distribution.parts;
  const auto next =
      std::ranges::partition_point(steps, [&](const TimePart& at) { return at.time <= time; });
  if (next == steps.begin()) return 1;
  const TimePart& last = *(next - 1);
  const bool is_in_tail = next == steps.end() && last.share > 0 && last.time > Duration{0};
  if (!is_in_tail) return last.share;
  return exp_of(log_of(last.share) * count_of(time) / count_of(last.time));
}

Duration survived_beyond(const TimeDistribution& distribution, Duration least, double uniform) {
  const double share = uniform * lasting(distribution, least);
  const Duration time = share > 0 ? survived(distribution, share) : Duration{0};
  const bool is_step = time > least && time <= distribution.parts.back().time;
  return is_step ? time : std::max(time, least + std::chrono::seconds{1});
}

}  // namespace

Duration TimeDistribution::sample(Random& random) const {
  switch (kind) {
    case TimeDistributionKind::constant: return mean;
    case TimeDistributionKind::exponential:
      return rounded(count_of(mean) * simulation::exponential_variate(random));
    case TimeDistributionKind::gamma: return rounded(gamma_us(*this, random));
    case TimeDistributionKind::lognormal: return rounded(lognormal_us(*this, random));
    case TimeDistributionKind::hyperexponential: return rounded(hyperexponential_us(*this, random));
    case TimeDistributionKind::uniform:
      return rounded(count_of(mean) * (1 + cv * (2 * random.uniform() - 1)));
    case TimeDistributionKind::empirical: {
      assert(!parts.empty());
      const double at = random.uniform() * static_cast<double>(parts.size());
      return parts[static_cast<std::size_t>(at)].time;
    }
    case TimeDistributionKind::survival: return survived(*this, random.uniform());
    case TimeDistributionKind::endless: return longest;
  }
  return longest;
}

bool TimeDistribution::has_remainder() const {
  return kind == TimeDistributionKind::survival || kind == TimeDistributionKind::exponential ||
         kind == TimeDistributionKind::endless;
}

Duration TimeDistribution::sample_beyond(Duration least, Random& random) const {
  assert(has_remainder());
  const Duration drawn = kind == TimeDistributionKind::survival
                             ? survived_beyond(*this, least, random.uniform())
                             : sample(random);
  return kind == TimeDistributionKind::exponential ? std::min(least + drawn, longest) : drawn;
}

Duration TimeDistribution::expected() const {
  switch (kind) {
    case TimeDistributionKind::constant:
    case TimeDistributionKind::exponential:
    case TimeDistributionKind::gamma:
    case TimeDistributionKind::lognormal:
    case TimeDistributionKind::uniform: return mean;
    case TimeDistributionKind::hyperexponential: {
      double sum = 0;
      for (const TimePart& part : parts) sum += part.share * count_of(part.time);
      return rounded(sum);
    }
    case TimeDistributionKind::empirical: {
      double sum = 0;
      for (const TimePart& part : parts) sum += count_of(part.time);
      return parts.empty() ? Duration{0} : rounded(sum / static_cast<double>(parts.size()));
    }
    case TimeDistributionKind::survival: {
      double sum = 0;
      double lasting = 1;
      for (const TimePart& step : parts) {
        sum += (lasting - step.share) * count_of(step.time);
        lasting = step.share;
      }
      if (parts.empty() || lasting >= 1) return longest;
      // Beyond the last step: its time, and a tail of the mean that its value tells.
      const double tail = lasting > 0 ? count_of(parts.back().time) / -log_of(lasting) : 0;
      return rounded(sum + lasting * (count_of(parts.back().time) + tail));
    }
    case TimeDistributionKind::endless: return longest;
  }
  return longest;
}

}  // namespace v1
}  // namespace acd
