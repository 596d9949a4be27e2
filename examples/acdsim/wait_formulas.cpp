// The formulas, in whole microseconds.
#include "wait_formulas.hpp"

#include <numeric>

namespace acdsim {

std::string_view name_of(Estimator estimator) {
  switch (estimator) {
    case Estimator::expected_wait: return "expected wait (the router's)";
    case Estimator::handle_time: return "place * handle time / ready agents";
    case Estimator::ten_answered: return "mean of the last 10 answered";
    case Estimator::ten_waited: return "mean of the last 10 who waited";
    case Estimator::hold_time: return "moving average, weight 1/4";
    case Estimator::last_to_enter: return "the last who waited (LES)";
  }
  return {};
}

void WaitFormulas::keep(Waits& waits, acd::Duration wait) {
  waits.push_back(wait);
  if (waits.size() > 10) waits.pop_front();
}

std::optional<acd::Duration> WaitFormulas::mean(const Waits& waits) {
  if (waits.empty()) return std::nullopt;
  return std::accumulate(waits.begin(), waits.end(), acd::Duration{0}) /
         static_cast<std::int64_t>(waits.size());
}

void WaitFormulas::answered(acd::Duration wait) {
  keep(answered_, wait);
  if (wait > acd::Duration{0}) keep(waited_, wait);
  // Asterisk's queues begin at 0, and count those who are answered at once too.
  hold_time_ = (3 * hold_time_.value_or(acd::Duration{0}) + wait) / 4;
}

void WaitFormulas::talked(acd::Duration talk) {
  handled_ += talk;
  ++talks_;
}

Estimates WaitFormulas::estimates(std::uint32_t place, std::uint32_t ready) const {
  Estimates result;
  if (talks_ != 0 && ready != 0) {
    result[Estimator::handle_time] = place * (handled_ / talks_) / ready;
  }
  result[Estimator::ten_answered] = mean(answered_);
  result[Estimator::ten_waited] = mean(waited_);
  result[Estimator::hold_time] = hold_time_;
  if (!waited_.empty()) result[Estimator::last_to_enter] = waited_.back();
  return result;
}

}  // namespace acdsim
