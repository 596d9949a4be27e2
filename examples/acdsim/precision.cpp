// Half widths fall with the root of the number of replications.
#include "precision.hpp"

#include <fmt/format.h>

#include <cstddef>

#include "acd/companion/time_text.hpp"
#include "acd/simulation/time_distribution_text.hpp"
#include "estimate.hpp"
#include "exit_status.hpp"
#include "experiment_figures.hpp"

namespace acdsim {
namespace {

constexpr std::size_t first_look = 20;
constexpr std::size_t look_every = 10;

[[noreturn]] void refuse(const std::string& text, const char* expected) {
  throw Failure{ExitStatus::usage, fmt::format("--precision: \"{}\" is no {}", text, expected)};
}

}  // namespace

Precision::Precision(const LoadedScenario& loaded, const SimulationOptions& options)
    : formula_{loaded.formula}, confidence_{options.confidence / 100} {
  if (!loaded.targets.empty()) target_ = loaded.targets.front();
  if (options.precision.empty()) return;
  const bool is_time = target_.figure == acd::ServiceFigure::speed_of_answer;
  const std::optional<double> share = acd::parse_share(options.precision);
  const std::optional<acd::Duration> time = acd::parse_duration(options.precision);
  if (time && !is_time) refuse(options.precision, "share, such as 1%, as the first target is one");
  is_relative_ = is_time && !time;
  allowed_ = time ? static_cast<double>(time->count()) / 1e6 : share.value_or(0);
  if (!(allowed_ > 0)) refuse(options.precision, "share above 0, such as 1%");
}

std::optional<double> Precision::excess(const Replications& replications) const {
  const Estimate now = estimate(ratios_of(replications, target_, formula_), confidence_);
  if (!now.half_width) return std::nullopt;
  return *now.half_width / (is_relative_ ? allowed_ * *now.value : allowed_);
}

bool Precision::is_reached(const Replications& replications) const {
  const std::size_t count = replications.each.size();
  const bool is_looked_at = allowed_ > 0 && count >= first_look && count % look_every == 0;
  if (!is_looked_at) return false;
  const std::optional<double> over = excess(replications);
  return over && *over <= 1;
}

std::optional<double> Precision::expected(const Replications& replications) const {
  if (!(allowed_ > 0)) return std::nullopt;
  const std::optional<double> over = excess(replications);
  if (!over) return std::nullopt;
  return static_cast<double>(replications.each.size()) * *over * *over;
}

}  // namespace acdsim
