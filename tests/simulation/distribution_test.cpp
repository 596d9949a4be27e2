// Random times: what they are on average, how they spread, and that they are the same everywhere.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "acd/simulation/time_distribution.hpp"
#include "simulation/numbers.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t draws = 200'000;
constexpr double minute_us = 6e7;

/// By a formula of the C library: what the own one is compared with.
using Cumulated = double (*)(double minutes);

struct Example {
  std::string name;
  TimeDistribution distribution;
  double mean = 1;  ///< minutes
  double cv = 1;
  Cumulated cumulated = nullptr;  ///< none: steps
};

std::vector<Example> examples() {
  const TimeDistribution mixture{.kind = TimeDistributionKind::hyperexponential,
                                 .parts = {{30s, 0.75}, {150s, 0.25}}};
  const TimeDistribution even{.kind = TimeDistributionKind::uniform, .mean = 1min, .cv = 0.5};
  const TimeDistribution values{.kind = TimeDistributionKind::empirical,
                                .parts = {{30s}, {1min}, {90s}}};
  const TimeDistribution curve{.kind = TimeDistributionKind::survival,
                               .parts = {{30s, 0.75}, {60s, 0.5}, {90s, 0}}};
  return {
      {"constant", constant_time(1min), 1, 0},
      {"exponential", exponential_time(1min), 1, 1, [](double x) { return -std::expm1(-x); }},
      {"gamma of shape 2", gamma_time(1min, std::sqrt(0.5)), 1, std::sqrt(0.5),
       [](double x) { return 1 - std::exp(-2 * x) * (1 + 2 * x); }},
      {"gamma of shape 1/2", gamma_time(1min, std::sqrt(2)), 1, std::sqrt(2),
       [](double x) { return std::erf(std::sqrt(x / 2)); }},
      {"lognormal", lognormal_time(1min, 0.9), 1, 0.9,
       [](double x) {
         const double variance = std::log(1 + 0.81);
         return 0.5 * std::erfc(-(std::log(x) + variance / 2) / std::sqrt(2 * variance));
       }},
      {"hyperexponential", mixture, 1, std::sqrt(2.5),
       [](double x) { return 1 - 0.75 * std::exp(-2 * x) - 0.25 * std::exp(-0.4 * x); }},
      {"uniform", even, 1, 0.5 / std::sqrt(3.0),
       [](double x) { return std::clamp(x - 0.5, 0.0, 1.0); }},
      {"empirical", values, 1, std::sqrt(1.0 / 6)},
      {"survival", curve, 1.125, std::sqrt(0.171875) / 1.125},
  };
}

std::vector<double> drawn(const TimeDistribution& distribution) {
  Random random{7};
  std::vector<double> minutes;
  for (std::size_t i = 0; i < draws; ++i) {
    minutes.push_back(static_cast<double>(distribution.sample(random).count()) / minute_us);
  }
  return minutes;
}

TEST_CASE("a distribution has the mean and the spread that it says") {
  for (const Example& one : examples()) {
    CAPTURE(one.name);
    const std::vector<double> minutes = drawn(one.distribution);
    double sum = 0;
    double squares = 0;
    double fourths = 0;
    for (const double value : minutes) sum += value;
    const double mean = sum / draws;
    for (const double value : minutes) squares += (value - mean) * (value - mean);
    for (const double value : minutes) fourths += std::pow(value - mean, 4);
    const double variance = squares / draws;
    const double deviation = one.mean * one.cv;
    CHECK(std::abs(mean - one.mean) <= 4 * deviation / std::sqrt(draws));
    const double error = std::sqrt((fourths / draws - variance * variance) / draws);
    CHECK(std::abs(variance - deviation * deviation) <= 4 * error);
    const double expected = static_cast<double>(one.distribution.expected().count()) / minute_us;
    CHECK(std::abs(expected - one.mean) < 1e-7);
  }
}

// Kolmogorov 1933: 1.95 over the root of the number is exceeded once in a thousand times.
TEST_CASE("a distribution has the shape that it says") {
  for (const Example& one : examples()) {
    if (one.cumulated == nullptr) continue;
    CAPTURE(one.name);
    std::vector<double> minutes = drawn(one.distribution);
    std::ranges::sort(minutes);
    double farthest = 0;
    for (std::size_t i = 0; i < draws; ++i) {
      const double share = one.cumulated(minutes[i]);
      farthest = std::max({farthest, share - static_cast<double>(i) / draws,
                           static_cast<double>(i + 1) / draws - share});
    }
    CHECK(farthest * std::sqrt(draws) < 1.95);
  }
}

