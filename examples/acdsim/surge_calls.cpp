// Copies of calls.
#include "surge_calls.hpp"

#include <chrono>
#include <cmath>

#include "random.hpp"

namespace acdsim {

using std::chrono::hours;

std::size_t hour_of_day(acd::Instant instant, acd::Duration utc_offset) {
  const acd::Instant local = instant + utc_offset;
  const auto midnight = std::chrono::floor<std::chrono::days>(local);
  return static_cast<std::size_t>((local - midnight) / hours{1});
}

void SurgeCalls::add(const ReplayCall& recorded, std::uint32_t queue, const CallPlanner& planner,
                     std::vector<ReplayCall>& calls) {
  Random random = random_for(seed_, Purpose::surge, recorded.id);
  const double times = multipliers_.by_hour[hour_of_day(recorded.arrival, utc_offset_)];
  const auto count = static_cast<std::size_t>(std::floor(times + 1.0 - random.uniform()));
  const acd::Instant hour = std::chrono::floor<hours>(recorded.arrival + utc_offset_) - utc_offset_;
  for (std::size_t i = 0; i < count; ++i) {
    calls.push_back(recorded);
    if (i == 0) continue;
    ReplayCall& other = calls.back();
    const auto length = static_cast<std::uint64_t>(acd::Duration{hours{1}}.count());
    other.arrival = hour + acd::Duration{static_cast<acd::Duration::rep>(random.below(length))};
    other.id = next_id_++;
    other.customer = 0;
    other.plan = planner.draw(queue, random);
  }
}

}  // namespace acdsim
