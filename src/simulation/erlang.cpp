// Recursions, and one integral.
#include "acd/simulation/erlang.hpp"

#include <algorithm>

#include "simulation/numbers.hpp"

namespace acd {
inline namespace v1 {
namespace {

using simulation::exp_of;
using simulation::log_of;

constexpr double us_per_hour = 3.6e9;

double count_of(Duration time) { return static_cast<double>(time.count()); }

double load_of(const ErlangQueue& queue) {
  return queue.per_hour * count_of(queue.service) / us_per_hour;
}

double patient_service_level(const ErlangQueue& queue, std::uint32_t agents, Duration wait) {
  const double load = load_of(queue);
  if (load >= agents) return 0;
  const double spare = (agents - load) / count_of(queue.service);
  const double lasting = spare * count_of(wait);
  return 1 - erlang_c(load, agents) * (lasting > 700 ? 0 : exp_of(-lasting));
}

/// Of one who never gives up, the density of the wait is in proportion to this; times are in mean
/// services.
struct OfferedWait {
  double load = 0;
  double agents = 0;
  double theta = 0;    ///< of patience
  double highest = 0;  ///< exponent: taken off, so that nothing overflows

  [[nodiscard]] double exponent(double wait) const {
    return load * (1 - exp_of(-std::min(theta * wait, 700.0))) / theta - agents * wait;
  }
  [[nodiscard]] double density(double wait) const {
    return exp_of(std::max(exponent(wait) - highest, -700.0));
  }
  /// ... and is still there then.
  [[nodiscard]] double answered(double wait) const {
    return density(wait) * exp_of(-std::min(theta * wait, 700.0));
  }
};

/// By Simpson's rule.
template <class Function>
double integral(const Function& function, double from, double to) {
  constexpr int parts = 4000;
  const double width = (to - from) / parts;
  double sum = function(from) + function(to);
  for (int i = 1; i < parts; ++i) sum += function(from + i * width) * (i % 2 == 1 ? 4 : 2);
  return sum * width / 3;
}

double impatient_service_level(const ErlangQueue& queue, std::uint32_t agents, Duration wait) {
  OfferedWait offered{.load = load_of(queue),
                      .agents = static_cast<double>(agents),
                      .theta = count_of(queue.service) / count_of(*queue.patience)};
  const double overload = std::max(offered.load / offered.agents, 1.0);
  const double peak = log_of(overload) / offered.theta;
  offered.highest = offered.exponent(peak);
  // From where to where all but nothing of it lies.
  const auto is_negligible = [&](double at) {
    return offered.exponent(at) - offered.highest < -50;
  };
  double reach = 1 / offered.agents;
  while (!is_negligible(peak + reach) || (peak > reach && !is_negligible(peak - reach))) reach *= 2;
  const double from = std::max(peak - reach, 0.0);
  const double to = peak + reach;
  const double until = std::clamp(count_of(wait) / count_of(queue.service), from, to);
  const double all = integral([&](double at) { return offered.density(at); }, from, to);
  const double soon = integral([&](double at) { return offered.answered(at); }, from, until);
  const double scale = exp_of(std::max(-offered.highest, -700.0));
  const double at_once = scale / erlang_b(offered.load, agents - 1);
  return (at_once + offered.load * soon) / (at_once + offered.load * all);
}

}  // namespace

double erlang_b(double load, std::uint32_t agents) {
  double blocked = 1;
  for (std::uint32_t n = 1; n <= agents; ++n) blocked = load * blocked / (n + load * blocked);
  return blocked;
}

double erlang_c(double load, std::uint32_t agents) {
  if (load >= agents) return 1;
  const double blocked = erlang_b(load, agents);
  return agents * blocked / (agents - load * (1 - blocked));
}

double service_level(const ErlangQueue& queue, std::uint32_t agents, Duration wait) {
  if (agents == 0) return 0;
  return queue.patience ? impatient_service_level(queue, agents, wait)
                        : patient_service_level(queue, agents, wait);
}

std::uint32_t least_agents(const ErlangQueue& queue, const ErlangTarget& target) {
  const auto does = [&](std::uint32_t agents) {
    return service_level(queue, agents, target.wait) >= target.share;
  };
  std::uint32_t enough = 1;
  while (!does(enough)) enough *= 2;
  std::uint32_t few = enough / 2;  // too few
  while (few + 1 < enough) {
    const std::uint32_t middle = few + (enough - few) / 2;
    (does(middle) ? enough : few) = middle;
  }
  return enough;
}

std::uint32_t least_trunks(double load, double blocked_max) {
  std::uint32_t trunks = 1;
  double blocked = erlang_b(load, trunks);
  while (blocked > blocked_max) {
    ++trunks;
    blocked = load * blocked / (trunks + load * blocked);
  }
  return trunks;
}

}  // namespace v1
}  // namespace acd