TEST_CASE("steps are drawn as often as their shares say") {
  for (const Example& one : examples()) {
    if (one.name != "survival") continue;
    const std::vector<double> minutes = drawn(one.distribution);
    for (const auto& [time, share] : {std::pair{0.5, 0.25}, {1.0, 0.25}, {1.5, 0.5}}) {
      const auto found = static_cast<double>(std::ranges::count(minutes, time)) / draws;
      CHECK(std::abs(found - share) < 4 * std::sqrt(share * (1 - share) / draws));
    }
  }
}

TEST_CASE("a survival curve that does not fall to nothing has an exponential tail") {
  const TimeDistribution curve{.kind = TimeDistributionKind::survival, .parts = {{1min, 0.5}}};
  const std::vector<double> minutes = drawn(curve);
  double beyond = 0;
  double sum = 0;
  for (const double value : minutes) {
    if (value <= 1) continue;
    ++beyond;
    sum += value - 1;
  }
  CHECK(std::abs(beyond / draws - 0.5) < 0.005);
  CHECK(std::abs(sum / beyond - 1 / std::log(2.0)) < 0.02);
}

TEST_CASE("nobody is drawn who would lose an endless patience") {
  Random random{1};
  CHECK(infinite_patience().sample(random) == longest);
  CHECK(infinite_patience().expected() == longest);
}

double relative(double found, double expected) {
  return expected == 0 ? std::abs(found) : std::abs(found / expected - 1);
}

TEST_CASE("the own logarithm and exponential are those of the C library") {
  Random random{3};
  double worst_log = 0;
  double worst_exp = 0;
  for (int i = 0; i < 200'000; ++i) {
    const double x =
        std::ldexp(0.5 + random.uniform(), static_cast<int>(random.next() % 600) - 300);
    worst_log = std::max(worst_log, relative(simulation::log_of(x), std::log(x)));
    const double near_one = 1 + (random.uniform() - 0.5) * 1e-3;
    worst_log = std::max(worst_log, relative(simulation::log_of(near_one), std::log(near_one)));
    const double y = 1400 * random.uniform() - 700;
    worst_exp = std::max(worst_exp, relative(simulation::exp_of(y), std::exp(y)));
  }
  CHECK(simulation::log_of(1) == 0);
  CHECK(simulation::exp_of(0) == 1);
  CHECK(worst_log < 1e-14);
  CHECK(worst_exp < 1e-14);
}

TEST_CASE("the normal quantile is undone by the normal distribution") {
  double worst = 0;
  for (int i = 1; i < 100'000; ++i) {
    const double p = i / 100'000.0;
    const double z = simulation::normal_quantile(p);
    worst = std::max(worst, relative(0.5 * std::erfc(-z / std::sqrt(2.0)), p));
  }
  for (const double p : {1e-300, 1e-100, 1e-30, 1e-10}) {
    const double z = simulation::normal_quantile(p);
    CHECK(relative(0.5 * std::erfc(-z / std::sqrt(2.0)), p) < 1e-11);
  }
  CHECK(worst < 1e-14);
}

TEST_CASE("the same seed draws the same microseconds everywhere") {
  const auto golden = std::to_array<std::array<std::int64_t, 3>>({
      {60000000, 60000000, 60000000},
      {87337950, 94488301, 27574077},
      {26767947, 64173847, 63483779},
      {3187239, 328066, 69896166},
      {25451724, 23773948, 57770466},
      {47244151, 95091274, 36753844},
      {43995167, 42422875, 67893387},
      {30000000, 30000000, 60000000},
      {90000000, 90000000, 60000000},
  });
  std::size_t line = 0;
  for (const Example& one : examples()) {
    CAPTURE(one.name);
    Random random = stream(1, 2, DrawPurpose::service, 3);
    for (const std::int64_t expected : golden[line]) {
      CHECK(one.distribution.sample(random).count() == expected);
    }
    ++line;
  }
}

TEST_CASE("streams of other purposes, subjects and replications are others") {
  std::vector<std::uint64_t> firsts;
  for (std::uint64_t replication = 0; replication < 10; ++replication) {
    for (std::uint64_t subject = 0; subject < 10; ++subject) {
      for (const DrawPurpose purpose : {DrawPurpose::service, DrawPurpose::patience}) {
        firsts.push_back(stream(1, replication, purpose, subject).next());
      }
    }
  }
  std::ranges::sort(firsts);
  CHECK(std::ranges::adjacent_find(firsts) == firsts.end());
}

}  // namespace
}  // namespace acd::test
