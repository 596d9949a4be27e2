// What is wrong with a scenario, as it is found.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "acd/simulation/scenario.hpp"
#include "simulation/check_time_distribution.hpp"

namespace acd::simulation {

class ScenarioFindings {
 public:
  explicit ScenarioFindings(const Scenario& scenario) : scenario_{scenario} {}

  [[nodiscard]] const Scenario& scenario() const { return scenario_; }
  [[nodiscard]] std::vector<Problem> take() { return std::move(problems_); }

  void report(std::string path, std::string message) {
    problems_.push_back({.path = std::move(path), .message = std::move(message)});
  }
  void warn(std::string path, std::string message) {
    problems_.push_back({.path = std::move(path),
                         .message = std::move(message),
                         .position = {},
                         .severity = Severity::warning});
  }
  void share(const std::string& path, double value) {
    const bool is_in_range = value >= 0 && value <= 1;
    if (!is_in_range) report(path, fmt::format("{:.6g}% is not in 0% to 100%", 100 * value));
  }
  void distribution(const std::string& path, const TimeDistribution& value, DistributionUse use) {
    check_time_distribution(path, value, use, problems_);
  }
  /// True if it is one that the router accepts.
  bool instant(const std::string& path, Instant at) {
    const bool is_accepted = at >= earliest && at <= latest;
    if (!is_accepted) report(path, "the router takes instants from 1970 to 2112");
    return is_accepted;
  }
  /// Of a moment in the scenario: nothing is said of it if the scenario's own are wrong.
  bool moment(const std::string& path, Instant at) {
    if (!has_window_) return false;
    const bool is_accepted = instant(path, at);
    if (is_accepted && at < scenario_.begin) report(path, "this is before the scenario begins");
    return is_accepted;
  }
  void may_last(const std::string& path, Duration time) {
    const bool is_in_range = time >= Duration{0} && time <= longest;
    if (!is_in_range) report(path, "a duration is not negative, and at most 71 years");
  }
  void agent(const std::string& path, std::uint32_t line) {
    if (line >= scenario_.blueprint.agents.size()) {
      report(path, fmt::format("there is no agent #{}", line));
    }
  }
  template <class LineId, class Lines>
  void may_name_line(const std::string& path, LineId id, const Lines& lines,
                     std::string_view what) {
    if (id.is_none() || id.index() < lines.size()) return;
    report(path, fmt::format("there is no {} #{}", what, id.index()));
  }

 protected:
  const Scenario& scenario_;
  bool has_window_ = false;  ///< begin and end are sound

 private:
  std::vector<Problem> problems_{};
};

}  // namespace acd::simulation
