// Adding up.
#include "tally.hpp"

#include <algorithm>

namespace acdsim {

std::optional<double> mean_s(acd::Duration sum, std::size_t count) {
  if (count == 0) return std::nullopt;
  return static_cast<double>(sum.count()) / 1e6 / static_cast<double>(count);
}

void Tally::add(const CallRecord& record, acd::Duration answer_limit) {
  ++offered;
  wait_longest = std::max(wait_longest, record.wait);
  switch (record.outcome) {
    case Outcome::served:
      ++served;
      if (record.wait <= answer_limit) ++served_soon;
      if (record.wait > acd::Duration{0}) ++served_queued;
      wait_served += record.wait;
      talk += record.talk;
      wrap_up += record.wrap_up;
      break;
    case Outcome::short_abandoned:
    case Outcome::abandoned:
      ++abandoned;
      if (record.outcome == Outcome::short_abandoned) ++short_abandoned;
      if (record.wait <= answer_limit) ++abandoned_soon;
      wait_abandoned += record.wait;
      break;
    case Outcome::open:
    case Outcome::timed_out:
    case Outcome::refused:
    case Outcome::turned_away:
    case Outcome::closed: ++otherwise; break;
  }
}

std::optional<double> Tally::speed_of_answer_s() const { return mean_s(wait_served, served); }

std::optional<double> Tally::queued_wait_s() const { return mean_s(wait_served, served_queued); }

std::optional<double> Tally::wait_abandoned_s() const { return mean_s(wait_abandoned, abandoned); }

std::optional<double> Tally::handle_time_s() const { return mean_s(talk + wrap_up, served); }

std::optional<double> Tally::abandoned_share() const {
  if (offered == 0) return std::nullopt;
  return static_cast<double>(abandoned) / static_cast<double>(offered);
}

}  // namespace acdsim
