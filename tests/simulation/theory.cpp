// Reading what is published, playing cases, and comparing.
#include "simulation/theory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <utility>

#include "support/catch.hpp"

namespace acd::test {
namespace {

using nlohmann::json;

constexpr std::size_t batches = 40;
constexpr double errors_max = 4;
constexpr double small_figure = 0.05;

double number_of(const json& value) {
  if (value.is_number()) return value;
  const std::string text = value;
  char* end = nullptr;
  double number = std::strtod(text.c_str(), &end);
  if (*end == '/') number /= std::strtod(end + 1, &end);
  if (std::string_view{end}.starts_with(" s")) number /= 60;
  return number;
}

std::vector<Published> read_cases() {
  std::ifstream file{ACD_TESTS_DIR "/simulation/queueing_cases.json"};
  REQUIRE(file);
  std::vector<Published> cases;
  for (const json& row : json::parse(file)) {
    const std::string name = row["case"];
    if (cases.empty() || cases.back().name != name) {
      cases.push_back({.name = name, .family = row["family"], .parameters = row["parameters"]});
    }
    cases.back().rows.push_back(row);
  }
  return cases;
}

/// Mean, and its standard error.
struct Estimate {
  double mean = 0;
  double error = 0;
};

/// Of a figure of all batches together, by leaving out one at a time (the jackknife: Quenouille
/// 1956, Tukey 1958), which is right for ratios and variances too.
Estimate jackknife(const std::vector<Outcome>& without, const Outcome& all, const Metric& metric) {
  double sum = 0;
  std::vector<double> values;
  for (const Outcome& one : without) values.push_back(metric(one));
  for (const double value : values) sum += value;
  const auto count = static_cast<double>(values.size());
  double squares = 0;
  for (const double value : values) squares += (value - sum / count) * (value - sum / count);
  return {metric(all), std::sqrt(squares * (count - 1) / count)};
}

std::vector<Outcome> play(const TheoryCase& one, const CompiledPlan& plan) {
  Simulation simulation{one.scenario, plan};
  std::vector<Outcome> played(batches);
  for (std::uint64_t i = 0; i < one.replications; ++i) {
    Outcome outcome;
    if (one.watching == Watching::none) {
      outcome.statistics = simulation.run(1, i).statistics;
    } else {
      JournalWriter journal{plan.blueprint()};
      outcome.statistics = simulation.run(1, i, &journal).statistics;
      outcome.watched = watch(one.scenario, plan, journal, one.watched_group);
    }
    Outcome& batch = played[i % batches];
    if (batch.statistics.replications == 0) {
      batch = std::move(outcome);
    } else {
      batch.add(outcome);
    }
  }
  return played;
}

Outcome sum_but(const std::vector<Outcome>& outcomes, std::size_t but) {
  Outcome sum = outcomes[but == 0 ? 1 : 0];
  for (std::size_t i = but == 0 ? 2 : 1; i < outcomes.size(); ++i) {
    if (i != but) sum.add(outcomes[i]);
  }
  return sum;
}

/// Its own, where it was simulated.
double published_error(const json& row) {
  return row.contains("ci95") ? double{row["ci95"]} / 1.96 : 0.0;
}

}  // namespace

double Published::number(std::string_view key) const { return number_of(parameters.at(key)); }

std::vector<double> Published::numbers(std::string_view key) const {
  const json& value = parameters.at(key);
  std::vector<double> numbers;
  if (!value.is_array()) return {number_of(value)};
  for (const json& one : value) numbers.push_back(number_of(one));
  return numbers;
}

const std::vector<Published>& published() {
  static const std::vector<Published> cases = read_cases();
  return cases;
}

std::vector<std::string_view>& Played::names() {
  static std::vector<std::string_view> names;
  return names;
}

Played::Played(std::string_view name) : name_{name} { names().push_back(name); }

std::vector<Published> Played::cases() const {
  std::vector<Published> cases;
  for (const Published& one : published()) {
    if (one.family == name_ || one.name == name_) cases.push_back(one);
  }
  REQUIRE(!cases.empty());
  return cases;
}

const Published& Played::only() const {
  const auto found = std::ranges::find(published(), name_, &Published::name);
  REQUIRE(found != published().end());
  return *found;
}

bool Played::by_a_test(const Published& one) {
  return std::ranges::any_of(
      names(), [&](std::string_view name) { return name == one.name || name == one.family; });
}

bool is_compared(const json& row) { return row["status"] != "approximation"; }

void Outcome::add(const Outcome& other) {
  statistics.add(other.statistics);
  watched.add(other.watched);
}

std::string disagreements(const TheoryCase& one) {
  const CompiledPlan::Result compiled = CompiledPlan::compile(one.scenario.blueprint);
  if (!compiled.plan) return one.published.name + ": the blueprint has a problem";
  const std::vector<Outcome> played = play(one, *compiled.plan);
  std::vector<Outcome> without;
  for (std::size_t i = 0; i < batches; ++i) without.push_back(sum_but(played, i));
  Outcome all = without.front();
  all.add(played.front());
  const bool prints = std::getenv("ACD_THEORY_TABLE") != nullptr;
  std::string text;
  for (const json& row : one.published.rows) {
    if (!is_compared(row)) continue;
    const std::string name = row["name"];
    const Metric metric = figure(one, row["metric"]);
    if (!metric) {
      text += name + ": nothing measures it\n";
      continue;
    }
    const double expected = row["expected"];
    const Estimate found = jackknife(without, all, metric);
    const double error = std::hypot(found.error, published_error(row));
    const double half_width = 1.96 * found.error;
    const double room = one.half_width_max * std::max(std::abs(expected), small_figure);
    const double difference = found.mean - expected;
    const bool agrees = std::abs(difference) <= std::max(errors_max * error, 1e-9);
    const std::string line =
        fmt::format("{}: {:.6g} +- {:.2g}, published {:.6g}: {:.2f} errors\n", name, found.mean,
                    half_width, expected, error > 0 ? difference / error : 0);
    if (prints) std::fputs(line.c_str(), stdout);
    if (!agrees || half_width > room) text += line;
  }
  return text;
}

}  // namespace acd::test
