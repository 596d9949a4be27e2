// Published results of queueing theory, and simulations that must agree with them.
//
// queueing_cases.json has a row for each figure: closed forms, Markov chains and differential
// equations at 6 digits and more. A case is built from its published parameters and played in
// independent replications. A figure agrees if it lies within 4 standard errors of the published
// one, and these are small enough that a wrong figure would be seen.
#pragma once

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "acd/simulation/simulation.hpp"
#include "simulation/watch.hpp"

namespace acd::test {

// --- what is published ----------------------------------------------------------------

struct Published {
  std::string name{};
  std::string family{};
  nlohmann::json parameters{};
  std::vector<nlohmann::json> rows{};

  /// A parameter: a number, a fraction as text, or "20 s" where minutes are the unit.
  [[nodiscard]] double number(std::string_view key) const;
  [[nodiscard]] std::vector<double> numbers(std::string_view key) const;
};

/// Every case of the file, in its order.
[[nodiscard]] const std::vector<Published>& published();

/// The test that holds it plays this case, or all of this family: so that nothing is left out
/// silently. At namespace scope.
class Played {
 public:
  explicit Played(std::string_view name);
  [[nodiscard]] std::vector<Published> cases() const;
  [[nodiscard]] const Published& only() const;
  /// By any test of the program.
  [[nodiscard]] static bool by_a_test(const Published& one);

 private:
  [[nodiscard]] static std::vector<std::string_view>& names();
  std::string_view name_;
};

/// An approximation is not a truth: it is left out.
[[nodiscard]] bool is_compared(const nlohmann::json& row);

// --- a case as a scenario -------------------------------------------------------------

/// What the replications of a case gave.
struct Outcome {
  Statistics statistics{};
  Watched watched{};  ///< if the case asks for it
  void add(const Outcome& other);
};
using Metric = std::function<double(const Outcome&)>;

/// What events add to the statistics, at the price of a second run.
enum class Watching : std::uint8_t { none, events };

struct TheoryCase {
  Published published{};
  Scenario scenario{};
  std::vector<std::uint32_t> pools{};       ///< agents of each, in the blueprint's order
  std::map<std::string, Metric> figures{};  ///< beside those that every case has
  std::uint64_t replications = 40;          ///< a multiple of 40
  /// Half of the 95 % interval, of the figure; of 0.05 where the figure is smaller.
  double half_width_max = 0.05;
  Watching watching = Watching::none;
  GroupId watched_group{};  ///< none: all
};

/// One time unit of a case.
inline constexpr Duration unit = std::chrono::minutes{1};
[[nodiscard]] Duration units(double count);
/// Of a rate per time unit.
[[nodiscard]] double per_hour(double per_unit);
[[nodiscard]] double in_units(double time_us);
[[nodiscard]] TimeDistribution exponential(double mean);
/// ACD_THEORY_EFFORT, 1 if it is not set: runs are so many times as long.
[[nodiscard]] double effort();

/// A channel, and room for many who wait.
[[nodiscard]] Scenario empty_scenario();
/// Agents of their own for the case: a pool.
void add_pool(TheoryCase& one, std::uint32_t agents, const std::vector<Membership>& memberships);
/// Customers of a name, for a group, at a rate per time unit.
Demand& add_demand(TheoryCase& one, std::string name, GroupId group, double rate,
                   const TimeDistribution& service, const TimeDistribution& patience);
/// From empty, so long that so many come to each replication; the first tenth is not counted.
void set_calls(TheoryCase& one, double calls);
/// From empty, all of it counted.
void set_horizon(TheoryCase& one, double length);

// --- comparing ------------------------------------------------------------------------

/// A figure by its published name; none if nothing measures it.
[[nodiscard]] Metric figure(const TheoryCase& one, const std::string& name);

/// In words what does not agree; empty if all does.
[[nodiscard]] std::string disagreements(const TheoryCase& one);

}  // namespace acd::test
