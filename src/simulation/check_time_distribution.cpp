// One kind after another: each has members of its own.
#include "simulation/check_time_distribution.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace acd::simulation {
namespace {

class DistributionCheck {
 public:
  DistributionCheck(const std::string& path, const TimeDistribution& distribution,
                    DistributionUse use, std::vector<Problem>& problems)
      : path_{path}, distribution_{distribution}, use_{use}, problems_{problems} {}

  void run() {
    switch (distribution_.kind) {
      case TimeDistributionKind::constant: return check_mean(use_ == DistributionUse::lasts);
      case TimeDistributionKind::exponential: return check_mean(true);
      case TimeDistributionKind::gamma:
      case TimeDistributionKind::lognormal: check_mean(true); return check_cv(0.01, 100);
      case TimeDistributionKind::uniform: check_mean(true); return check_cv(0, 1);
      case TimeDistributionKind::hyperexponential: return check_mixture();
      case TimeDistributionKind::empirical: return check_values();
      case TimeDistributionKind::survival: return check_survival();
      case TimeDistributionKind::endless:
        if (use_ != DistributionUse::may_be_endless) report("", "it never ends");
        return;
    }
    report(".kind", fmt::format("there is no enumerator {}", static_cast<int>(distribution_.kind)));
  }

 private:
  void report(const std::string& member, std::string message) {
    problems_.push_back({.path = path_ + member, .message = std::move(message)});
  }
  void check_time(const std::string& member, Duration time, bool above_zero) {
    if (time < Duration{0} || (above_zero && time == Duration{0})) {
      report(member, above_zero ? "it must be above zero" : "a duration is not negative");
    } else if (time > longest) {
      report(member, "a duration is at most 2^51 microseconds, 71 years");
    }
  }
  void check_mean(bool above_zero) { check_time(".mean", distribution_.mean, above_zero); }
  void check_cv(double low, double high) {
    const bool is_in_range = distribution_.cv >= low && distribution_.cv <= high;
    if (!is_in_range)
      report(".cv", fmt::format("{} is not in {} to {}", distribution_.cv, low, high));
  }
  /// False, and reported, if there is no part.
  bool has_parts() {
    if (distribution_.parts.empty()) report(".parts", "the list is empty");
    return !distribution_.parts.empty();
  }
  [[nodiscard]] static std::string part(std::size_t index, const char* member) {
    return fmt::format(".parts[{}].{}", index, member);
  }
  void report_share(std::size_t index, double share) {
    report(part(index, "share"), fmt::format("{:.6g}% is not in 0% to 100%", 100 * share));
  }
  void check_mixture();
  void check_values();
  void check_survival();

  const std::string& path_;
  const TimeDistribution& distribution_;
  DistributionUse use_;
  std::vector<Problem>& problems_;
};

void DistributionCheck::check_mixture() {
  if (!has_parts()) return;
  constexpr double rounding = 1e-6;
  double sum = 0;
  for (std::size_t i = 0; i < distribution_.parts.size(); ++i) {
    const TimePart& each = distribution_.parts[i];
    check_time(part(i, "time"), each.time, true);
    const bool is_in_range = each.share >= 0 && each.share <= 1;
    if (!is_in_range) report_share(i, each.share);
    sum += each.share;
  }
  const bool is_whole = std::abs(sum - 1) <= rounding;
  if (!is_whole)
    report(".parts", fmt::format("the shares add up to {:.6g}%, not to 100%", 100 * sum));
}

void DistributionCheck::check_values() {
  if (!has_parts()) return;
  for (std::size_t i = 0; i < distribution_.parts.size(); ++i) {
    check_time(part(i, "time"), distribution_.parts[i].time, false);
  }
}

void DistributionCheck::check_survival() {
  if (!has_parts()) return;
  const TimePart* before = nullptr;
  for (std::size_t i = 0; i < distribution_.parts.size(); ++i) {
    const TimePart& step = distribution_.parts[i];
    check_time(part(i, "time"), step.time, false);
    const bool is_in_range = step.share >= 0 && step.share <= 1;
    if (!is_in_range) report_share(i, step.share);
    if (before != nullptr && step.time <= before->time) {
      report(part(i, "time"), "this is not later than the step before it");
    }
    if (before != nullptr && step.share > before->share) {
      report(part(i, "share"), "more would be left than at the step before it");
    }
    before = &step;
  }
  const bool is_endless = before->share >= 1;
  if (is_endless && use_ != DistributionUse::may_be_endless) report(".parts", "it never ends");
}

}  // namespace

void check_time_distribution(const std::string& path, const TimeDistribution& distribution,
                             DistributionUse use, std::vector<Problem>& problems) {
  DistributionCheck{path, distribution, use, problems}.run();
}

}  // namespace acd::simulation
